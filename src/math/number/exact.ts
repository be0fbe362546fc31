/**
 * Exact rational numbers on BigInt. The fields are this room's own: other rooms use the functions.
 *
 * The value is n / (d·10^e). What students write is decimal, so nearly always d = 1 and arithmetic needs no
 * greatest common divisor; d appears when a division leaves the decimals, and holds no factor 2 or 5.
 *
 *   3.185 = 3185 / 10^3      1/3 = 1 / 3      1/6 = 5 / (3·10)
 */
import { bitLength, gcd, magnitude, tenTo } from './integer.ts';

/** One value has one representation: gcd(n, d) = 1, gcd(d, 10) = 1, and 10 does not divide n unless e = 0. */
export interface Exact {
  readonly kind: 'exact';
  /** Carries the sign. */
  readonly n: bigint;
  /** Decimal places, never negative. */
  readonly e: number;
  /** Positive. */
  readonly d: bigint;
}

/** Exponents beyond this are no number of a homework, and would fill the memory when written out. */
const largestExponent = 1_000_000;

/** n·10^−e over an already coprime d. */
const lowest = (n: bigint, e: number, d: bigint): Exact => {
  // Odd numbers, half of them all, are told without a division.
  if (e === 0 || BigInt.asUintN(1, n) === 1n || n % 10n !== 0n) return { kind: 'exact', n, e, d };
  if (n === 0n) return { kind: 'exact', n, e: 0, d };
  let [rest, places] = [n / 10n, e - 1];
  for (; places >= 64 && rest % tenTo(64) === 0n; places -= 64) rest /= tenTo(64);
  for (; places > 0 && rest % 10n === 0n; places -= 1) rest /= 10n;
  return { kind: 'exact', n: rest, e: places, d };
};

/** n / (d·10^e) for d > 0 without factors 2 and 5. */
const reduced = (n: bigint, e: number, d: bigint): Exact => {
  if (d === 1n) return lowest(n, e, 1n);
  const g = gcd(n, d);
  return g === 1n ? lowest(n, e, d) : lowest(n / g, e, d / g);
};

/** Splits d = 2^twos · 5^fives · rest. */
const decimalPart = (d: bigint): { twos: number; fives: number; rest: bigint } => {
  let [twos, fives, rest] = [0, 0, d];
  if (BigInt.asUintN(1, rest) === 0n) {
    twos = bitLength(rest & -rest) - 1;
    rest >>= BigInt(twos);
  }
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return { twos, fives, rest };
};

/** The fraction `n/d`. Throws a RangeError where `d` is zero. */
export const fraction = (n: bigint, d: bigint = 1n): Exact => {
  if (d === 1n) return { kind: 'exact', n, e: 0, d };
  if (d === 0n) throw new RangeError('division by zero');
  if (d < 0n) return fraction(-n, -d);
  const { twos, fives, rest } = decimalPart(d);
  const e = Math.max(twos, fives);
  return reduced((n << BigInt(e - twos)) * 5n ** BigInt(e - fives), e, rest);
};

/** n·10^−e; e may be negative. */
export const scaled = (n: bigint, e: number): Exact =>
  e >= 0 ? lowest(n, e, 1n) : { kind: 'exact', n: n * tenTo(-e), e: 0, d: 1n };

/** Reads `3.55`, `-.5`, `1e-3`, `71/20` exactly. Throws a SyntaxError on anything else. */
export const exact = (text: string | number | bigint): Exact => {
  if (typeof text === 'bigint') return fraction(text);
  const source = String(text).trim();
  const slash = source.indexOf('/');
  if (slash > 0) return divide(exact(source.slice(0, slash)), exact(source.slice(slash + 1)));
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(source);
  if (!match || !(match[2] || match[3])) throw new SyntaxError(`not a number: ${source.slice(0, 40)}`);
  const decimals = match[3] ?? '';
  const places = decimals.length - Number(match[4] ?? 0);
  if (Math.abs(places) > largestExponent) throw new SyntaxError(`exponent out of range: ${source.slice(0, 40)}`);
  return scaled(BigInt(`${match[2]}${decimals}`) * (match[1] === '-' ? -1n : 1n), places);
};

export const zero = fraction(0n);
export const one = fraction(1n);

export const add = (a: Exact, b: Exact): Exact => {
  const e = Math.max(a.e, b.e);
  const left = a.e === e ? a.n : a.n * tenTo(e - a.e);
  const right = b.e === e ? b.n : b.n * tenTo(e - b.e);
  return a.d === 1n && b.d === 1n ? lowest(left + right, e, 1n) : addFractions(left, a.d, right, b.d, e);
};

/** p/q + r/s for coprime pairs, by Henrici: only divisors of gcd(q, s) can be common to the sum's two parts. */
const addFractions = (p: bigint, q: bigint, r: bigint, s: bigint, e: number): Exact => {
  const shared = gcd(q, s);
  if (shared === 1n) return lowest(p * s + r * q, e, q * s);
  const sum = p * (s / shared) + r * (q / shared);
  const common = gcd(sum, shared);
  return lowest(sum / common, e, (q / shared) * (s / common));
};

