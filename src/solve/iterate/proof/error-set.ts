/**
 * The set that holds the error of a run (Lohner, 1987): e = A y with |yⱼ| ≤ rⱼ, A a frame of n nearly orthogonal
 * directions. A plain interval for each variable would forget how their errors belong together and grow by a factor at
 * every step; the frame turns with the errors and keeps the set tight.
 *
 * Radii are counted in units of 2^exponent ulps, so that they stay in the range of doubles while errors grow.
 */

import { outward } from '../machine/outward.ts';
import { frameMaker } from './frame.ts';

const u = 2 ** -53;

const get = (array: Float64Array, i: number): number => array[i] as number;

/** |M|·r, for M by rows: how far M y reaches for |yⱼ| ≤ rⱼ. */
export const reachOf = (
  m: Float64Array,
  r: Float64Array,
  into: Float64Array = new Float64Array(r.length),
): Float64Array => {
  const n = r.length;
  for (let i = 0; i < n; i += 1) {
    let sum = 0;
    for (let j = 0; j < n; j += 1) sum += Math.abs(get(m, i * n + j)) * get(r, j);
    into[i] = outward(sum);
  }
  return into;
};

/** |Aᵀ C|ⱼ r + |Aᵀ|ⱼ beside, as computed. */
const turned = (
  axes: Float64Array,
  columns: Float64Array,
  radii: Float64Array,
  beside: Float64Array,
  j: number,
): number => {
  const n = radii.length;
  let total = 0;
  for (let k = 0; k < n; k += 1) {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += get(axes, i * n + j) * get(columns, i * n + k);
    total += Math.abs(sum) * get(radii, k);
  }
  for (let i = 0; i < n; i += 1) total += Math.abs(get(axes, i * n + j)) * get(beside, i);
  return outward(total);
};

/** The set, changed in place. */
export interface ErrorSet {
  readonly axes: Float64Array;
  readonly radii: Float64Array;
  readonly exponent: () => number;
  /** Makes it {columns · y} + box(beside), in a new frame; false where that is not bounded. */
  readonly reframe: (columns: Float64Array, beside: Float64Array) => boolean;
}

/** Radii above this are counted in a larger unit. */
const large = 2 ** 200;

/** Errors of at most so many ulps in each variable. */
export const errorSet = (start: Float64Array): ErrorSet => {
  const n = start.length;
  const { along } = frameMaker(n);
  const [axes, radii] = [new Float64Array(n * n), start.slice()];
  const [next, around] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i += 1) axes[i * n + i] = 1;
  let exponent = 0;

  /**
   * y′ = A⁻¹ e: |y′| ≤ |AᵀC| r + |Aᵀ| beside, and the frame's defect. The rounding of AᵀC is at most (n + 2) u |Aᵀ||C|: as
   * if so much of |C| r stood beside.
   */
  const reframe = (columns: Float64Array, beside: Float64Array): boolean => {
    const defect = along(columns, radii, axes);
    reachOf(columns, radii, around);
    for (let i = 0; i < n; i += 1) around[i] = get(beside, i) + (n + 2) * u * get(around, i);
    let most = 0;
    for (let j = 0; j < n; j += 1) {
      next[j] = turned(axes, columns, radii, around, j);
      most = Math.max(most, get(next, j));
    }
    for (let j = 0; j < n; j += 1) radii[j] = outward(get(next, j) + defect * most);
    return rescale(outward(most * (1 + defect)));
  };

  const rescale = (most: number): boolean => {
    if (!(most < Number.POSITIVE_INFINITY)) {
      // Nothing is known any more, and nothing that follows may seem to be.
      radii.fill(Number.NaN);
      return false;
    }
    for (let largest = most; largest >= large; largest /= large) {
      for (let j = 0; j < n; j += 1) radii[j] = get(radii, j) / large;
      exponent += 200;
    }
    return true;
  };
  return { axes, radii, exponent: () => exponent, reframe };
};
