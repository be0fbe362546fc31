import { num, product, quotient, sym } from '../../../math/expression/build.ts';
import type { Expression, SymbolNode } from '../../../math/expression/tree.ts';
import { nodes, substitute } from '../../../math/expression/walk.ts';
import { writtenNumber } from '../../../math/expression/written-number.ts';
import { compareLists } from '../../comparison/collections.ts';
import { compareFunctions } from '../../comparison/functions.ts';
import { compareNumbers } from '../../comparison/numbers.ts';
import { constantValue, isZero, variablesOf } from '../../comparison/sample-point.ts';
import type { Decision } from '../../decision.ts';
import { findUnit } from '../../units/find-unit.ts';
import { readQuantity } from '../../units/read-quantity.ts';

/** A decimal stands for the number it rounds where it shows at least so many digits. */
const LIMITS = { figures: 5, decimals: 4 } as const;

const isLongDecimal = (e: Expression): boolean => {
  const written = writtenNumber(e);
  if (!written?.isDecimal) return false;
  return written.figures.max >= LIMITS.figures || written.decimals >= LIMITS.decimals;
};

const ratioOf = (e: Expression): readonly Expression[] | undefined =>
  e.kind === 'apply' && e.operator.kind === 'symbol' && e.operator.name === ':' ? e.arguments : undefined;

/** `7 : 32` is `14 : 64`; `1:00` is not `12:00`. */
const compareRatios = (answer: readonly Expression[], reference: readonly Expression[]): Decision => {
  const [[a, b, ...more], [c, d, ...others]] = [answer, reference];
  const alike = compareLists(answer, reference, compareFunctions);
  if (alike.verdict === 'correct' || !a || !b || !c || !d || more.length + others.length > 0) return alike;
  const hasZero = [a, b, c, d].some((part) => isZero(constantValue(part)) !== false);
  return hasZero ? alike : compareFunctions(product([a, d]), product([c, b]));
};

/** A unit written as a word or a degree sign; a single letter may be a name. */
const unitFree = (e: Expression): Expression | undefined => {
  const words = [...nodes(e)].filter((node) => node.kind === 'symbol' && variablesOf(node).length > 0);
  if (words.some((word) => word.kind === 'symbol' && word.name.length === 1 && word.name !== '°')) return undefined;
  const read = words.length > 0 ? readQuantity(e) : undefined;
  return read && read.unknown.length === 0 ? read.number : undefined;
};

/** `\frac{1}{3} \text{meters}` where the reference has no unit: its number. */
const withUnitsAlike = (answer: Expression, reference: Expression): readonly [Expression, Expression] => {
  const [ours, theirs] = [unitFree(answer), unitFree(reference)];
  if (ours && !theirs) return [ours, reference];
  return theirs && !ours ? [answer, theirs] : [answer, reference];
};

const compareNumbersShown = (answer: Expression, reference: Expression): Decision => {
  const direct = compareFunctions(answer, reference);
  if (direct.verdict === 'correct' || variablesOf(answer, reference).length > 0) return direct;
  if (isLongDecimal(answer) && !writtenNumber(reference)?.isDecimal)
    return compareNumbers(answer, reference, { kind: 'shown' });
  if (isLongDecimal(reference) && !writtenNumber(answer)?.isDecimal)
    return compareNumbers(reference, answer, { kind: 'shown' });
  return direct;
};

const inRadians = (e: Expression): Expression =>
  substitute(e, (node) => (node.kind === 'symbol' && node.name === '°' ? quotient(sym('π'), num(180)) : undefined));

/** `30°` is π/6; and it is 30 where only one side has the sign. */
const compareAngles = (answer: Expression, reference: Expression): Decision => {
  const [a, b] = [inRadians(answer), inRadians(reference)];
  const angles = compareNumbersShown(a, b);
  return angles.verdict === 'correct' ? angles : compareNumbersShown(...withUnitsAlike(answer, reference));
};

const hasDegrees = (e: Expression): boolean => inRadians(e) !== e;

const isLetter = (e: Expression): e is SymbolNode => e.kind === 'symbol' && /^\p{L}$/u.test(e.name);

/** `35 c m`, letters of a unit read one by one, as `35 cm`. */
const withUnitsWhole = (e: Expression): Expression => {
  const [number, ...letters] = e.kind === 'product' ? e.factors : [];
  if (number?.kind !== 'number' || letters.length < 2 || !letters.every(isLetter)) return e;
  const unit = letters.map(({ name }) => name).join('');
  return findUnit(unit) ? product([number, sym(unit)]) : e;
};

const compareSingles = (answer: Expression, reference: Expression): Decision =>
  hasDegrees(answer) || hasDegrees(reference)
    ? compareAngles(answer, reference)
    : compareNumbersShown(...withUnitsAlike(answer, reference));

/**
 * Single values as people state them: ratios, numbers with a unit the other side leaves out, angles in degrees, decimals
 * with enough digits for the exact number.
 */
export const compareValues = (answer: Expression, reference: Expression): Decision => {
  const [ratio, other] = [ratioOf(answer), ratioOf(reference)];
  if (ratio && other) return compareRatios(ratio, other);
  const direct = compareSingles(answer, reference);
  const [ours, theirs] = [withUnitsWhole(answer), withUnitsWhole(reference)];
  if (direct.verdict === 'correct' || (ours === answer && theirs === reference)) return direct;
  const whole = compareSingles(ours, theirs);
  return whole.verdict === 'correct' ? whole : direct;
};
