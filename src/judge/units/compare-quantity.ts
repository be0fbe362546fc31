import { num, number, power, product, sym } from '../../math/expression/build.ts';
import { evaluate } from '../../math/expression/evaluate.ts';
import { emptyScope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { add, divide, type Exact, multiply, one, subtract, power as toPower, zero } from '../../math/number/exact.ts';
import type { ToleranceRule } from '../../model/rubric.ts';
import { compareNumbers } from '../comparison/numbers.ts';
import { type Decision, undecided, wrong, wrongBy } from '../decision.ts';
import { type Dimension, dimensionless, sameDimension, timesDimension } from './dimension.ts';
import { otherCase } from './find-unit.ts';
import { readQuantity, type UnitPower, type WrittenQuantity } from './read-quantity.ts';

/** Whether a converted unit will do, or only the one the reference has. */
export type UnitRule = 'convertible' | 'same';

type Units = WrittenQuantity['units'];

const dimensionOf = (units: Units): Dimension =>
  [...units.values()].reduce((sum, { unit, exponent }) => timesDimension(sum, unit.dimension, exponent), dimensionless);

const sameUnits = (a: Units, b: Units): boolean =>
  a.size === b.size && [...a].every(([symbol, { exponent }]) => b.get(symbol)?.exponent === exponent);

/** `kg·m/s^2`. */
const unitText = (units: Units): string => {
  const written = (powers: readonly UnitPower[]): string =>
    powers
      .map(({ unit, exponent }) => (Math.abs(exponent) === 1 ? unit.symbol : `${unit.symbol}^${Math.abs(exponent)}`))
      .join('·');
  const all = [...units.values()];
  const [over, under] = [all.filter(({ exponent }) => exponent > 0), all.filter(({ exponent }) => exponent < 0)];
  const top = written(over) || '1';
  return under.length === 0 ? top : `${top}/${under.length > 1 ? `(${written(under)})` : written(under)}`;
};

/** A number in these units is `factor · π^pi · (number + offset)` in the coherent units of the SI. */
interface Scale {
  readonly factor: Exact;
  readonly pi: number;
  readonly offset: Exact;
}

const scaleOf = (units: Units): Scale => {
  const all = [...units.values()];
  const [only] = all;
  return {
    factor: all.reduce((total, { unit, exponent }) => multiply(total, toPower(unit.factor, exponent)), one),
    pi: all.reduce((total, { unit, exponent }) => total + unit.pi * exponent, 0),
    offset: only && all.length === 1 && only.exponent === 1 ? only.unit.offset : zero,
  };
};

/** The number that says in units `to` what `value` says in units `from`. */
const converted = (value: Expression, from: Scale, to: Scale): Expression => {
  const factor = divide(from.factor, to.factor);
  const pi = from.pi - to.pi;
  const shift = subtract(multiply(factor, from.offset), to.offset);
  const exact = evaluate(value, emptyScope, 25);
  if (exact.kind === 'exact' && pi === 0) return number(add(multiply(exact, factor), shift));
  const scaled = product([
    number(factor),
    power(sym('π'), pi < 0 ? { kind: 'negative', of: num(-pi) } : num(pi)),
    value,
  ]);
  return { kind: 'sum', terms: [scaled, number(shift)] };
};

/** Digits shown belong to the unit the student chose; a limit belongs to the unit of the reference. */
const isInReferenceUnits = (rule: ToleranceRule): boolean => rule.kind === 'abs' || rule.kind === 'interval';

const compareAmounts = (
  answer: { readonly number: Expression; readonly units: Units },
  reference: { readonly number: Expression; readonly units: Units },
  rule: ToleranceRule,
): Decision => {
  if (sameUnits(answer.units, reference.units)) return compareNumbers(answer.number, reference.number, rule);
  const [ours, theirs] = [scaleOf(answer.units), scaleOf(reference.units)];
  return isInReferenceUnits(rule)
    ? compareNumbers(converted(answer.number, ours, theirs), reference.number, rule)
    : compareNumbers(answer.number, converted(reference.number, theirs, ours), rule);
};

const isRight = (decision: Decision): boolean => decision.verdict === 'correct';

const numberNote = (answer: Expression, reference: Expression, rule: ToleranceRule): string =>
  isRight(compareNumbers(answer, reference, rule)) ? 'the number is right' : 'the number is not right either';

/** `Kj`: the spelling that was meant. */
const caseHint = (unknown: readonly string[]): string | undefined => {
  for (const name of unknown) {
    const meant = otherCase(name);
    if (meant) return `${name} is no unit; ${meant} is`;
  }
  return undefined;
};

const wrongDimension = (answer: WrittenQuantity, expected: Units, note: string): Decision => {
  const hint = caseHint(answer.unknown);
  if (hint) return wrongBy('wrong-case', `${hint}; ${note}`);
  if (answer.units.size === 0) return wrongBy('missing-unit', `the unit is missing (${unitText(expected)}); ${note}`);
  if (expected.size === 0) return wrongBy('needless-unit', `a number without a unit is asked for; ${note}`);
  return wrongBy(
    'incompatible-unit',
    `${unitText(answer.units)} cannot be converted to ${unitText(expected)}; ${note}`,
  );
};

const compareRead = (
  answer: WrittenQuantity,
  reference: WrittenQuantity,
  unitRule: UnitRule,
  rule: ToleranceRule,
): Decision => {
  if (!reference.number) return undecided('the reference has no number');
  if (!answer.number) return wrongBy('only-a-unit', 'only a unit is given, no number');
  const [ours, theirs] = [
    { ...answer, number: answer.number },
    { ...reference, number: reference.number },
  ];
  if (!sameDimension(dimensionOf(ours.units), dimensionOf(theirs.units)))
    return wrongDimension(answer, theirs.units, numberNote(ours.number, theirs.number, rule));
  const amounts = compareAmounts(ours, theirs, rule);
  if (unitRule === 'convertible' || sameUnits(ours.units, theirs.units)) return amounts;
  const note = isRight(amounts) ? 'the amount is right' : 'the amount is not right either';
  return wrongBy('other-unit', `${unitText(theirs.units)} is asked for, not ${unitText(ours.units)}; ${note}`);
};

/** `5 m + 20 cm` may be right; `9.81 + m/s` is not. */
const isSumOfQuantities = (e: Expression): boolean =>
  e.kind === 'sum' &&
  e.terms.every((term) => {
    const read = readQuantity(term);
    return read?.number !== undefined && read.units.size > 0;
  });

/** A number with a unit against another, by a tolerance for the number and a rule for the unit. */
export const compareQuantities = (
  answer: Expression,
  reference: Expression,
  units: UnitRule,
  rule: ToleranceRule,
): Decision => {
  if (answer.kind === 'relation') return undecided('an equation, where a number with its unit is asked for');
  const [ours, theirs] = [readQuantity(answer), readQuantity(reference)];
  if (!theirs) return undecided('the reference is no number with a unit');
  if (!ours) return isSumOfQuantities(answer) ? undecided('a sum of quantities') : wrong('not a number with a unit');
  return compareRead(ours, theirs, units, rule);
};
