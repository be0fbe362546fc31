import { compare, type Exact, equals, exact, fraction, one, power, toDouble } from '../exact.ts';
import { divideReal, isExact, type Outcome, type Real } from '../real.ts';
import { isUndefined, undefinedValue } from '../undefined.ts';
import { ln } from './ln.ts';

/** The integer k with base^k = x, where there is one: log₂ 8 = 3 is exact. */
const exactExponent = (x: Exact, base: Exact): Exact | undefined => {
  const k = Math.round(Math.log(toDouble(x)) / Math.log(toDouble(base)));
  if (!Number.isFinite(k) || Math.abs(k) > 2000) return undefined;
  return equals(power(base, k), x) ? fraction(BigInt(k)) : undefined;
};

/** The logarithm of x to a base; `domain` unless x > 0 and the base is positive and not 1. */
export const logarithm = (x: Real, base: Real, bits: number): Outcome => {
  if (isExact(base) && compare(base, one) === 0) return undefinedValue('domain', 'a logarithm to base 1');
  const [over, under] = [ln(x, bits + 16), ln(base, bits + 16)];
  if (isUndefined(over)) return over;
  if (isUndefined(under)) return under;
  const known = isExact(x) && isExact(base) ? exactExponent(x, base) : undefined;
  return known ?? divideReal(over, under, bits);
};

/** log₁₀ x. */
export const log10 = (x: Real, bits: number): Outcome => logarithm(x, exact('10'), bits);

/** log₂ x. */
export const log2 = (x: Real, bits: number): Outcome => logarithm(x, exact('2'), bits);
