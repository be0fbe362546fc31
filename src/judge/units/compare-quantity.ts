import { emptyScope, type Scope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { ToleranceRule } from '../../model/rubric.ts';
import { compareNumbers } from '../comparison/numbers.ts';
import { type Decision, undecided, wrong, wrongBy } from '../decision.ts';
import { sameDimension } from './dimension.ts';
import { otherCase } from './find-unit.ts';
import { readQuantity, type UnitPower, type WrittenQuantity } from './read-quantity.ts';
import { converted, dimensionOf, type Units } from './scale.ts';
import { workedOut } from './work-out.ts';

/** Whether a converted unit will do, or only the one the reference has. */
export type UnitRule = 'convertible' | 'same';

const sameUnits = (a: Units, b: Units): boolean =>
  a.size === b.size && [...a].every(([symbol, { exponent }]) => b.get(symbol)?.exponent === exponent);

/** `kg·m/s^2`. */
export const unitText = (units: Units): string => {
  const written = (powers: readonly UnitPower[]): string =>
    powers
      .map(({ unit, exponent }) => (Math.abs(exponent) === 1 ? unit.symbol : `${unit.symbol}^${Math.abs(exponent)}`))
      .join('·');
  const all = [...units.values()];
  const [over, under] = [all.filter(({ exponent }) => exponent > 0), all.filter(({ exponent }) => exponent < 0)];
  const top = written(over) || '1';
  return under.length === 0 ? top : `${top}/${under.length > 1 ? `(${written(under)})` : written(under)}`;
};

/** Digits shown belong to the unit the student chose; a limit belongs to the unit of the reference. */
const isInReferenceUnits = (rule: ToleranceRule): boolean => rule.kind === 'abs' || rule.kind === 'interval';

const compareAmounts = (
  answer: { readonly number: Expression; readonly units: Units },
  reference: { readonly number: Expression; readonly units: Units },
  rule: ToleranceRule,
  scope: Scope,
): Decision => {
  if (sameUnits(answer.units, reference.units)) return compareNumbers(answer.number, reference.number, rule, scope);
  const [ours, theirs] = [answer.units, reference.units];
  return isInReferenceUnits(rule)
    ? compareNumbers(converted(answer.number, ours, theirs), reference.number, rule, scope)
    : compareNumbers(answer.number, converted(reference.number, theirs, ours), rule, scope);
};

const isRight = (decision: Decision): boolean => decision.verdict === 'correct';

const numberNote = (isNumberRight: boolean): string =>
  isNumberRight ? 'the number is right' : 'the number is not right either';

/** `Kj`: the spelling that was meant. */
const caseHint = (unknown: readonly string[]): string | undefined => {
  for (const name of unknown) {
    const meant = otherCase(name);
    if (meant) return `${name} is no unit; ${meant} is`;
  }
  return undefined;
};

/** The wrong unit or none; whether the number beside it is right is told apart. */
const wrongDimension = (answer: WrittenQuantity, expected: Units, isNumberRight: boolean): Decision => {
  const note = numberNote(isNumberRight);
  const by = (id: string, message: string): Decision => ({
    ...wrongBy(id, `${message}; ${note}`),
    isValueRight: isNumberRight,
  });
  const hint = caseHint(answer.unknown);
  if (hint) return by('wrong-case', hint);
  if (answer.units.size === 0) return by('missing-unit', `the unit is missing (${unitText(expected)})`);
  if (expected.size === 0) return by('needless-unit', 'a number without a unit is asked for');
  return by('incompatible-unit', `${unitText(answer.units)} cannot be converted to ${unitText(expected)}`);
};

const compareRead = (
  answer: WrittenQuantity,
  reference: WrittenQuantity,
  unitRule: UnitRule,
  rule: ToleranceRule,
  scope: Scope,
): Decision => {
  if (!reference.number) return undecided('the reference has no number');
  if (!answer.number) return wrongBy('only-a-unit', 'only a unit is given, no number');
  const [ours, theirs] = [
    { ...answer, number: answer.number },
    { ...reference, number: reference.number },
  ];
  if (!sameDimension(dimensionOf(ours.units), dimensionOf(theirs.units)))
    return wrongDimension(answer, theirs.units, isRight(compareNumbers(ours.number, theirs.number, rule, scope)));
  const amounts = compareAmounts(ours, theirs, rule, scope);
  if (unitRule === 'convertible' || sameUnits(ours.units, theirs.units)) return amounts;
  const note = isRight(amounts) ? 'the amount is right' : 'the amount is not right either';
  const message = `${unitText(theirs.units)} is asked for, not ${unitText(ours.units)}; ${note}`;
  return { ...wrongBy('other-unit', message), isValueRight: isRight(amounts) };
};

/** `5 m + 20 cm` may be right; `9.81 + m/s` is not. */
const isSumOfQuantities = (e: Expression): boolean =>
  e.kind === 'sum' &&
  e.terms.every((term) => {
    const read = readQuantity(term);
    return read?.number !== undefined && read.units.size > 0;
  });

const hasNumber = (e: Expression): boolean => readQuantity(e)?.number !== undefined;

/** `1 h 30 min` is a sum to those who write it: a number comes again behind a unit. */
const isMixed = (e: Expression): boolean => {
  if (e.kind !== 'product') return false;
  const firstUnit = e.factors.findIndex((factor) => !hasNumber(factor));
  return firstUnit >= 0 && e.factors.slice(firstUnit).some(hasNumber);
};

/** An answer against a number with its unit, by a tolerance for the number and a rule for the unit. */
export const compareToQuantity = (
  answer: Expression,
  reference: WrittenQuantity,
  units: UnitRule,
  rule: ToleranceRule,
  scope: Scope,
): Decision => {
  if (answer.kind === 'relation') return undecided('an equation, where a number with its unit is asked for');
  const read = readQuantity(answer);
  if (read && isMixed(answer)) return undecided('several quantities side by side');
  if (!read) return isSumOfQuantities(answer) ? undecided('a sum of quantities') : wrong('not a number with a unit');
  return compareRead(read, reference, units, rule, scope);
};

/** The same against a formula of numbers and units. */
export const compareQuantities = (
  answer: Expression,
  reference: Expression,
  units: UnitRule,
  rule: ToleranceRule,
  scope: Scope = emptyScope,
): Decision => {
  const read = workedOut(reference, scope);
  if (!read) return undecided('the reference is no number with a unit');
  return compareToQuantity(answer, read, units, rule, scope);
};
