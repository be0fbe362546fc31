/**
 * sin r and cos r for 0 ≤ r < 1 in fixed point. Angles add as complex numbers multiply:
 *
 *   r = a/2^7 + b/2^14 + s,   cis r = cis(a/2^7) · cis(b/2^14) · cis s,   cis t = cos t + i sin t
 */
import { integerRoot } from '../integer.ts';
import { byPrecision } from './precision.ts';
import { factorialSeries } from './series.ts';

/** A point of the unit circle in units of 2^−w. */
export interface Angle {
  readonly cos: bigint;
  readonly sin: bigint;
}

/** The sum of two angles. Three multiplications: (c + s)(c' + s') = (cc' − ss' + 2ss') + (cs' + sc'). */
const turn = (a: Angle, b: Angle, w: bigint): Angle => {
  const cosines = a.cos * b.cos;
  const sines = a.sin * b.sin;
  const all = (a.cos + a.sin) * (b.cos + b.sin);
  return { cos: (cosines - sines) >> w, sin: (all - cosines - sines) >> w };
};

const sineDivisor = (k: number): number => 2 * k * (2 * k + 1);
const cosineDivisor = (k: number): number => (2 * k - 1) * 2 * k;

/**
 * cis s for s < 2^−smallness: both series, or at high precision the cosine as √(1 − sin²). The root multiplies the
 * error of the sine by tan s < 1 and loses two ulps.
 */
const small = (s: bigint, w: number, smallness: number): Angle => {
  const places = BigInt(w);
  const square = (s * s) >> places;
  const form = { w, smallness: 2 * smallness, alternating: true };
  const sin = (s * factorialSeries(square, sineDivisor, form)) >> places;
  if (w < 1500) return { cos: factorialSeries(square, cosineDivisor, form), sin };
  return { cos: integerRoot((1n << (2n * places)) - sin * sin), sin };
};

interface Tables {
  readonly width: number;
  readonly levels: readonly (readonly Angle[])[];
  readonly taken: number;
}

const level = (k: number, width: number, w: number): readonly Angle[] => {
  const first = small(1n << BigInt(w - k), w, k);
  const entries: Angle[] = [{ cos: 1n << BigInt(w), sin: 0n }, first];
  for (let last = first; entries.length < 2 ** width; entries.push(last)) last = turn(last, first, BigInt(w));
  return entries;
};

const tables = byPrecision((w): Tables => {
  const [width, count] = w < 512 ? [9, 2] : w < 8000 ? [7, 2] : [4, 4];
  const levels = Array.from({ length: count }, (_, i) => level(width * (i + 1), width, w));
  return { width, levels, taken: width * count };
});

/**
 * cis r for 0 ≤ r < 2^w. The first entry of a level is less than 2^21 ulps off (series.ts); a turn adds the errors of
 * both angles and less than 3 ulps, so the j-th is below 2^21·2j with j < 2^9, and four levels with the rest below 2^36.
 */
export const cisFixed = (r: bigint, w: number): Angle => {
  const { width, levels, taken } = tables(w);
  const head = Number(r >> BigInt(w - taken));
  let result = small(BigInt.asUintN(w - taken, r), w, taken);
  for (const [i, entries] of levels.entries()) {
    const entry = entries[(head >> (taken - width * (i + 1))) & (2 ** width - 1)];
    if (entry !== undefined) result = turn(result, entry, BigInt(w));
  }
  return result;
};
