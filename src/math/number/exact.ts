/**
 * Exact rational numbers on BigInt. The fields are this room's own: other rooms use the functions.
 */

export interface Exact {
  readonly kind: 'exact';
  /** Numerator; carries the sign. */
  readonly n: bigint;
  /** Denominator, positive, without a common factor with the numerator. */
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** The fraction `n/d`. Throws a RangeError where `d` is zero. */
export const fraction = (n: bigint, d: bigint = 1n): Exact => {
  if (d === 0n) throw new RangeError('division by zero');
  const g = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { kind: 'exact', n: n / g, d: d / g };
};

/** Reads `3.55`, `-.5`, `1e-3`, `71/20` exactly. Throws a SyntaxError on anything else. */
export const exact = (text: string | number | bigint): Exact => {
  if (typeof text === 'bigint') return fraction(text);
  const source = String(text).trim();
  const slash = source.indexOf('/');
  if (slash > 0) return divide(exact(source.slice(0, slash)), exact(source.slice(slash + 1)));
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(source);
  if (!match || !(match[2] || match[3])) throw new SyntaxError(`not a number: ${source.slice(0, 40)}`);
  const decimals = match[3] ?? '';
  const shift = Number(match[4] ?? 0) - decimals.length;
  const digits = BigInt(`${match[1]}${match[2]}${decimals}`);
  return shift >= 0 ? fraction(digits * 10n ** BigInt(shift)) : fraction(digits, 10n ** BigInt(-shift));
};

export const zero = fraction(0n);
export const one = fraction(1n);

export const add = (a: Exact, b: Exact): Exact => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Exact, b: Exact): Exact => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Exact, b: Exact): Exact => fraction(a.n * b.n, a.d * b.d);
/** Throws a RangeError where `b` is zero. */
export const divide = (a: Exact, b: Exact): Exact => fraction(a.n * b.d, a.d * b.n);
export const negate = (a: Exact): Exact => ({ kind: 'exact', n: -a.n, d: a.d });
export const absolute = (a: Exact): Exact => (a.n < 0n ? negate(a) : a);

/** −1, 0 or 1. */
export const sign = (a: Exact): -1 | 0 | 1 => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0);
/** Negative where `a < b`, zero where equal, positive where `a > b`. */
export const compare = (a: Exact, b: Exact): -1 | 0 | 1 => sign(subtract(a, b));
export const equals = (a: Exact, b: Exact): boolean => compare(a, b) === 0;

export const isInteger = (a: Exact): boolean => a.d === 1n;
export const numerator = (a: Exact): bigint => a.n;
export const denominator = (a: Exact): bigint => a.d;

/** `a` to an integer power; throws a RangeError for zero to a negative power. The caller bounds the size. */
export const power = (a: Exact, exponent: number): Exact =>
  exponent >= 0
    ? { kind: 'exact', n: a.n ** BigInt(exponent), d: a.d ** BigInt(exponent) }
    : fraction(a.d ** BigInt(-exponent), a.n ** BigInt(-exponent));

/** The nearest double: for plots and starting values, never for a verdict. */
export const toDouble = (a: Exact): number => {
  const scale = BigInt(Math.max(0, a.n.toString(2).length - a.d.toString(2).length - 1000));
  const bits = 1100n;
  return (Number(((a.n << bits) / a.d) >> (scale + bits - 60n)) / 2 ** 60) * 2 ** Number(scale);
};

/** The terminating decimal `2.871375`, or `undefined` where the expansion does not end (1/3). */
export const toDecimal = (a: Exact): string | undefined => {
  let [rest, twos, fives] = [a.d, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  if (rest !== 1n) return undefined;
  const places = Math.max(twos, fives);
  const digits = ((a.n < 0n ? -a.n : a.n) * 10n ** BigInt(places)) / a.d;
  const padded = digits.toString().padStart(places + 1, '0');
  const whole = padded.slice(0, padded.length - places);
  return `${a.n < 0n ? '-' : ''}${whole}${places > 0 ? `.${padded.slice(-places)}` : ''}`;
};

/** `2.871375` where the decimals end, `1/3` where they do not. */
export const toText = (a: Exact): string => toDecimal(a) ?? `${a.n}/${a.d}`;
