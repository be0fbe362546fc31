import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import { nodes } from '../../math/expression/walk.ts';
import { bitsFor } from '../../math/number/budget.ts';
import { zero } from '../../math/number/exact.ts';
import {
  addReal,
  compareReal,
  divideReal,
  multiplyReal,
  type Outcome,
  type Real,
  signOfReal,
  sqrtReal,
} from '../../math/number/real.ts';
import type { World } from '../../model/world.ts';
import { components } from '../locate/components.ts';
import { absoluteReal } from '../tolerances/quantity.ts';
import { agrees } from './agreement.ts';

const bits = bitsFor(30);

/** The steps of `q_{k+1}: A q_k`, each a multiple of the one before whatever its length: only the direction counts. */
const isPowerIteration = (target: Expression, world: World): boolean => {
  const defined = target.kind === 'index' ? world.formula(target)?.defined : undefined;
  if (target.kind !== 'index' || defined?.kind !== 'product') return false;
  const own = defined.factors.filter((factor) =>
    [...nodes(factor)].some((node) => node.kind === 'symbol' && node.name === nameOf(target.base)),
  );
  const [only] = own;
  return own.length === 1 && only?.kind === 'index';
};

const nameOf = (e: Expression): string | undefined => (e.kind === 'symbol' ? e.name : undefined);

const isReal = (value: Value): value is Real => value.kind === 'exact' || value.kind === 'enclosure';

type Length = (items: readonly Real[]) => Outcome;

const sumOf = (items: readonly Real[]): Real => items.reduce((sum, item) => addReal(sum, item, bits), zero);

const largest = (items: readonly Real[]): Real =>
  items.map(absoluteReal).reduce((most, item) => (compareReal(item, most) === 1 ? item : most), zero);

/** What a step is divided by: its length, its largest entry, the sum of its entries. */
const lengths: readonly Length[] = [
  (items) => sqrtReal(sumOf(items.map((item) => multiplyReal(item, item, bits))), bits),
  largest,
  (items) => sumOf(items.map(absoluteReal)),
];

const over = (items: readonly Real[], by: Outcome): readonly Real[] | undefined => {
  if (by.kind === 'undefined' || signOfReal(by) === 0) return undefined;
  const parts = items.map((item) => divideReal(item, by, bits));
  return parts.every((part) => part.kind !== 'undefined') ? parts : undefined;
};

/** A step that is not of length one by itself, divided by its length: the same direction as the one asked for. */
export const isNormalizedStep = (target: Expression, claimed: Expression, reference: Value, world: World): boolean => {
  const items = reference.kind === 'vector' ? reference.items : [];
  const parts = components(claimed);
  if (!parts || items.length < 2 || !items.every(isReal) || !isPowerIteration(target, world)) return false;
  return lengths.some((length) => {
    const normalized = over(items, length(items));
    return normalized !== undefined && agrees(claimed, { kind: 'vector', items: normalized }) === true;
  });
};
