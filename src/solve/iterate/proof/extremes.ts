/** The extremes of what entered the nonlinear operations of a block of steps. */
import type { Skeleton } from '../compile/skeleton.ts';
import type { SmoothFunction } from '../compile/smooth-functions.ts';
import type { Trail } from '../machine/trail.ts';
import { emptyRanges, type Ranges, sizeIn } from './ranges.ts';

export interface Extremes {
  /** By operand: between which numbers its values lie. */
  readonly values: Ranges;
  /** By node: the range of its slope, max curvature, min reach, max radius in ulps. Functions only. */
  readonly slopes: Ranges;
  readonly curvature: Float64Array;
  readonly reach: Float64Array;
  readonly radius: Float64Array;
}

export const emptyExtremes = ({ operands, nodes }: Skeleton): Extremes => ({
  values: emptyRanges(operands.length),
  slopes: emptyRanges(nodes.length),
  curvature: new Float64Array(nodes.length),
  reach: new Float64Array(nodes.length),
  radius: new Float64Array(nodes.length),
});

const get = (array: Float64Array, i: number): number => array[i] as number;

/** The range of an operand in so many steps. */
const seeOperand = ({ low, high }: Ranges, i: number, { values, width }: Trail, steps: number): void => {
  let [least, most] = [get(values, i), get(values, i)];
  for (let step = 1, at = i + width; step < steps; step += 1, at += width) {
    const value = get(values, at);
    if (value > most) most = value;
    if (value < least) least = value;
  }
  low[i] = least;
  high[i] = most;
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
  const operands = extremes.values.low.length;
  const functions = (width - operands) / 3;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [bend, near, radius] = [0, Number.POSITIVE_INFINITY, 0];
  for (let step = 0; step < steps; step += 1) {
    const [base, at] = [step * width, step * width + operands + 3 * k];
    const [argument, value] = [get(values, base + a), get(values, at)];
    const slope = f.slope(argument, value, get(values, at + 1));
    slopes[step * functions + k] = slope;
    least = Math.min(least, slope);
    most = Math.max(most, slope);
    bend = Math.max(bend, f.curvature(argument, value, slope));
    near = Math.min(near, f.reach(argument, value));
    radius = Math.max(radius, get(values, at + 2));
  }
  extremes.slopes.low[i] = least;
  extremes.slopes.high[i] = most;
  extremes.curvature[i] = bend;
  extremes.reach[i] = near;
  extremes.radius[i] = radius;
};

/** Sees steps of a trail: makes the extremes those of its first `steps`, and works out their slopes on the way. */
export const trailSeer = (skeleton: Skeleton, extremes: Extremes) => {
  const functions = functionNodes(skeleton);
  return (trail: Trail, steps: number): void => {
    for (let i = 0; i < skeleton.operands.length; i += 1) seeOperand(extremes.values, i, trail, steps);
    for (const node of functions) seeFunction(extremes, node, trail, steps);
  };
};

/** How much wider an envelope is than the extremes it was made for, as a factor. */
const margin = 1.25;

/**
 * How much a range is widened: by so many of its widths, not more than a part of its size, and in any case by a little
 * of the largest size it ever had.
 */
const [widths, most, least] = [4, 2 ** -3, 2 ** -5];

/** What is proven once for several blocks, and the largest sizes of values and slopes up to now. */
interface Envelope extends Extremes {
  readonly largest: Float64Array;
  readonly steepest: Float64Array;
}

export const emptyEnvelope = (skeleton: Skeleton): Envelope => ({
  ...emptyExtremes(skeleton),
  largest: new Float64Array(skeleton.operands.length),
  steepest: new Float64Array(skeleton.nodes.length),
});

/** Lets an envelope begin anew. */
export const forget = ({ largest, steepest }: Envelope): void => {
  largest.fill(0);
  steepest.fill(0);
};

const setTimes = (into: Float64Array, from: Float64Array, factor: number): void => {
  for (let i = 0; i < into.length; i += 1) into[i] = (from[i] as number) * factor;
};

const widen = (into: Ranges, from: Ranges, largest: Float64Array): void => {
  for (let i = 0; i < from.low.length; i += 1) {
    const [low, high] = [get(from.low, i), get(from.high, i)];
    const size = sizeIn(from, i);
    largest[i] = Math.max(get(largest, i) / 2, size);
    const more = Math.min(widths * (high - low), most * size) + Math.min(least * get(largest, i), size);
    into.low[i] = low - more;
    into.high[i] = high + more;
  }
};

/** Sizes that grow and shrink by no more than the margin, where they tell how steep a quotient is. */
const keepFromZero = (into: Ranges, from: Ranges, i: number): void => {
  const [low, high] = [get(from.low, i), get(from.high, i)];
  if (low <= 0 && high >= 0) return;
  into.low[i] = Math.max(get(into.low, i), low > 0 ? low / margin : low * margin);
  into.high[i] = Math.min(get(into.high, i), high > 0 ? high * margin : high / margin);
};

/**
 * Makes `envelope` wider than the extremes: what is proven for it holds for the blocks that follow, for a while. How
 * small an operand gets matters only where it divides.
 */
export const envelop = (envelope: Envelope, extremes: Extremes, divisors: readonly number[]): void => {
  widen(envelope.values, extremes.values, envelope.largest);
  for (const i of divisors) keepFromZero(envelope.values, extremes.values, i);
  widen(envelope.slopes, extremes.slopes, envelope.steepest);
  setTimes(envelope.curvature, extremes.curvature, margin);
  setTimes(envelope.radius, extremes.radius, margin);
  setTimes(envelope.reach, extremes.reach, 1 / margin);
};

const below = (a: Float64Array, b: Float64Array): boolean => {
  for (let i = 0; i < a.length; i += 1) if (!((a[i] as number) <= (b[i] as number))) return false;
  return true;
};

const within = (inner: Ranges, outer: Ranges): boolean => below(outer.low, inner.low) && below(inner.high, outer.high);

/** Whether the extremes lie within the envelope. */
export const covers = (envelope: Extremes, extremes: Extremes): boolean =>
  within(extremes.values, envelope.values) &&
  within(extremes.slopes, envelope.slopes) &&
  below(extremes.curvature, envelope.curvature) &&
  below(extremes.radius, envelope.radius) &&
  below(envelope.reach, extremes.reach);
