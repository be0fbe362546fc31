import type { WrittenNumber } from '../../math/expression/written-number.ts';
import { ends } from '../../math/number/enclosure.ts';
import { type Exact, equals, sign } from '../../math/number/exact.ts';
import { isExact, type Real } from '../../math/number/real.ts';
import { decimalsOfFigures, isTie, nearest } from '../../math/number/rounding.ts';
import type { Ties, ToleranceRule } from '../../model/rubric.ts';
import { correct, type Decision, undecided, wrong, wrongBy } from '../decision.ts';
import { distanceOrder, orderOf, type Quantity, refined } from './quantity.ts';
import { halfUnit, isRounded, slipOf } from './slips.ts';
import { tolerance } from './tolerance.ts';

type FiguresRule = Extract<ToleranceRule, { kind: 'sigfigs' }>;

const asked = ({ min, max }: FiguresRule): string =>
  max === undefined ? `at least ${min}` : min === max ? `${min}` : `${min} to ${max}`;

/** Whether the writing may mean a count in the range: `100` has one to three figures. */
const countFits = (claimed: WrittenNumber, { min, max }: FiguresRule): boolean =>
  claimed.figures.max >= min && (max === undefined || claimed.figures.min <= max);

/** The reference to so many figures (the neighbours of a tie that are right), and the decimals it was rounded to. */
interface Rounded {
  readonly decimals: number;
  readonly values: readonly Exact[];
}

const roundedExact = (x: Exact, figures: number, ties?: Ties): Rounded => {
  const decimals = decimalsOfFigures(x, figures);
  return { decimals, values: nearest(x, decimals).filter((value) => isRounded(value, x, decimals, ties)) };
};

/** Rounds an enclosure where both of its ends round alike and neither is a tie. */
const roundedReal = (x: Real, figures: number, ties?: Ties): Rounded | undefined => {
  if (isExact(x)) return roundedExact(x, figures, ties);
  const [low, high] = ends(x);
  if (sign(low) === 0 || sign(low) !== sign(high)) return undefined;
  const [below, above] = [roundedExact(low, figures), roundedExact(high, figures)];
  const [first, second] = [below.values[0], above.values[0]];
  const alike = below.decimals === above.decimals && first && second && equals(first, second);
  return alike && !isTie(low, below.decimals) && !isTie(high, above.decimals) ? below : undefined;
};

/** Less than half a unit from the rounded reference: 9.8 is 10 to two figures, 9.5 is not. */
const isAccurate = (claimed: Exact, reference: Quantity, figures: number, ties?: Ties): boolean | undefined => {
  if (orderOf(claimed, reference)?.sign === 0) return true;
  const rounded = refined([reference], ([x]) => (x ? roundedReal(x, figures, ties) : undefined))?.answer;
  if (!rounded) return undefined;
  if (rounded.values.some((value) => sign(value) === 0)) return false;
  return rounded.values.some(
    (value) => distanceOrder(claimed, value, halfUnit(rounded.decimals), 'absolute')?.sign === -1,
  );
};

const accuracy = (claimed: WrittenNumber, reference: Quantity, figures: number, ties?: Ties): Decision => {
  // All that is shown is right: that includes the figures asked for, however they would round.
  const isRight = claimed.figures.max >= figures && isRounded(claimed.value, reference, claimed.decimals, ties);
  const accurate = isRight || isAccurate(claimed.value, reference, figures, ties);
  if (accurate === undefined) return undecided(`the reference could not be rounded to ${figures} figures`);
  if (accurate) return correct('shown');
  const slip = slipOf(claimed, reference, claimed.decimals, ties);
  return slip
    ? wrongBy(slip.id, slip.message, 'shown')
    : wrong(`not accurate to ${figures} significant figures`, 'shown');
};

/**
 * Two criteria apart: how many significant figures are shown, and to how many the number is accurate
 * (as many as are asked for, unless the rule says otherwise).
 */
export const figuresTolerance = tolerance('sigfigs', (claimed, reference, rule) => {
  if (claimed.form === 'computed' || !claimed.isDecimal)
    return wrongBy('no-decimal', `a decimal number with ${asked(rule)} significant figures is asked for`, 'shown');
  const accurate =
    rule.accuracy === 'ignored' ? correct('shown') : accuracy(claimed, reference, rule.accuracy ?? rule.min, rule.ties);
  if (accurate.verdict !== 'correct' || countFits(claimed, rule)) return accurate;
  return wrongBy('wrong-figures', `${asked(rule)} significant figures are asked for`, 'shown');
});
