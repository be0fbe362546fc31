import { fraction, negate, one, sign } from '../exact.ts';
import {
  addReal,
  compareReal,
  divideReal,
  isExact,
  multiplyReal,
  negateReal,
  type Outcome,
  type Real,
  sqrtReal,
  subtractReal,
} from '../real.ts';
import { isUndefined, undefinedValue } from '../undefined.ts';
import { leansNegative } from './hyperbolic.ts';
import { ln } from './ln.ts';

/** ln(x + √(x² + shift)). */
const logOfSum = (x: Real, shift: Real, bits: number): Outcome => {
  const fine = bits + 16;
  const root = sqrtReal(addReal(multiplyReal(x, x, 2 * fine), shift, 2 * fine), fine);
  return isUndefined(root) ? root : ln(addReal(x, root, fine), bits);
};

/** arsinh x = ln(x + √(x² + 1)), mirrored below zero. */
export const asinh = (x: Real, bits: number): Outcome => {
  if (isExact(x) && sign(x) === 0) return x;
  if (!leansNegative(x)) return logOfSum(x, one, bits);
  const mirrored = logOfSum(negateReal(x), one, bits);
  return isUndefined(mirrored) ? mirrored : negateReal(mirrored);
};

/** arcosh x = ln(x + √(x² − 1)); `domain` below 1. */
export const acosh = (x: Real, bits: number): Outcome => {
  const order = compareReal(x, one);
  if (order === -1) return undefinedValue('domain', 'arcosh of a number below 1');
  if (order === undefined) return undefinedValue('undecided', 'arcosh of a number that cannot be told from 1');
  return logOfSum(x, negate(one), bits);
};

/** artanh x = ½ ln((1 + x)/(1 − x)); `domain` from ±1 on. */
export const atanh = (x: Real, bits: number): Outcome => {
  if (isExact(x) && sign(x) === 0) return x;
  const [low, high] = [compareReal(x, negate(one)), compareReal(x, one)];
  if (low === -1 || low === 0 || high === 1 || high === 0)
    return undefinedValue('domain', 'artanh of a number not between −1 and 1');
  const fine = bits + 8;
  const quotient = divideReal(addReal(one, x, fine), subtractReal(one, x, fine), fine);
  const log = isUndefined(quotient) ? quotient : ln(quotient, fine);
  return isUndefined(log) ? log : multiplyReal(fraction(1n, 2n), log, bits);
};
