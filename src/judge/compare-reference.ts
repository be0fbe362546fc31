import { equalExpressions } from '../math/expression/equality.ts';
import { evaluate } from '../math/expression/evaluate.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Value } from '../math/expression/value.ts';
import { writtenNumber } from '../math/expression/written-number.ts';
import type { Exact } from '../math/number/exact.ts';
import type { Item, ToleranceRule } from '../model/rubric.ts';
import type { Reference, World } from '../model/world.ts';
import { allOf, correct, type Decision, undecided, wrong } from './decision.ts';
import { components } from './locate/names.ts';
import type { Quantity } from './tolerances/quantity.ts';
import type { Claimed } from './tolerances/tolerance.ts';
import { acceptsNumber, partialCreditOf } from './tolerances/tolerances.ts';

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

const compareNumber = (claimed: Expression, reference: Quantity, rule: ToleranceRule, scope: Scope): Decision => {
  const number = claimedNumber(claimed, scope);
  return number ? acceptsNumber(number, reference, rule) : undecided('The answer could not be read as a number.');
};

const rowsOf = (e: Expression): readonly (readonly Expression[])[] | undefined =>
  e.kind === 'matrix' ? e.rows : components(e)?.map((row) => components(row) ?? [row]);

/** What of a reference stands at a place in a vector, asked again with more digits where those are needed. */
type Ask = (digits: number) => Value;

const itemOf =
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

const compareValue = (claimed: Expression, ask: Ask, rule: ToleranceRule, scope: Scope): Decision => {
  const value = ask(digits);
  if (isReal(value)) return compareNumber(claimed, value.kind === 'exact' ? value : ask, rule, scope);
  if (value.kind === 'vector') {
    const parts = components(claimed);
    if (!parts) return undecided('A vector is asked for, and the answer could not be read as one.');
    if (parts.length !== value.items.length)
      return wrong(`${value.items.length} components are asked for, ${parts.length} are given.`);
    return allOf(parts.map((part, i) => compareValue(part, itemOf(ask, i), rule, scope)));
  }
  if (value.kind === 'matrix') {
    const rows = rowsOf(claimed);
    if (!rows) return undecided('A matrix is asked for, and the answer could not be read as one.');
    const fits = rows.length === value.rows.length && rows.every((row, i) => row.length === value.rows[i]?.length);
    if (!fits) return wrong(`A matrix of ${value.rows.length} × ${value.rows[0]?.length ?? 0} is asked for.`);
    return allOf(rows.flatMap((row, i) => row.map((cell, j) => compareValue(cell, cellOf(ask, i, j), rule, scope))));
  }
  return undecided('The reference is no number that an answer could be compared with.');
};

const compareExpression = (claimed: Expression, reference: Expression, scope: Scope): Decision => {
  const parts = components(claimed);
  const wanted = components(reference);
  if (parts && wanted) {
    if (parts.length !== wanted.length) return wrong(`${wanted.length} components are asked for.`);
    return allOf(parts.map((part, i) => compareExpression(part, wanted[i] ?? part, scope)));
  }
  const { equal, decided, reason } = equalExpressions(claimed, reference, { scope });
  if (equal === undefined) return undecided(reason ?? 'Whether this equals the reference could not be decided.');
  return equal ? correct(decided) : wrong('This is not equal to the reference.', decided);
};

/**
 * Compares an answer with what a world gives for the target: a value by the tolerance, component by component; an
 * expression as a function of its variables. What could not be read as an answer of this kind is undecided, not wrong.
 */
export const compareInWorld = (
  claimed: Expression,
  target: Expression,
  world: World,
  rule: ToleranceRule,
): Decision => {
  const reference = world.answer(target, digits);
  if (reference.kind === 'function') return compareExpression(claimed, reference.expression, world);
  const ask: Ask = (more) => {
    const answer = world.answer(target, more);
    return answer.kind === 'value' ? answer.value : reference.value;
  };
  return compareValue(claimed, ask, rule, world);
};

/** The share of the points that a step of partial credit gives a number that is not right. */
export const partialShare = (item: Item, claimed: Expression, reference: Reference): Exact | undefined => {
  const number = writtenNumber(claimed);
  if (!number || reference.kind !== 'value' || !isReal(reference.value)) return undefined;
  return partialCreditOf(number, reference.value, item.partial)?.share;
};