export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b));

export const multiply = (a: Exact, b: Exact): Exact => {
  if (a.d === 1n && b.d === 1n) return lowest(a.n * b.n, a.e + b.e, 1n);
  const [left, right] = [gcd(a.n, b.d), gcd(b.n, a.d)];
  return lowest((a.n / left) * (b.n / right), a.e + b.e, (a.d / right) * (b.d / left));
};

/** Throws a RangeError where `b` is zero. */
export const divide = (a: Exact, b: Exact): Exact =>
  a.e >= b.e ? fraction(a.n * b.d, a.d * b.n * tenTo(a.e - b.e)) : fraction(a.n * b.d * tenTo(b.e - a.e), a.d * b.n);

export const negate = (a: Exact): Exact => ({ kind: 'exact', n: -a.n, e: a.e, d: a.d });
export const absolute = (a: Exact): Exact => (a.n < 0n ? negate(a) : a);

/** −1, 0 or 1. */
export const sign = (a: Exact): -1 | 0 | 1 => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0);

/** Negative where `a < b`, zero where equal, positive where `a > b`. */
export const compare = (a: Exact, b: Exact): -1 | 0 | 1 => {
  const left = (a.e < b.e ? a.n * tenTo(b.e - a.e) : a.n) * b.d;
  const right = (b.e < a.e ? b.n * tenTo(a.e - b.e) : b.n) * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** One value, one representation: no arithmetic is needed. */
export const equals = (a: Exact, b: Exact): boolean => a.n === b.n && a.e === b.e && a.d === b.d;

export const maximum = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b);

export const isInteger = (a: Exact): boolean => a.e === 0 && a.d === 1n;

/** The numerator of the fraction in lowest terms; carries the sign. */
export const numerator = (a: Exact): bigint => a.n / gcd(a.n, tenTo(a.e));

/** The denominator of the fraction in lowest terms; positive. */
export const denominator = (a: Exact): bigint => (tenTo(a.e) / gcd(a.n, tenTo(a.e))) * a.d;

/** The greatest integer not above `a`. */
export const floor = (a: Exact): bigint => {
  const under = tenTo(a.e) * a.d;
  const quotient = a.n / under;
  return a.n < 0n && quotient * under !== a.n ? quotient - 1n : quotient;
};

/** `a` to an integer power; throws a RangeError for zero to a negative power. The caller bounds the size. */
export const power = (a: Exact, exponent: number): Exact => {
  if (exponent < 0) return power(divide(one, a), -exponent);
  return lowest(a.n ** BigInt(exponent), a.e * exponent, a.d ** BigInt(exponent));
};

/** The terminating decimal `2.871375`, or `undefined` where the expansion does not end (1/3). */
export const toDecimal = (a: Exact): string | undefined => {
  if (a.d !== 1n) return undefined;
  if (a.e === 0) return a.n.toString();
  const padded = magnitude(a.n)
    .toString()
    .padStart(a.e + 1, '0');
  return `${a.n < 0n ? '-' : ''}${padded.slice(0, -a.e)}.${padded.slice(-a.e)}`;
};

/** `2.871375` where the decimals end, `1/3` where they do not. */
export const toText = (a: Exact): string => toDecimal(a) ?? `${numerator(a)}/${denominator(a)}`;

/**
 * The nearest double (ties to even; ±Infinity beyond the range): for plots and starting values, never for a verdict.
 * The quotient keeps 66 bits or more and ends in a sticky bit, so that `Number` rounds as it would the true value.
 */
export const toDouble = (a: Exact): number => {
  if (a.e === 0 && a.d === 1n) return Number(a.n);
  const [over, under] = [magnitude(a.n), tenTo(a.e) * a.d];
  const wanted = 66 + bitLength(under) - bitLength(over);
  // Below 2^−1021 doubles are the multiples of 2^−1074.
  const shift = wanted > 1087 ? 1074 : wanted;
  const [top, bottom] = shift >= 0 ? [over << BigInt(shift), under] : [over, under << BigInt(-shift)];
  const quotient = top / bottom;
  const rest = top - quotient * bottom;
  const size = wanted > 1087 ? nearestInteger(quotient, rest, bottom) : quotient | (rest === 0n ? 0n : 1n);
  const half = Math.trunc(shift / 2);
  return Number(a.n < 0n ? -size : size) * 2 ** -half * 2 ** (half - shift);
};

/** quotient + rest/under rounded to an integer, ties to even. */
const nearestInteger = (quotient: bigint, rest: bigint, under: bigint): bigint =>
  2n * rest > under || (2n * rest === under && BigInt.asUintN(1, quotient) === 1n) ? quotient + 1n : quotient;
