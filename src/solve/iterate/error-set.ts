/**
 * The set that holds the error of a run (Lohner, 1987): e = A y with |yⱼ| ≤ rⱼ, A a frame of n nearly orthogonal
 * directions. A plain interval for each variable would forget how their errors belong together and grow by a factor at
 * every step; the frame turns with the errors and keeps the set tight.
 *
 * Radii are counted in units of 2^exponent ulps, so that they stay in the range of doubles while errors grow.
 */
import { type Frame, frameAlong, identityFrame } from './frame.ts';
import { outward } from './outward.ts';

const u = 2 ** -53;

export interface ErrorSet {
  readonly frame: Frame;
  readonly radii: Float64Array;
  readonly exponent: number;
}

const get = (array: Float64Array, i: number): number => array[i] as number;

/** Errors of at most so many ulps in each variable. */
export const boxOfErrors = (radii: Float64Array): ErrorSet => ({
  frame: identityFrame(radii.length),
  radii,
  exponent: 0,
});

/** |M|·r, for M by rows: how far M y reaches for |yⱼ| ≤ rⱼ. */
export const reachOf = (m: Float64Array, r: Float64Array): Float64Array => {
  const n = r.length;
  const reach = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    let sum = 0;
    for (let j = 0; j < n; j += 1) sum += Math.abs(get(m, i * n + j)) * get(r, j);
    reach[i] = outward(sum);
  }
  return reach;
};

/** |Aᵀ C|ⱼ r + |Aᵀ|ⱼ beside, with (n + 2) u of the sizes for the rounding of AᵀC. */
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
    let [sum, size] = [0, 0];
    for (let i = 0; i < n; i += 1) {
      const part = get(axes, i * n + j) * get(columns, i * n + k);
      sum += part;
      size += Math.abs(part);
    }
    total += (Math.abs(sum) + (n + 2) * u * size) * get(radii, k);
  }
  for (let i = 0; i < n; i += 1) total += Math.abs(get(axes, i * n + j)) * get(beside, i);
  return outward(total);
};

/** Radii above this are counted in a larger unit. */
const large = 2 ** 200;

const rescaled = (frame: Frame, radii: Float64Array, exponent: number): ErrorSet =>
  radii.some((r) => r >= large && r < Number.POSITIVE_INFINITY)
    ? rescaled(
        frame,
        radii.map((r) => r / large),
        exponent + 200,
      )
    : { frame, radii, exponent };

/** The set {columns · y} + box(beside) in a new frame: y′ = A⁻¹ e, |y′| ≤ |AᵀC| r + |Aᵀ| beside, and the frame's defect. */
export const reframed = (columns: Float64Array, set: ErrorSet, beside: Float64Array): ErrorSet => {
  const frame = frameAlong(columns, set.radii);
  const radii = new Float64Array(beside.length);
  let most = 0;
  for (let j = 0; j < radii.length; j += 1) {
    const r = turned(frame.axes, columns, set.radii, beside, j);
    radii[j] = r;
    most = Math.max(most, r);
  }
  for (let j = 0; j < radii.length; j += 1) radii[j] = outward(get(radii, j) + frame.defect * most);
  return rescaled(frame, radii, set.exponent);
};
