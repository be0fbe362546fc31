/** sinh, cosh and tanh through one exponential whose power is not negative (or hardly: the formulas hold for all x). */
import { fraction, one, sign } from '../exact.ts';
import {
  addReal,
  divideReal,
  isExact,
  multiplyReal,
  negateReal,
  type Outcome,
  type Real,
  subtractReal,
} from '../real.ts';
import { isUndefined } from '../undefined.ts';
import { exp } from './exp.ts';

const half = fraction(1n, 2n);

/** Whether x, or the middle of its enclosure, is below zero: which of two equal formulas is the more accurate. */
export const leansNegative = (x: Real): boolean => (isExact(x) ? sign(x) < 0 : x.mid < 0n);

/** (e^x ± e^−x)/2. */
const halfSum = (x: Real, bits: number, join: typeof addReal): Outcome => {
  const [rising, falling] = [exp(x, bits + 4), exp(negateReal(x), bits + 4)];
  if (isUndefined(rising)) return rising;
  if (isUndefined(falling)) return falling;
  return multiplyReal(half, join(rising, falling, bits + 4), bits);
};

/** sinh x. */
export const sinh = (x: Real, bits: number): Outcome =>
  isExact(x) && sign(x) === 0 ? x : halfSum(x, bits, subtractReal);

/** cosh x. */
export const cosh = (x: Real, bits: number): Outcome => (isExact(x) && sign(x) === 0 ? one : halfSum(x, bits, addReal));

/** tanh x = (1 − e^−2x)/(1 + e^−2x), mirrored below zero. */
export const tanh = (x: Real, bits: number): Outcome => {
  if (isExact(x) && sign(x) === 0) return x;
  if (leansNegative(x)) {
    const mirrored = tanh(negateReal(x), bits);
    return isUndefined(mirrored) ? mirrored : negateReal(mirrored);
  }
  const power = exp(negateReal(addReal(x, x, bits + 8)), bits + 8);
  if (isUndefined(power)) return power;
  return divideReal(subtractReal(one, power, bits + 8), addReal(one, power, bits + 8), bits);
};
