/**
 * e^r for 0 ≤ r < 1 in fixed point.
 *
 *   r = a/2^7 + b/2^14 + c/2^21 + s,   e^r = e^(a/2^7) · e^(b/2^14) · e^(c/2^21) · e^s
 *
 * with the first three from tables (levels narrower than 7 bits at high precision, where a table costs more).
 */
import { integerRoot } from '../integer.ts';
import { byPrecision } from './precision.ts';
import { factorialSeries } from './series.ts';

interface Tables {
  readonly width: number;
  readonly levels: readonly (readonly bigint[])[];
  /** Bits that all levels take off together. */
  readonly taken: number;
}

const factorials = (k: number): number => k;
const oddFactorials = (k: number): number => 2 * k * (2 * k + 1);

const series = (s: bigint, w: number, smallness: number): bigint =>
  factorialSeries(s, factorials, { w, smallness, alternating: false });

/** e^s = sinh s + √(1 + sinh² s): half the terms for one square root. */
const throughSine = (s: bigint, w: number, smallness: number): bigint => {
  const places = BigInt(w);
  const form = { w, smallness: 2 * smallness, alternating: false };
  const sinh = (s * factorialSeries((s * s) >> places, oddFactorials, form)) >> places;
  return sinh + integerRoot((1n << (2n * places)) + sinh * sinh);
};

/** e^s for s < 2^−smallness. */
const small = (s: bigint, w: number, smallness: number): bigint =>
  w < 8000 ? series(s, w, smallness) : throughSine(s, w, smallness);

/** e^(j·2^−k) for j below 2^width: products of the first, so the errors add up. */
const level = (k: number, width: number, w: number): readonly bigint[] => {
  const first = small(1n << BigInt(w - k), w, k);
  const entries = [1n << BigInt(w), first];
  for (let last = first; entries.length < 2 ** width; entries.push(last)) last = (last * first) >> BigInt(w);
  return entries;
};

/** Bits of a level, and how many levels: wide where an entry is cheap to make. */
const widths = (w: number): readonly [number, number] => {
  if (w < 512) return [10, 3];
  if (w < 1500) return [8, 3];
  return w < 8000 ? [7, 3] : [4, 6];
};

const tables = byPrecision((w): Tables => {
  const [width, count] = widths(w);
  const levels = Array.from({ length: count }, (_, i) => level(width * (i + 1), width, w));
  return { width, levels, taken: width * count };
});

/**
 * e^r·2^w for 0 ≤ r < 2^w. The first entry of a level is less than 2^21 ulps off (series.ts; the root adds two), for
 * w < 512 less than 2^9; the j-th less than 2j times that. So entries are below 2^30 off, and up to seven factors,
 * together below e², make less than 2^36 of that.
 */
export const expFixed = (r: bigint, w: number): bigint => {
  const { width, levels, taken } = tables(w);
  const head = Number(r >> BigInt(w - taken));
  let result = small(BigInt.asUintN(w - taken, r), w, taken);
  for (const [i, entries] of levels.entries()) {
    const entry = entries[(head >> (taken - width * (i + 1))) & (2 ** width - 1)];
    if (entry !== undefined) result = (result * entry) >> BigInt(w);
  }
  return result;
};
