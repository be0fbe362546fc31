/**
 * arctan(v/u) for 0 ≤ v ≤ u in fixed point.
 *
 * Below 12 000 bits the vector (u, v) is turned towards the axis by angles with short tangents q = a/2^7, b/2^14,
 * c/2^21. Turning by arctan q is (u, v) → (u + q v, v − q u) up to length: additions of short multiples, and exact.
 * Above, Newton's iteration on sin and cos costs less than the table.
 */
import { cisFixed } from './circular.ts';
import { byPrecision, startingBits } from './precision.ts';
import { oddSeries } from './series.ts';

const double = (t: bigint, w: number): number => Number(t >> BigInt(w - 52)) / 2 ** 52;

/**
 * arctan t for 0 ≤ t ≤ 2^w. From an angle x to w/5 bits: tan(θ − x) = (t cos x − sin x)/(cos x + t sin x) = d, and
 * θ = x + d − d³/3 + O(d⁵). The error of cis x, below 2^36, meets a factor t + 1 ≤ 2 and a divisor above 1.
 */
const arctanNewton = (t: bigint, w: number): bigint => {
  if (w <= 192) return polish(t, w, BigInt(Math.round(Math.atan(double(t, w)) * 2 ** 52)) << BigInt(w - 52));
  const short = startingBits(w);
  const drop = BigInt(w - short);
  return polish(t, w, arctanNewton(t >> drop, short) << drop);
};

const polish = (t: bigint, w: number, start: bigint): bigint => {
  const places = BigInt(w);
  const x = start < 0n ? 0n : start;
  const { cos, sin } = cisFixed(x, w);
  const d = (t * cos - (sin << places)) / (cos + ((t * sin) >> places));
  return x + d - ((((d * d) >> places) * d) >> places) / 3n;
};

const angles = byPrecision((_w): bigint[][] => [[], [], []]);

/** arctan(head/2^(7i)). */
const angleFor = (i: number, head: number, w: number): bigint => {
  const level = angles(w)[i - 1] ?? [];
  const known = level[head];
  if (known !== undefined) return known;
  const fresh = arctanNewton(BigInt(head) << BigInt(w - 7 * i), w);
  level[head] = fresh;
  return fresh;
};

/** The leading 60 bits of u and as many of v tell the quotient to 2^−50. */
const quotient = (v: bigint, u: bigint, w: number): number => {
  const drop = BigInt(w - 60);
  return Number(v >> drop) / Number(u >> drop);
};

const arctanByTurns = (over: bigint, under: bigint, w: number): bigint => {
  let [v, u, angle] = [over, under, 0n];
  for (let i = 1; i <= 3; i += 1) {
    // A head one too small or too large only leaves a slightly larger, or a negative, rest.
    const head = Math.max(0, Math.floor(quotient(v, u, w) * 2 ** (7 * i)));
    if (head === 0) continue;
    const [short, places] = [BigInt(head), BigInt(7 * i)];
    [v, u] = [(v << places) - short * u, (u << places) + short * v];
    angle += angleFor(i, head, w);
  }
  return angle + smallArctan((v << BigInt(w)) / u, w);
};

/** arctan of |t| < 2^−19. */
const smallArctan = (t: bigint, w: number): bigint => {
  const places = BigInt(w);
  return (t * oddSeries((t * t) >> places, { w, smallness: 38, alternating: true })) >> places;
};

/** arctan(v/u)·2^w for 0 ≤ v ≤ u and 2^w ≤ u < 2^(w+2), less than 2^39 ulps off. */
export const arctanFixed = (v: bigint, u: bigint, w: number): bigint =>
  w < 12_000 ? arctanByTurns(v, u, w) : arctanNewton((v << BigInt(w)) / u, w);
