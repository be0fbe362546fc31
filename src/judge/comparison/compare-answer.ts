import { sym } from '../../math/expression/build.ts';
import { emptyScope, type Scope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { ToleranceRule } from '../../model/rubric.ts';
import { type Decision, undecided, wrong, wrongBy } from '../decision.ts';
import type { Form } from '../forms/form.ts';
import { isWrittenAs } from '../forms/forms.ts';
import { compareQuantities, type UnitRule } from '../units/compare-quantity.ts';
import { readQuantity } from '../units/read-quantity.ts';
import { compareSets } from './collections.ts';
import { compareShapes } from './compare-shapes.ts';
import { compareFunctions } from './functions.ts';
import { compareIdentical } from './identical.ts';
import { compareNumbers } from './numbers.ts';
import { compareOnTheLine } from './on-the-line.ts';
import { asSet } from './several.ts';
import { shapeOf } from './shape.ts';
import { compareStatements } from './statements.ts';

/** What an answer is asked to agree in. */
export type AnswerRule =
  /** Numbers by a tolerance; lists, sets and matrices number by number. */
  | { readonly kind: 'number'; readonly tolerance: ToleranceRule }
  /** Equal as functions, equations and inequalities as solution sets. */
  | { readonly kind: 'expression' }
  /** The same up to order and grouping of sums and products. */
  | { readonly kind: 'identical' }
  /** Written in a form, and equal unless the value is ignored. */
  | {
      readonly kind: 'form';
      readonly form: Form;
      readonly variable?: Expression;
      readonly value: 'checked' | 'ignored';
    }
  | { readonly kind: 'set' }
  | { readonly kind: 'quantity'; readonly units: UnitRule; readonly tolerance: ToleranceRule };

/** Equal as functions, item by item where they are lists, sets or matrices. */
const compareExpressions = (answer: Expression, reference: Expression): Decision =>
  compareShapes(answer, reference, { scalars: compareFunctions, statements: compareStatements });

const isStatement = (e: Expression): boolean => shapeOf(e).kind === 'statement';

const ignoresReference = (tolerance: ToleranceRule): boolean =>
  tolerance.kind === 'interval' || (tolerance.kind === 'sigfigs' && tolerance.accuracy === 'ignored');

const hasUnit = (e: Expression): boolean => {
  const read = e.kind === 'number' ? undefined : readQuantity(e);
  return read?.number !== undefined && read.units.size > 0 && read.unknown.length === 0;
};

/**
 * `-1 ≤ x < 1` where `[-1, 1)` is asked for. Whether `x = 1.5` is an answer where 1.5 is asked for, a person decides: the
 * name may be the wrong one.
 */
const saidOf = (answer: Expression, reference: Expression, tolerance: ToleranceRule): Decision => {
  const isOfSet = shapeOf(reference).kind !== 'scalar';
  const found = isOfSet ? compareOnTheLine(answer, reference) : undefined;
  if (found && (found.verdict === 'correct' || tolerance.kind === 'exact')) return found;
  return undecided(isOfSet ? 'a statement, where a set is asked for' : 'an equation, where a number is asked for');
};

const numbers = (answer: Expression, reference: Expression, tolerance: ToleranceRule, scope: Scope): Decision => {
  const compare = (a: Expression, b: Expression): Decision => compareNumbers(a, b, tolerance, scope);
  if (isStatement(answer) && !isStatement(reference)) return saidOf(answer, reference, tolerance);
  if (shapeOf(answer).kind === 'scalar' && ignoresReference(tolerance)) return compare(answer, reference);
  const found = compareShapes(answer, reference, { scalars: compare, statements: compareStatements });
  return found.verdict === 'wrong' && hasUnit(answer) ? undecided('a unit, where a number is asked for') : found;
};

const inForm = (answer: Expression, reference: Expression, rule: Extract<AnswerRule, { kind: 'form' }>): Decision => {
  const value = rule.value === 'ignored' ? undefined : compareExpressions(answer, reference);
  if (value && value.verdict !== 'correct') return value;
  const holds = isWrittenAs(rule.form, answer, rule.variable);
  if (holds === undefined) return undecided(`whether this is ${rule.form.title} could not be told`);
  if (holds) return value ?? { verdict: 'correct', decided: 'exact' };
  const message = `${value ? 'the value is right, but this is not' : 'not'} ${rule.form.title}`;
  return wrongBy(`not-${rule.form.name}`, message);
};

/** A region or a statement about one number, against another of them: by the real numbers in it. */
const asRealSets = (answer: Expression, reference: Expression): Decision | undefined =>
  compareOnTheLine(answer, reference, sym('x'));

const sets = (answer: Expression, reference: Expression): Decision => {
  const [ours, theirs] = [asSet(answer), asSet(reference)];
  if (ours?.kind === 'list' && theirs?.kind === 'list')
    return compareSets(ours.items, theirs.items, compareExpressions);
  if (ours && shapeOf(reference).kind === 'scalar') return wrong('no set is asked for');
  const isBare = shapeOf(answer).kind === 'scalar' || (answer.kind === 'list' && theirs !== undefined);
  if (isBare) return theirs ? wrong('a set is asked for') : undecided('the reference is no set');
  return asRealSets(answer, reference) ?? undecided('whether this is the set asked for could not be decided');
};

/** Whether an answer agrees with a reference in what the rule asks. Never throws on anything a student writes. */
export const compareAnswer = (
  answer: Expression,
  reference: Expression,
  rule: AnswerRule,
  scope: Scope = emptyScope,
): Decision => {
  switch (rule.kind) {
    case 'number':
      return numbers(answer, reference, rule.tolerance, scope);
    case 'expression':
      return compareExpressions(answer, reference);
    case 'identical':
      return compareIdentical(answer, reference);
    case 'form':
      return inForm(answer, reference, rule);
    case 'set':
      return sets(answer, reference);
    case 'quantity':
      return compareQuantities(answer, reference, rule.units, rule.tolerance);
  }
};
