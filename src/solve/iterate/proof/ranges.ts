/** Ranges of numbers by their ends, and by their middle: mid − rad ≤ x ≤ mid + rad. */
import { outward } from '../machine/outward.ts';

/** Between which numbers some numbers lie, each low[i] ≤ high[i]. */
export interface Ranges {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export const emptyRanges = (n: number): Ranges => ({ low: new Float64Array(n), high: new Float64Array(n) });

const get = (array: Float64Array, i: number): number => array[i] as number;

/** The size of the largest number in a range. */
export const sizeIn = ({ low, high }: Ranges, i: number): number => Math.max(-get(low, i), get(high, i));

/** The size of the smallest number in a range; 0 where it holds zero. */
export const leastIn = ({ low, high }: Ranges, i: number): number => Math.max(get(low, i), -get(high, i), 0);

/** A range by its middle. */
export interface Ball {
  readonly mid: number;
  readonly rad: number;
}

const u = 2 ** -53;

/** A bound for the size of the numbers in it. */
export const sizeOf = ({ mid, rad }: Ball): number => outward(Math.abs(mid) + rad);

/** The numbers from `low` to `high` and up to `beside` beyond: the middle is computed to u of the size. */
export const ballAround = (low: number, high: number, beside: number): Ball => {
  const mid = low / 2 + high / 2;
  return { mid, rad: outward((high - low) / 2 + 2 * u * Math.max(Math.abs(low), Math.abs(high)) + beside) };
};

/** 1/b for 0 < least ≤ |b| ≤ most and b of one sign. */
export const inverseBall = (least: number, most: number, sign: number): Ball => {
  const { mid, rad } = ballAround(1 / outward(most), outward(1 / least), 0);
  return { mid: sign * mid, rad };
};

/** Products of numbers from both. */
export const timesBall = (a: Ball, b: Ball): Ball => ({
  mid: a.mid * b.mid,
  rad: outward(Math.abs(a.mid) * (b.rad + u * Math.abs(b.mid)) + a.rad * (Math.abs(b.mid) + b.rad)),
});
