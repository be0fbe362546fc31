/** The extreme sizes of what entered the nonlinear operations of a block of steps. */
import type { Node, Skeleton } from '../compile/skeleton.ts';
import type { Trail } from '../machine/trail.ts';

export interface Extremes {
  /** By operand: max |value| and min |value|. */
  readonly most: Float64Array;
  readonly least: Float64Array;
  /** By node: max |slope|, max curvature, min reach, max radius in ulps. Functions only. */
  readonly slope: Float64Array;
  readonly curvature: Float64Array;
  readonly reach: Float64Array;
  readonly radius: Float64Array;
}

export const emptyExtremes = ({ operands, nodes }: Skeleton): Extremes => ({
  most: new Float64Array(operands.length),
  least: new Float64Array(operands.length),
  slope: new Float64Array(nodes.length),
  curvature: new Float64Array(nodes.length),
  reach: new Float64Array(nodes.length),
  radius: new Float64Array(nodes.length),
});

/** Forgets what was seen. */
const forget = ({ most, least, slope, curvature, reach, radius }: Extremes): void => {
  most.fill(0);
  slope.fill(0);
  curvature.fill(0);
  radius.fill(0);
  least.fill(Number.POSITIVE_INFINITY);
  reach.fill(Number.POSITIVE_INFINITY);
};

const get = (array: Float64Array, i: number): number => array[i] as number;

/** Sees the sizes of an operand in so many steps. */
const seeOperand = ({ most, least }: Extremes, i: number, { values, width }: Trail, steps: number): void => {
  let [high, low] = [get(most, i), get(least, i)];
  for (let step = 0, at = i; step < steps; step += 1, at += width) {
    const size = Math.abs(get(values, at));
    if (size > high) high = size;
    if (size < low) low = size;
  }
  most[i] = high;
  least[i] = low;
};

/** Sees node i, a function: its argument, and from `at` on its value, partner and radius. Returns its slope. */
const seeFunction = (
  extremes: Extremes,
  i: number,
  { f }: Node,
  argument: number,
  values: Float64Array,
  at: number,
) => {
  const value = get(values, at);
  const slope = f?.slope(argument, value, get(values, at + 1)) ?? Number.NaN;
  const { slope: slopes, curvature, reach, radius } = extremes;
  slopes[i] = Math.max(get(slopes, i), Math.abs(slope));
  curvature[i] = Math.max(get(curvature, i), f?.curvature(argument, value, slope) ?? Number.NaN);
  reach[i] = Math.min(get(reach, i), f?.reach(argument, value) ?? 0);
  radius[i] = Math.max(get(radius, i), get(values, at + 2));
  return slope;
};

/** Sees steps of a trail: makes the extremes those of its first `steps`, and works out their slopes on the way. */
export const trailSeer = ({ operands, nodes }: Skeleton, trail: Trail, extremes: Extremes) => {
  const { values, slopes, width } = trail;
  const functions = nodes.flatMap((node, i) => (node.kind === 'function' ? [{ node, i }] : []));

  const seeFunctions = (base: number, slot: number): void => {
    let at = base + operands.length;
    for (const [k, { node, i }] of functions.entries()) {
      slopes[slot + k] = seeFunction(extremes, i, node, get(values, base + node.a), values, at);
      at += 3;
    }
  };

  return (steps: number): void => {
    forget(extremes);
    for (let i = 0; i < operands.length; i += 1) seeOperand(extremes, i, trail, steps);
    if (functions.length === 0) return;
    for (let step = 0; step < steps; step += 1) seeFunctions(step * width, step * functions.length);
  };
};

/** How much wider an envelope is than the extremes it was made for. */
const margin = 1.25;

const setTimes = (into: Float64Array, from: Float64Array, factor: number): void => {
  for (let i = 0; i < into.length; i += 1) into[i] = (from[i] as number) * factor;
};

/**
 * Makes `envelope` wider than the extremes: what is proven for it holds for the blocks that follow, for a while. How
 * small an operand gets matters only where it divides.
 */
export const envelop = (envelope: Extremes, extremes: Extremes, divides: readonly boolean[]): void => {
  setTimes(envelope.most, extremes.most, margin);
  setTimes(envelope.slope, extremes.slope, margin);
  setTimes(envelope.curvature, extremes.curvature, margin);
  setTimes(envelope.radius, extremes.radius, margin);
  for (let i = 0; i < divides.length; i += 1)
    envelope.least[i] = divides[i] ? (extremes.least[i] as number) / margin : 0;
  setTimes(envelope.reach, extremes.reach, 1 / margin);
};

const below = (a: Float64Array, b: Float64Array): boolean => {
  for (let i = 0; i < a.length; i += 1) if (!((a[i] as number) <= (b[i] as number))) return false;
  return true;
};

/** Whether the extremes lie within the envelope. */
export const covers = (envelope: Extremes, extremes: Extremes): boolean =>
  below(extremes.most, envelope.most) &&
  below(envelope.least, extremes.least) &&
  below(extremes.slope, envelope.slope) &&
  below(extremes.curvature, envelope.curvature) &&
  below(extremes.radius, envelope.radius) &&
  below(envelope.reach, extremes.reach);
