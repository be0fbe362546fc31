import { budget } from '../budget.ts';
import { between, enclosure, shifted } from '../enclosure.ts';
import { one, sign } from '../exact.ts';
import { ln2 } from '../fixed/constants.ts';
import { expFixed } from '../fixed/exponential.ts';
import { workingBits } from '../fixed/precision.ts';
import { divideFloor, magnitude } from '../integer.ts';
import { isExact, type Outcome, type Real, toEnclosure } from '../real.ts';
import { undefinedValue } from '../undefined.ts';

/** A kernel's own error: below 2^40 units of its last place. */
const spoiled = 1n << 40n;

/** What a result above one is computed finer by; beyond that factor it keeps its relative accuracy. */
const largeValues = 32;

/**
 * e^x to `bits` binary places; where it is large or small, to as many significant ones. With x = k ln 2 + r, e^x = 2^k e^r; the argument is known within a = radius + 2|k| + 1
 * ulps, and e^r < 2 turns that into less than 4a because a·2^−w < 1/2.
 */
export const exp = (x: Real, bits: number): Outcome => {
  if (isExact(x) && sign(x) === 0) return one;
  const w = workingBits(bits + largeValues);
  const { mid, radius } = toEnclosure(x, w);
  if (radius >> BigInt(w - 2) > 0n) return undefinedValue('undecided', 'e to a power that is not known well enough');
  // The integer below 2x, now that x is known within 1/4.
  const halves = mid >> BigInt(w - 1);
  if (halves > budget.exponentBits) return undefinedValue('overflow', 'e to a power too large to write down');
  if (halves < -budget.exponentBits && halves < -4 * bits - 64) return between(0n, 1n, bits);
  const [k, r] = divideFloor(mid, ln2(w));
  const unsure = radius + 2n * magnitude(k) + 1n;
  const places = bits + Math.max(0, -Number(k));
  const drop = Number(k) + places - w;
  return enclosure(shifted(expFixed(r, w), drop), shifted(spoiled + 4n * unsure, drop) + 2n, places);
};
