import { one } from '../exact.ts';
import { compareReal, multiplyReal, negateReal, type Outcome, type Real, sqrtReal, subtractReal } from '../real.ts';
import { isUndefined, undefinedValue } from '../undefined.ts';
import { atan2 } from './atan.ts';

/** √(1 − x²), the other leg; an exact x is squared exactly, so that nothing is lost near ±1. */
const otherLeg = (x: Real, bits: number): Outcome => {
  const [low, high] = [compareReal(x, negateReal(one)), compareReal(x, one)];
  if (low === -1 || high === 1) return undefinedValue('domain', 'no angle has a sine or cosine beyond ±1');
  if (low === undefined || high === undefined)
    return undefinedValue('undecided', 'the angle of a sine or cosine that cannot be told from ±1');
  return sqrtReal(subtractReal(one, multiplyReal(x, x, 2 * bits), 2 * bits), bits);
};

/** arcsin x, between −π/2 and π/2; `domain` beyond ±1. */
export const asin = (x: Real, bits: number): Outcome => {
  const leg = otherLeg(x, bits + 8);
  return isUndefined(leg) ? leg : atan2(x, leg, bits);
};

/** arccos x, between 0 and π; `domain` beyond ±1. */
export const acos = (x: Real, bits: number): Outcome => {
  const leg = otherLeg(x, bits + 8);
  return isUndefined(leg) ? leg : atan2(leg, x, bits);
};
