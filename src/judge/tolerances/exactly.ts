import { toDecimal } from '../../math/number/exact.ts';
import { isExact } from '../../math/number/real.ts';
import { correct, undecided, wrong, wrongBy } from '../decision.ts';
import { isPrintOf } from './machine-number.ts';
import { orderOf, type Quantity } from './quantity.ts';
import { isRounded } from './slips.ts';
import { type Claimed, tolerance } from './tolerance.ts';

/** 7/10, which a program would print exactly if its arithmetic were; 1/3 has no exact decimals to print. */
const isTerminating = (reference: Quantity): boolean =>
  typeof reference !== 'function' && isExact(reference) && toDecimal(reference) !== undefined;

/** 0.333 for 1/3: a rounding that shows more than one figure. */
const isRounding = (claimed: Claimed, reference: Quantity): boolean =>
  claimed.form !== 'computed' &&
  claimed.isDecimal &&
  claimed.figures.max > 1 &&
  isRounded(claimed.value, reference, claimed.decimals) === true;

/** claimed = reference, up to the last digits of a program's print. Two irrational numbers that agree as far as they are computed stay undecided. */
export const exactTolerance = tolerance('exact', (claimed, reference) => {
  const order = orderOf(claimed.value, reference);
  if (!order) return undecided('agrees as far as both were computed; equality is not proven');
  if (order.sign === 0) return correct(order.decided);
  const isPrint = claimed.form !== 'computed' && isTerminating(reference) && isPrintOf(claimed, reference);
  if (isPrint) return correct('shown');
  return isRounding(claimed, reference)
    ? wrongBy('not-exact', 'right to the digits shown, but the exact value is asked for', order.decided)
    : wrong('differs from the exact value', order.decided);
});
