import { budget } from '../budget.ts';
import { between } from '../enclosure.ts';
import { denominator, type Exact, fraction, isInteger, numerator } from '../exact.ts';
import { bitLength, magnitude } from '../integer.ts';
import {
  integerPower,
  isExact,
  multiplyReal,
  negateReal,
  type Outcome,
  type Real,
  signOfReal,
  sqrtReal,
  toEnclosure,
} from '../real.ts';
import { isUndefined, undefinedValue } from '../undefined.ts';
import { exp } from './exp.ts';
import { ln } from './ln.ts';

/** ⌊a^(1/n)⌋ for a ≥ 0 by Newton's iteration from above. */
const integerNthRoot = (a: bigint, n: bigint): bigint => {
  if (a < 2n) return a;
  let root = 1n << BigInt(Math.ceil(bitLength(a) / Number(n)));
  for (;;) {
    const next = ((n - 1n) * root + a / root ** (n - 1n)) / n;
    if (next >= root) return root;
    root = next;
  }
};

/** The rational n-th root of a > 0, where there is one. */
const exactRoot = (a: Exact, n: bigint): Exact | undefined => {
  const [over, under] = [numerator(a), denominator(a)];
  const [top, bottom] = [integerNthRoot(over, n), integerNthRoot(under, n)];
  return top ** n === over && bottom ** n === under ? fraction(top, bottom) : undefined;
};

/** The n-th root for an integer n ≥ 1; of a negative number for odd n (∛−8 = −2), else `domain`. */
export const root = (x: Real, n: number, bits: number): Outcome => {
  if (n === 1) return x;
  if (n === 2) return sqrtReal(x, bits);
  const side = signOfReal(x);
  if (side === 0) return x;
  if (side === undefined) return undefinedValue('undecided', 'a root of a number whose sign is not known');
  if (side === -1 && n % 2 === 0) return undefinedValue('domain', 'an even root of a negative number');
  if (side === 1) return positivePower(x, fraction(1n, BigInt(n)), bits);
  const mirrored = root(negateReal(x), n, bits);
  return isUndefined(mirrored) ? mirrored : negateReal(mirrored);
};

/** Exponents of more binary digits are looked at roughly first. */
const longExponent = 64;

/** A power too large to write down, or too small to be told from zero, shows in a few digits of the logarithm. */
const farPower = (x: Real, y: Real, bits: number): Outcome | undefined => {
  const log = ln(x, 2 * longExponent);
  if (isUndefined(log)) return undefined;
  const { mid, radius } = toEnclosure(multiplyReal(y, log, longExponent), 0);
  if (mid - radius > budget.exponentBits) return undefinedValue('overflow', 'a power too large to write down');
  return mid + radius < -budget.exponentBits - 4 * bits ? between(0n, 1n, bits) : undefined;
};

/** x^y = e^(y ln x) for x > 0, with a logarithm that is finer by the size of y. */
const throughLogarithm = (x: Real, y: Real, bits: number): Outcome => {
  const size = bitLength(toEnclosure(y, 0).mid);
  const far = size > longExponent ? farPower(x, y, bits) : undefined;
  if (far) return far;
  const fine = bits + 16 + size;
  const log = ln(x, fine);
  return isUndefined(log) ? log : exp(multiplyReal(y, log, fine), bits);
};

const smallest = 64n;

/** A count that doubles hold exactly: beyond them it may be ∞, and multiplying would never end. */
const isCount = (n: bigint): boolean => magnitude(n) <= BigInt(Number.MAX_SAFE_INTEGER);

const positivePower = (x: Real, y: Real, bits: number): Outcome => {
  if (!isExact(x) || !isExact(y) || denominator(y) > smallest || !isCount(numerator(y)))
    return throughLogarithm(x, y, bits);
  const base = exactRoot(x, denominator(y));
  return base === undefined ? throughLogarithm(x, y, bits) : integerPower(base, Number(numerator(y)), bits);
};

const zeroPower = (y: Real, bits: number): Outcome => {
  const side = signOfReal(y);
  if (side === 1) return fraction(0n);
  if (side === undefined) return undefinedValue('undecided', 'zero to a power whose sign is not known');
  return integerPower(fraction(0n), side, bits);
};

/**
 * x^y for real results: integer powers of any x, other powers of x > 0, and 0^y for y > 0. `domain` for 0^0 and for a
 * negative number to a power that is no integer.
 */
export const power = (x: Real, y: Real, bits: number): Outcome => {
  if (isExact(y) && isInteger(y) && isCount(y.n)) return integerPower(x, Number(y.n), bits);
  const side = signOfReal(x);
  if (side === 1) return positivePower(x, y, bits);
  if (side === 0) return zeroPower(y, bits);
  if (side === undefined) return undefinedValue('undecided', 'a power of a number whose sign is not known');
  return undefinedValue('domain', 'a negative number to a power that is no integer');
};
