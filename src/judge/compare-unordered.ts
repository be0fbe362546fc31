import { evaluate } from '../math/expression/evaluate.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Value } from '../math/expression/value.ts';
import { sameTree } from '../math/expression/walk.ts';
import { ends } from '../math/number/enclosure.ts';
import { compare, type Exact } from '../math/number/exact.ts';
import type { World } from '../model/world.ts';
import { type Ask, compareValue, itemOf, type Measure } from './compare-value.ts';
import { allOf, type Decision, undecided, wrong } from './decision.ts';
import { components } from './locate/components.ts';

const digits = 30;

const isSpectrum = (e: Expression): boolean =>
  e.kind === 'apply' && e.operator.kind === 'symbol' && e.operator.name === 'eigenvalues';

/** Eigenvalues stand in no order of their own, asked for as such or by a name that is defined as them. */
export const isUnordered = (target: Expression, world: World): boolean =>
  isSpectrum(target) || world.definitions.some(({ left, right }) => isSpectrum(right) && sameTree(left, target));

/** `1, 2, 11`, `{1, 2, 11}`, `(1, 2, 11)`. */
const numbersIn = (e: Expression): readonly Expression[] | undefined => {
  if (e.kind === 'sequence' || (e.kind === 'list' && e.open === '{')) return e.items;
  return components(e);
};

const leastOf = (value: Value): Exact | undefined => {
  if (value.kind === 'exact') return value;
  return value.kind === 'enclosure' ? ends(value)[0] : undefined;
};

/** The places of the values in the order of their sizes; `undefined` where one is not real. */
const bySize = (values: readonly Value[]): readonly number[] | undefined => {
  const sized = values.flatMap((value, place) => {
    const least = leastOf(value);
    return least ? [{ least, place }] : [];
  });
  if (sized.length < values.length) return undefined;
  return sized.sort((a, b) => compare(a.least, b.least)).map(({ place }) => place);
};

const valuesOf = (parts: readonly Expression[], scope: Scope): readonly Value[] =>
  parts.map((part) => evaluate(part, scope, digits));

/** Claimed numbers against those of a reference, the least with the least. Two equal ones may be given as one. */
export const compareUnordered = (claimed: Expression, ask: Ask, by: Measure): Decision => {
  const reference = ask(digits);
  const parts = numbersIn(claimed);
  if (reference.kind !== 'vector' || !parts) return undecided('Several numbers are asked for, in any order.');
  const wanted = reference.items.length;
  if (parts.length > wanted) return wrong(`${wanted} numbers are asked for, ${parts.length} are given.`);
  if (parts.length < wanted) return undecided(`${wanted} numbers are asked for, ${parts.length} are given.`);
  const [ours, theirs] = [bySize(valuesOf(parts, by.scope)), bySize(reference.items)];
  if (!ours || !theirs) return undecided('The numbers could not be put into the order of the reference.');
  const closed = by.closed && components(by.closed);
  const pairs = ours.flatMap((place, rank) => {
    const [part, other] = [parts[place], theirs[rank]];
    return part && other !== undefined ? [{ part, other }] : [];
  });
  return allOf(
    pairs.map(({ part, other }) => compareValue(part, itemOf(ask, other), { ...by, closed: closed?.[other] })),
  );
};
