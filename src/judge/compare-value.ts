import { list } from '../math/expression/build.ts';
import { evaluate } from '../math/expression/evaluate.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Value } from '../math/expression/value.ts';
import { writtenNumber } from '../math/expression/written-number.ts';
import type { ToleranceRule } from '../model/rubric.ts';
import { byAlgebra } from './comparison/numbers.ts';
import { scaled } from './comparison/scaled.ts';
import { allOf, type Decision, undecided, wrong } from './decision.ts';
import { components } from './locate/components.ts';
import type { Quantity } from './tolerances/quantity.ts';
import type { Claimed } from './tolerances/tolerance.ts';
import { acceptsNumber } from './tolerances/tolerances.ts';

/** Digits of the first look at a reference. */
const digits = 30;

const isReal = (value: Value): value is Extract<Value, { kind: 'exact' | 'enclosure' }> =>
  value.kind === 'exact' || value.kind === 'enclosure';

/** The number a student states: a literal with its digits, else what the expression comes to in the section's world. */
const claimedNumber = (e: Expression, scope: Scope): Claimed | undefined => {
  const written = writtenNumber(e);
  if (written) return written;
  const value = evaluate(e, scope, digits);
  if (value.kind === 'exact') return { form: 'computed', value };
  return isReal(value) ? { form: 'computed', value: (more) => evaluate(e, scope, more) } : undefined;
};

/** What a number is measured by: the reference, its closed form where it has one, the tolerance, what names mean. */
export interface Measure {
  readonly rule: ToleranceRule;
  readonly scope: Scope;
  /** √5 where the reference is only enclosed, part by part for vectors and matrices. */
  readonly closed: Expression | undefined;
}

const compareNumber = (claimed: Expression, reference: Quantity, by: Measure): Decision => {
  const number = claimedNumber(claimed, by.scope);
  if (!number) return undecided('The answer could not be read as a number.');
  const decision = acceptsNumber(number, reference, by.rule);
  const isOpen = decision.verdict === 'undecided' && by.closed !== undefined;
  return (isOpen ? byAlgebra(claimed, by.closed, by.rule, by.scope) : undefined) ?? decision;
};

const rowsOf = (e: Expression): readonly (readonly Expression[])[] | undefined =>
  e.kind === 'matrix' ? e.rows : components(e)?.map((row) => components(row) ?? [row]);

/** What of a reference stands at a place in a vector, asked again with more digits where those are needed. */
export type Ask = (digits: number) => Value;

/** The number at a place of a vector. */
export const itemOf =
  (ask: Ask, i: number): Ask =>
  (more) => {
    const whole = ask(more);
    const item = whole.kind === 'vector' ? whole.items[i] : undefined;
    return item ?? whole;
  };

const cellOf =
  (ask: Ask, i: number, j: number): Ask =>
  (more) => {
    const whole = ask(more);
    const cell = whole.kind === 'matrix' ? whole.rows[i]?.[j] : undefined;
    return cell ?? whole;
  };

/** `-0.5, 0.8` and `{-0.5, 0.8}`: whoever writes so may mean a set, so only what is right in its order is settled. */
const compareLoose = (items: readonly Expression[], wanted: readonly Value[], ask: Ask, by: Measure): Decision => {
  const ordered = items.length === wanted.length ? compareVector(list(items), wanted, ask, by) : undefined;
  return ordered?.verdict === 'correct'
    ? ordered
    : undecided('A vector is asked for, and the answer could not be read as one.');
};

const compareVector = (claimed: Expression, items: readonly Value[], ask: Ask, by: Measure): Decision => {
  const parts = components(scaled(claimed));
  if (claimed.kind === 'list' && claimed.open === '{' && claimed.items.length > 1)
    return compareLoose(claimed.items, items, ask, by);
  if (!parts) return undecided('A vector is asked for, and the answer could not be read as one.');
  if (parts.length !== items.length)
    return wrong(`${items.length} components are asked for, ${parts.length} are given.`);
  const closed = by.closed && components(by.closed);
  return allOf(parts.map((part, i) => compareValue(part, itemOf(ask, i), { ...by, closed: closed?.[i] })));
};

const compareMatrix = (claimed: Expression, wanted: readonly (readonly Value[])[], ask: Ask, by: Measure): Decision => {
  const rows = rowsOf(scaled(claimed));
  if (!rows) return undecided('A matrix is asked for, and the answer could not be read as one.');
  const fits = rows.length === wanted.length && rows.every((row, i) => row.length === wanted[i]?.length);
  if (!fits) return wrong(`A matrix of ${wanted.length} × ${wanted[0]?.length ?? 0} is asked for.`);
  const closed = by.closed && rowsOf(by.closed);
  return allOf(
    rows.flatMap((row, i) =>
      row.map((cell, j) => compareValue(cell, cellOf(ask, i, j), { ...by, closed: closed?.[i]?.[j] })),
    ),
  );
};

/** A claimed number, vector or matrix against the value that a reference has, by a tolerance, number by number. */
export const compareValue = (claimed: Expression, ask: Ask, by: Measure): Decision => {
  const value = ask(digits);
  if (isReal(value)) return compareNumber(claimed, value.kind === 'exact' ? value : ask, by);
  if (value.kind === 'vector') return compareVector(claimed, value.items, ask, by);
  if (value.kind === 'matrix') return compareMatrix(claimed, value.rows, ask, by);
  return undecided('The reference is no number that an answer could be compared with.');
};
