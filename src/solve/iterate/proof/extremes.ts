/** The extreme sizes of what entered the nonlinear operations of a block of steps. */
import type { Skeleton } from '../compile/skeleton.ts';

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
export const forget = ({ most, least, slope, curvature, reach, radius }: Extremes): void => {
  most.fill(0);
  slope.fill(0);
  curvature.fill(0);
  radius.fill(0);
  least.fill(Number.POSITIVE_INFINITY);
  reach.fill(Number.POSITIVE_INFINITY);
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
