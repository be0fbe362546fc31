import { number } from '../math/expression/build.ts';
import { equalExpressions } from '../math/expression/equality.ts';
import { evaluate } from '../math/expression/evaluate.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import { freeSymbols } from '../math/expression/walk.ts';
import { compare, type Exact } from '../math/number/exact.ts';
import type { Ask, Item, ToleranceRule } from '../model/rubric.ts';
import type { Reference, World } from '../model/world.ts';
import { withParameters } from './bare-functions.ts';
import { compareMultiples } from './compare-multiples.ts';
import { compareUnordered, isUnordered } from './compare-unordered.ts';
import { type Ask as Asking, compareValue } from './compare-value.ts';
import { compareAnswer } from './comparison/compare-answer.ts';
import { scaled } from './comparison/scaled.ts';
import { asSet } from './comparison/several.ts';
import { shapeOf } from './comparison/shape.ts';
import { allOf, correct, type Decision, undecided, wrong, wrongBy } from './decision.ts';
import { findForm, isWrittenAs } from './forms/forms.ts';
import { components } from './locate/components.ts';
import { referenceText, valueText, withDecimals } from './reference-text.ts';
import { compareToQuantity, type UnitRule, unitText } from './units/compare-quantity.ts';
import type { WrittenQuantity } from './units/read-quantity.ts';
import { tidied } from './units/tidy.ts';
import { workedOut } from './units/work-out.ts';

/** Digits of a reference; comparisons ask for more where they need them. */
const digits = 30;

export type ValueAsk = Extract<Ask, { kind: 'value' }>;

const compareExpression = (claimed: Expression, reference: Expression, scope: Scope): Decision => {
  const parts = components(scaled(claimed));
  const wanted = components(reference);
  if (parts && wanted) {
    if (parts.length !== wanted.length) return wrong(`${wanted.length} components are asked for.`);
    return allOf(parts.map((part, i) => compareExpression(part, wanted[i] ?? part, scope)));
  }
  const { equal, decided, reason } = equalExpressions(withParameters(claimed, scope), reference, { scope });
  if (equal === undefined) return undecided(reason ?? 'Whether this equals the reference could not be decided.');
  return equal ? correct(decided) : wrong('This is not equal to the reference.', decided);
};

const constants: ReadonlySet<string> = new Set(['π', 'e', '∞']);

const isNumeric = (e: Expression): boolean =>
  freeSymbols(e).every((name) => name.kind === 'symbol' && constants.has(name.name));

/** `{1, 2}`, `[0, 1)`, `x < 2`: compared as what it is, its numbers by the tolerance. */
const isSetOrStatement = (reference: Expression): boolean => {
  const shape = shapeOf(reference);
  if (shape.kind === 'list') return shape.ends === '[)' || shape.ends === '(]';
  return shape.kind === 'set' || shape.kind === 'region' || shape.kind === 'statement';
};

/** An answer of another kind than the reference may still mean the same: a person looks. */
const unlessOtherKind = (decision: Decision): Decision =>
  decision.finding?.id === 'other-kind' ? undecided(`${decision.finding.message}.`) : decision;

const compareFunction = (claimed: Expression, reference: Expression, world: World, rule: ToleranceRule): Decision => {
  if (!isSetOrStatement(reference)) return compareExpression(claimed, reference, world);
  const isOfNumbers = shapeOf(reference).kind !== 'statement' && rule.kind !== 'exact' && isNumeric(reference);
  const by = isOfNumbers ? ({ kind: 'number', tolerance: rule } as const) : ({ kind: 'expression' } as const);
  // `1, 2, 3` and `x = 1 or x = 2` where `{1, 2, 3}` is asked for
  const given = shapeOf(reference).kind === 'set' ? (asSet(claimed) ?? claimed) : claimed;
  return unlessOtherKind(compareAnswer(given, reference, by, world));
};

