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

/** Whether `x = 1.5` is an answer where 1.5 is asked for, a person decides: the name may be the wrong one. */
const numbers = (answer: Expression, reference: Expression, tolerance: ToleranceRule, scope: Scope): Decision => {
  const compare = (a: Expression, b: Expression): Decision => compareNumbers(a, b, tolerance, scope);
  if (isStatement(answer) && !isStatement(reference)) return undecided('an equation, where a number is asked for');
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

const sets = (answer: Expression, reference: Expression): Decision => {
  const [ours, theirs] = [shapeOf(answer), shapeOf(reference)];
  const isWritten = ours.kind === 'set' || (ours.kind === 'list' && ours.ends === '');
  if (theirs.kind !== 'set' || !isWritten)
    return theirs.kind === 'set' ? wrong('a set is asked for') : wrong('no set is asked for');
  return compareSets(ours.items, theirs.items, compareExpressions);
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
