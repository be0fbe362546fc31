/**
 * ln y for 1 ≤ y < 2 in fixed point.
 *
 * Below 12 000 bits y is multiplied by short factors q/2^t that bring it towards 1, seven bits at a time:
 *
 *   y → y·q₁/2^14 < 1 + 2^−6.9 → y·q₂/2^21 < 1 + 2^−13.9 → y·q₃/2^28 < 1 + 2^−20.9,   ln y = ln rest − Σ ln(q/2^t)
 *
 * and ln rest = 2 artanh((rest − 1)/(rest + 1)). Above, Newton's iteration on e^x costs less than the table.
 */
import { expFixed } from './exponential.ts';
import { byPrecision, startingBits } from './precision.ts';
import { oddSeries } from './series.ts';

/** ln of a fixed-point 1 ≤ y < 2 as a double, good to 2^−48. */
const doubleLog = (y: bigint, w: number): bigint => {
  const head = Math.log(Number(y >> BigInt(w - 52)) / 2 ** 52);
  return BigInt(Math.round(head * 2 ** 52)) << BigInt(w - 52);
};

/**
 * From a logarithm x to w/5 bits, or a double for w ≤ 192: with z = (y − e^x)/(y + e^x), ln y = x + 2 artanh z = x + 2z + 2z³/3 + O(z⁵),
 * |z| < 2^(40 − w/5 − 48) and 2z⁵/5 < 2^−w. The error of e^x, below 2^36, is halved by y + e^x ≥ 2 and doubled.
 */
const logNewton = (y: bigint, w: number): bigint => {
  if (w <= 192) return logPolish(y, w, doubleLog(y, w));
  const short = startingBits(w);
  const drop = BigInt(w - short);
  return logPolish(y, w, logNewton(y >> drop, short) << drop);
};

const logPolish = (y: bigint, w: number, start: bigint): bigint => {
  const places = BigInt(w);
  const x = start < 0n ? 0n : start;
  const power = expFixed(x, w);
  const z = ((y - power) << places) / (y + power);
  const cube = (((z * z) >> places) * z) >> places;
  return x + 2n * z + (2n * cube) / 3n;
};

/** A short factor q/2^t and −ln(q/2^t), for one seven-bit head. */
interface Factor {
  readonly q: bigint;
  readonly log: bigint;
}

/** q = ⌈2^t / (1 + head/2^(7i))⌉ for level i = 1, 2, 3 and t = 7(i + 1), so that y·q/2^t stays at least 1. */
const factor = (i: number, head: number, w: number): Factor => {
  const t = 7 * (i + 1);
  const q = BigInt(Math.ceil(2 ** (t + 7 * i) / (2 ** (7 * i) + head)));
  return { q, log: logNewton((1n << BigInt(t + w)) / q, w) };
};

const factors = byPrecision((_w): Factor[][] => [[], [], []]);

const factorFor = (i: number, head: number, w: number): Factor => {
  const level = factors(w)[i - 1] ?? [];
  const known = level[head];
  if (known !== undefined) return known;
  const fresh = factor(i, head, w);
  level[head] = fresh;
  return fresh;
};

/** Each of the three shifts and logarithms is off by less than 2^37 ulps, the series by less than 2^21: below 2^39. */
const logByFactors = (y: bigint, w: number): bigint => {
  const one = 1n << BigInt(w);
  let [rest, log] = [y, 0n];
  for (let i = 1; i <= 3; i += 1) {
    const { q, log: part } = factorFor(i, Number((rest - one) >> BigInt(w - 7 * i)), w);
    rest = (rest * q) >> BigInt(7 * (i + 1));
    log += part;
  }
  const z = ((rest - one) << BigInt(w)) / (rest + one);
  return log + ((2n * z * oddSeries((z * z) >> BigInt(w), { w, smallness: 42, alternating: false })) >> BigInt(w));
};

/** ln y · 2^w for 2^w ≤ y < 2^(w+1), less than 2^39 ulps off. */
export const logFixed = (y: bigint, w: number): bigint => (w < 12_000 ? logByFactors(y, w) : logNewton(y, w));
