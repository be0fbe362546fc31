/**
 * Enclosures in fixed point: a real number between two multiples of 2^−bits.
 *
 *   mid = 7, radius = 1, bits = 2:   1.5 ≤ x ≤ 2   (7 ± 1 quarters)
 *
 * "ulp" below is the unit 2^−bits of the result. `>>` rounds towards −∞ and loses less than one ulp; BigInt division
 * rounds towards zero and loses less than one. Each operation adds what it loses to the radius.
 */
import { type Exact, fraction } from './exact.ts';
import { integerRoot, magnitude, tenTo } from './integer.ts';

/**
 * A real number known to lie in [(mid − radius)·2^−bits, (mid + radius)·2^−bits].
 * Every operation rounds outward, so the true value never escapes.
 */
export interface Enclosure {
  readonly kind: 'enclosure';
  readonly mid: bigint;
  /** Never negative. */
  readonly radius: bigint;
  readonly bits: number;
}

export const enclosure = (mid: bigint, radius: bigint, bits: number): Enclosure => ({
  kind: 'enclosure',
  mid,
  radius,
  bits,
});

/** All reals between `low` ≤ `high`, both in units of 2^−bits. */
export const between = (low: bigint, high: bigint, bits: number): Enclosure => {
  const mid = (low + high) >> 1n;
  return enclosure(mid, high - mid, bits);
};

/** a·2^k rounded towards −∞. */
export const shifted = (a: bigint, k: number): bigint => (k >= 0 ? a << BigInt(k) : a >> BigInt(-k));

/** The exact number, within one ulp. */
export const enclose = (x: Exact, bits: number): Enclosure => {
  const under = tenTo(x.e) * x.d;
  if (under === 1n) return enclosure(x.n << BigInt(bits), 0n, bits);
  const over = x.n << BigInt(bits);
  const mid = over / under;
  return enclosure(mid, mid * under === over ? 0n : 1n, bits);
};

/** The same number at another precision: exact when bits are added, up to two ulps wider when they are dropped. */
export const rescale = (x: Enclosure, bits: number): Enclosure => {
  const more = bits - x.bits;
  if (more === 0) return x;
  if (more > 0) return enclosure(x.mid << BigInt(more), x.radius << BigInt(more), bits);
  return enclosure(x.mid >> BigInt(-more), (x.radius >> BigInt(-more)) + 2n, bits);
};

/** The sum; of different precisions, at the finer one. */
export const addEnclosures = (a: Enclosure, b: Enclosure): Enclosure => {
  const bits = Math.max(a.bits, b.bits);
  const [left, right] = [rescale(a, bits), rescale(b, bits)];
  return enclosure(left.mid + right.mid, left.radius + right.radius, bits);
};

export const negateEnclosure = (a: Enclosure): Enclosure => enclosure(-a.mid, a.radius, a.bits);

/** |(m_a ± r_a)(m_b ± r_b) − m_a m_b| ≤ |m_a| r_b + |m_b| r_a + r_a r_b. The two shifts lose less than two ulps. */
export const multiplyEnclosures = (a: Enclosure, b: Enclosure, bits: number): Enclosure => {
  const drop = a.bits + b.bits - bits;
  const spread =
    a.radius === 0n && b.radius === 0n ? 0n : magnitude(a.mid) * b.radius + (magnitude(b.mid) + b.radius) * a.radius;
  return enclosure(shifted(a.mid * b.mid, -drop), shifted(spread, -drop) + 2n, bits);
};

/** Division for |m_b| > r_b: with q = m_a/m_b, |a/b − q| = |(a − m_a) − q (b − m_b)| / |b| ≤ (r_a + |q| r_b) / (|m_b| − r_b). */
export const divideEnclosures = (a: Enclosure, b: Enclosure, bits: number): Enclosure => {
  const lift = bits + b.bits - a.bits;
  const mid = shifted(a.mid, lift) / b.mid;
  const spread = shifted(a.radius, lift) + (magnitude(mid) + 2n) * b.radius + 1n;
  // `shifted` may itself lose one unit before dividing: at most one ulp of mid more, as |m_b| ≥ 1.
  return enclosure(mid, spread / (magnitude(b.mid) - b.radius) + 3n, bits);
};

/** Whether every number of the enclosure is positive (1), negative (−1), or neither is known (undefined). */
export const signOfEnclosure = (a: Enclosure): -1 | 1 | undefined => {
  if (a.mid > a.radius) return 1;
  return -a.mid > a.radius ? -1 : undefined;
};

/** √ of an enclosure with no negative number: |√x − √m| = |x − m| / (√x + √m) ≤ r/√m. */
export const sqrtEnclosure = (a: Enclosure, bits: number): Enclosure => {
  const lift = 2 * bits - a.bits;
  const root = integerRoot(shifted(a.mid, lift));
  if (root === 0n) return between(0n, integerRoot(shifted(a.mid + a.radius, lift) + 1n) + 1n, bits);
  // The shift of mid (lift < 0) and the integer root lose less than two ulps, that of the radius less than one.
  return enclosure(root, (shifted(a.radius, lift) + 1n) / root + 3n, bits);
};

/** Whether the exact number lies in the enclosure. */
export const contains = (a: Enclosure, x: Exact): boolean => {
  const under = tenTo(x.e) * x.d;
  const over = x.n << BigInt(a.bits);
  return magnitude(over - a.mid * under) <= a.radius * under;
};

/** The ends of the enclosure, as exact numbers. */
export const ends = (a: Enclosure): readonly [Exact, Exact] => [
  fraction(a.mid - a.radius, 1n << BigInt(a.bits)),
  fraction(a.mid + a.radius, 1n << BigInt(a.bits)),
];
