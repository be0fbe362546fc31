import { type Exact, fraction, isInteger, sign } from '../exact.ts';
import { magnitude } from '../integer.ts';
import { isExact, type Outcome, type Real } from '../real.ts';
import { undefinedValue } from '../undefined.ts';

/** The largest n whose factorial, and the largest k of a binomial, that is written out. */
const largest = 20_000n;

/** from·(from+1)·…·to, halves first. */
const productOfRange = (from: bigint, to: bigint): bigint => {
  if (from > to) return 1n;
  if (to - from < 8n) {
    let product = from;
    for (let k = from + 1n; k <= to; k += 1n) product *= k;
    return product;
  }
  const middle = (from + to) >> 1n;
  return productOfRange(from, middle) * productOfRange(middle + 1n, to);
};

const isWhole = (x: Real): x is Exact => isExact(x) && isInteger(x);

/** n! for an integer n ≥ 0, exactly. */
export const factorial = (n: Real): Outcome => {
  if (!isWhole(n)) return undefinedValue('unsupported', 'the factorial of a number that is no integer');
  if (sign(n) < 0) return undefinedValue('domain', 'the factorial of a negative number');
  if (n.n > largest) return undefinedValue('budget', `the factorial of a number above ${largest}`);
  return fraction(productOfRange(1n, n.n));
};

/** 2m (2m−2) … 2 = 2^m m!. */
const productOfEvens = (m: bigint): bigint => (1n << m) * productOfRange(1n, m);

/** n!! = n (n−2) (n−4) …, down to 1 or 2: (2m)!! = 2^m m!, and (2m+1)!! = (2m+1)!/(2m)!!. */
export const doubleFactorial = (n: Real): Outcome => {
  const whole = factorial(n);
  if (!isWhole(n) || whole.kind !== 'exact') return whole;
  const evens = productOfEvens(n.n / 2n);
  return fraction(n.n % 2n === 0n ? evens : whole.n / evens);
};

/** n over k = n (n−1) … (n−k+1) / k! for integers, exactly; zero for k < 0. */
export const binomial = (n: Real, k: Real): Outcome => {
  if (!isWhole(n) || !isWhole(k)) return undefinedValue('unsupported', 'a binomial of numbers that are no integers');
  const short = n.n >= 0n && n.n - k.n < k.n ? n.n - k.n : k.n;
  if (short < 0n) return fraction(0n);
  if (short > largest || magnitude(n.n) > 10n ** 18n)
    return undefinedValue('budget', 'a binomial too large to write out');
  return fraction(productOfRange(n.n - short + 1n, n.n) / productOfRange(1n, short));
};
