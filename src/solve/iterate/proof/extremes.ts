/** The extreme sizes of what entered the nonlinear operations of a block of steps. */
import type { Skeleton } from '../compile/skeleton.ts';
import type { SmoothFunction } from '../compile/smooth-functions.ts';
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

const get = (array: Float64Array, i: number): number => array[i] as number;

/** The sizes of an operand in so many steps. */
const seeOperand = ({ most, least }: Extremes, i: number, { values, width }: Trail, steps: number): void => {
  let [high, low] = [0, Number.POSITIVE_INFINITY];
  for (let step = 0, at = i; step < steps; step += 1, at += width) {
    const size = Math.abs(get(values, at));
    if (size > high) high = size;
    if (size < low) low = size;
  }
  most[i] = high;
  least[i] = low;
};

/** A function among the nodes: which node, what it is, and which of the functions. */
interface FunctionNode {
  readonly i: number;
  readonly k: number;
  readonly a: number;
  readonly f: SmoothFunction;
}

const functionNodes = ({ nodes }: Skeleton): readonly FunctionNode[] => {
  const found: FunctionNode[] = [];
  for (const [i, { a, f }] of nodes.entries()) if (f !== undefined) found.push({ i, k: found.length, a, f });
  return found;
};

/** The extremes of a function in so many steps of a trail; its slopes are written to the trail on the way. */
const seeFunction = (extremes: Extremes, { i, k, a, f }: FunctionNode, trail: Trail, steps: number): void => {
  const { values, slopes, width } = trail;
  const [operands, functions] = [extremes.most.length, (width - extremes.most.length) / 3];
  let [steepest, bend, near, radius] = [0, 0, Number.POSITIVE_INFINITY, 0];
  for (let step = 0; step < steps; step += 1) {
    const [base, at] = [step * width, step * width + operands + 3 * k];
    const [argument, value] = [get(values, base + a), get(values, at)];
    const slope = f.slope(argument, value, get(values, at + 1));
    slopes[step * functions + k] = slope;
    steepest = Math.max(steepest, Math.abs(slope));
    bend = Math.max(bend, f.curvature(argument, value, slope));
    near = Math.min(near, f.reach(argument, value));
    radius = Math.max(radius, get(values, at + 2));
  }
  extremes.slope[i] = steepest;
  extremes.curvature[i] = bend;
  extremes.reach[i] = near;
  extremes.radius[i] = radius;
};

/** Sees steps of a trail: makes the extremes those of its first `steps`, and works out their slopes on the way. */
export const trailSeer = (skeleton: Skeleton, trail: Trail, extremes: Extremes) => {
  const functions = functionNodes(skeleton);
  return (steps: number): void => {
    for (let i = 0; i < skeleton.operands.length; i += 1) seeOperand(extremes, i, trail, steps);
    for (const node of functions) seeFunction(extremes, node, trail, steps);
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