const compareWithout = (
  claimed: Expression,
  { target, multiples }: ValueAsk,
  world: World,
  rule: ToleranceRule,
): Decision => {
  const reference = world.answer(target, digits);
  if (reference.kind === 'function') return compareFunction(claimed, reference.expression, world, rule);
  const ask: Asking = (more) => {
    const answer = world.answer(target, more);
    return answer.kind === 'value' ? answer.value : reference.value;
  };
  const by = { rule, scope: world, closed: reference.closed };
  if (multiples && reference.value.kind === 'vector') return compareMultiples(claimed, ask, by);
  return isUnordered(target, world) ? compareUnordered(claimed, ask, by) : compareValue(claimed, ask, by);
};

/** The reference as a formula of numbers and units. */
const formulaOf = (reference: Reference): Expression | undefined => {
  if (reference.kind === 'function') return reference.expression;
  return reference.value.kind === 'exact' ? number(reference.value) : reference.closed;
};

/** The reference as a number and its units; where any unit that converts will do, in such as people use. */
const quantityOf = (formula: Expression, world: World, rule: UnitRule): WrittenQuantity | undefined => {
  const read = workedOut(formula, world);
  return read?.number && rule === 'convertible' ? { ...read, ...tidied(read.number, read.units) } : read;
};

const compareInUnits = (
  claimed: Expression,
  target: Expression,
  world: World,
  rule: ToleranceRule,
  units: UnitRule,
): Decision => {
  const formula = formulaOf(world.answer(target, digits));
  const quantity = formula && quantityOf(formula, world, units);
  if (!quantity) return undecided('The reference is no number with a unit.');
  return compareToQuantity(claimed, quantity, units, rule, world);
};

/** The reference as a number and its unit, where a unit is asked for and it comes to one. */
export const askedQuantity = (
  ask: ValueAsk,
  reference: Reference,
  world: World,
): { readonly number: Expression; readonly unit: string } | undefined => {
  const formula = ask.units && formulaOf(reference);
  const quantity = formula && ask.units && quantityOf(formula, world, ask.units);
  if (!quantity?.number || quantity.units.size === 0) return undefined;
  return { number: quantity.number, unit: unitText(quantity.units) };
};

/**
 * The reference as a reader is told it: `29.43 m/s`, where units are asked for and it comes to such, `38/21 ≈ 1.81` where
 * decimals are.
 */
export const askedText = (ask: ValueAsk, reference: Reference, world: World, rule: ToleranceRule): string => {
  const quantity = askedQuantity(ask, reference, world);
  if (!quantity)
    return reference.kind === 'value' && rule.kind !== 'exact'
      ? withDecimals(reference.value)
      : referenceText(reference);
  return `${valueText(evaluate(quantity.number, world, digits))} ${quantity.unit}`;
};

/** A right value must be written in the form asked for, too. */
const inForm = (claimed: Expression, name: string, value: Decision): Decision => {
  const form = findForm(name);
  const holds = form && isWrittenAs(form, claimed);
  if (!form || holds === undefined) return undecided(`Whether this is ${form?.title ?? name} could not be told.`);
  if (holds) return value;
  const message = `The value is right, but it is not written as ${form.title}.`;
  return { ...wrongBy(`not-${form.name}`, message), isValueRight: true };
};

/**
 * Compares an answer with what a world gives for the target: a value by the tolerance, component by component; an
 * expression as a function of its variables; sets, equations and inequalities by what they hold for; quantities with
 * their units; and where a form is asked for, in that form. What could not be read as an answer of this kind is
 * undecided, not wrong.
 */
export const compareInWorld = (claimed: Expression, ask: ValueAsk, world: World, rule: ToleranceRule): Decision => {
  const value = ask.units
    ? compareInUnits(claimed, ask.target, world, rule, ask.units)
    : compareWithout(claimed, ask, world, rule);
  return ask.form !== undefined && value.verdict === 'correct' ? inForm(claimed, ask.form, value) : value;
};

/** The share of the points that an answer earns which is not right: of the steps it is within, the one that gives most. */
export const partialShare = (item: Item, ask: ValueAsk, claimed: Expression, world: World): Exact | undefined =>
  item.partial
    .filter(({ within }) => compareInWorld(claimed, ask, world, within).verdict === 'correct')
    .map(({ share }) => share)
    .reduce<Exact | undefined>((best, share) => (best && compare(best, share) >= 0 ? best : share), undefined);
