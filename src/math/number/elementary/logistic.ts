/** The logistic function σ and its integral, softplus. Both use the exponential that does not grow. */
import { one } from '../exact.ts';
import { addReal, divideReal, negateReal, type Outcome, type Real } from '../real.ts';
import { isUndefined } from '../undefined.ts';
import { exp } from './exp.ts';
import { leansNegative } from './hyperbolic.ts';
import { ln } from './ln.ts';

/** σ(x) = 1/(1 + e^−x) = e^x/(1 + e^x). */
export const logistic = (x: Real, bits: number): Outcome => {
  const negative = leansNegative(x);
  const power = exp(negative ? x : negateReal(x), bits + 4);
  return isUndefined(power) ? power : divideReal(negative ? power : one, addReal(one, power, bits + 4), bits);
};

/** softplus(x) = ln(1 + e^x) = x + ln(1 + e^−x). */
export const softplus = (x: Real, bits: number): Outcome => {
  const negative = leansNegative(x);
  const power = exp(negative ? x : negateReal(x), bits + 4);
  const log = isUndefined(power) ? power : ln(addReal(one, power, bits + 4), bits);
  return negative || isUndefined(log) ? log : addReal(x, log, bits);
};
