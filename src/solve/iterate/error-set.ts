/**
 * The set that holds the error of a run (Lohner, 1987): e = A y with |yⱼ| ≤ rⱼ, A a frame of n nearly orthogonal
 * directions. A plain interval for each variable would forget how their errors belong together and grow by a factor at
 * every step; the frame turns with the errors and keeps the set tight.
 *
 * Radii are counted in units of 2^exponent ulps, so that they stay in the range of doubles while errors grow.
 */
import { type Frame, frameAlong, identityFrame } from './frame.ts';
import { outward } from './outward.ts';
import type { Sensitivity } from './sensitivity.ts';

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
  return r.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j += 1) sum += Math.abs(get(m, i * n + j)) * get(r, j);
    return outward(sum);
  });
};

/** Bounds for each variable along a block of steps. */
interface Spread {
  /** |Ĉ| r for the directions Ĉ as computed, C y their set. */
  readonly along: Float64Array;
  /** What the errors are beyond the set of the computed directions. */
  readonly beside: Float64Array;
}

/** What a double cannot show is less than this in units of a radius, over all operations of a step. */
const underflow = 2 ** -600;

/**
 * One step. With e = Ĉ y + z, true slopes J (|J| ≤ steep) and Ĉ′ the computed directions after the step:
 *
 *   e′ = J e + ρ = Ĉ′ y + [ J z + (J Ĉ − Ĉ′) y + ρ ],   |(J Ĉ − Ĉ′) y| ≤ loose |Ĉ| r,   |ρ| ≤ local
 */
const spreadStep = ({ along, beside }: Spread, { steep, loose, local }: Sensitivity, scale: number): Spread => {
  const n = local.length;
  const [nextAlong, nextBeside] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i += 1) {
    let [a, b] = [0, get(local, i) * scale + underflow];
    for (let j = 0; j < n; j += 1) {
      const [s, l] = [get(steep, i * n + j), get(loose, i * n + j)];
      a += (s + l) * get(along, j);
      b += s * get(beside, j) + l * get(along, j);
    }
    [nextAlong[i], nextBeside[i]] = [outward(a), outward(b)];
  }
  return { along: nextAlong, beside: nextBeside };
};

/** The spreads before the first and after each of `steps` steps, for one bound of sensitivity that holds in all. */
export const spreads = (set: ErrorSet, bounds: Sensitivity, steps: number): readonly Spread[] => {
  const start: Spread = { along: reachOf(set.frame.axes, set.radii), beside: new Float64Array(set.radii.length) };
  const all = [start];
  for (let last = start; all.length <= steps; all.push(last)) last = spreadStep(last, bounds, 2 ** -set.exponent);
  return all;
};

/** Bounds for each variable's error, in the set's unit: the columns' reach and what lies beside them. */
export const errorBounds = (columns: Float64Array, radii: Float64Array, beside: Float64Array): Float64Array =>
  reachOf(columns, radii).map((reach, i) => outward(reach + get(beside, i)));

/** |Aᵀ| w for the box |w| ≤ bounds. */
const turnedBox = (axes: Float64Array, bounds: Float64Array): Float64Array => {
  const n = bounds.length;
  return bounds.map((_, j) => {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += Math.abs(get(axes, i * n + j)) * get(bounds, i);
    return outward(sum);
  });
};

/** |Aᵀ C| r, with (n + 2) u of the sizes for its rounding. */
const turnedSet = (axes: Float64Array, columns: Float64Array, radii: Float64Array): Float64Array => {
  const n = radii.length;
  return radii.map((_, j) => {
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
    return outward(total);
  });
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
  const frame = frameAlong(columns, set.radii, beside.length);
  const box = turnedBox(frame.axes, beside);
  const flat = turnedSet(frame.axes, columns, set.radii).map((r, j) => outward(r + get(box, j)));
  const most = flat.reduce((a, b) => Math.max(a, b), 0);
  return rescaled(
    frame,
    flat.map((r) => outward(r + frame.defect * most)),
    set.exponent,
  );
};
