/**
 * Bounds over a block of steps, from the extremes seen in it, for three things the error pass needs. All are worked out
 * once per block along the skeleton and the tape, and rounded outward.
 *
 *   |∂Fᵢ/∂xⱼ| ≤ steep(i, j)                       everywhere between the computed and the true state
 *   |computed direction − true one| ≤ Σⱼ loose(i, j) |direction before|ⱼ
 *   |F̂ᵢ(x) − Fᵢ(x)| ≤ local(i) ulps               F̂ the tape's rounded step
 *
 * "True" derivatives are those of the mean value theorem, taken at some point between both states; its values differ
 * from the doubles of the operands by at most η = 2^−51 |a| + blur + (rounding of the tape) + steep · (distance of
 * the states).
 */

import type { Compiled } from '../compile/compile.ts';
import type { Node, Operand, Rows } from '../compile/skeleton.ts';
import type { Machine } from '../machine/machine.ts';
import { inward, outward } from '../machine/outward.ts';
import type { Extremes } from './extremes.ts';
import { type Ball, ballAround, inverseBall, leastIn, sizeIn, sizeOf, timesBall } from './ranges.ts';
import { placesOf, slopeSlack, tapeErrors } from './tape-errors.ts';

/** 2^−53: what one operation on doubles is off by, relative to its result. */
const u = 2 ** -53;

export interface Sensitivity {
  /** n × n by rows. */
  readonly steep: Float64Array;
  readonly loose: Float64Array;
  /** By variable, in ulps. */
  readonly local: Float64Array;
}

const get = (array: Float64Array, i: number): number => array[i] as number;

/**
 * The derivatives of variables, nodes, operands and outputs, n numbers each: the range mid ± rad of each, and how far its
 * computation may be off.
 */
interface Bounds {
  readonly n: number;
  readonly mid: Float64Array;
  readonly rad: Float64Array;
  readonly loose: Float64Array;
}

/** Room for so many, with the variables themselves: derivative 1 with respect to their own. */
const boundsOf = (n: number, all: number): Bounds => {
  const bounds = {
    n,
    mid: new Float64Array(n * all),
    rad: new Float64Array(n * all),
    loose: new Float64Array(n * all),
  };
  for (let i = 0; i < n; i += 1) bounds.mid[i * n + i] = 1;
  return bounds;
};

/** A bound for the size of a derivative. */
const steepest = ({ mid, rad }: Bounds, at: number): number => Math.abs(get(mid, at)) + get(rad, at);

/** Row i: Σ factor·bounds; a sum of t products is computed to (t + 1) u of its sizes, and its factors are off by u. */
const boundRow = ({ starts, sources, factors }: Rows, i: number, bounds: Bounds, to: number): void => {
  const { n, mid, rad, loose } = bounds;
  const [start, end] = [starts[i] as number, starts[i + 1] as number];
  const rounding = (end - start + 3) * u;
  for (let c = 0; c < n; c += 1) {
    let [middle, reach, slack] = [0, 0, 0];
    for (let k = start; k < end; k += 1) {
      const at = (sources[k] as number) + c;
      const factor = get(factors, k);
      const size = Math.abs(factor) * (1 + 2 * u);
      const steep = steepest(bounds, at);
      middle += factor * get(mid, at);
      reach += size * (get(rad, at) + rounding * steep);
      slack += size * (get(loose, at) + rounding * (steep + get(loose, at)));
    }
    mid[to + c] = middle;
    rad[to + c] = outward(reach);
    loose[to + c] = outward(slack);
  }
};

/** A factor in a node's derivative: the range of its true value, and how far its double may be off. */
interface Factor extends Ball {
  readonly slack: number;
}

/** How far a factor times x′ reaches around the product of their middles, which is computed to u of its size. */
const radTerm = ({ mid, rad }: Factor, of: Bounds, at: number): number =>
  Math.abs(mid) * (get(of.rad, at) + 4 * u * Math.abs(get(of.mid, at))) + rad * steepest(of, at);

/** What factor·x′ may be off by: through x′, through the factor, and by at most 4 roundings. */
const looseTerm = ({ mid, rad, slack }: Factor, of: Bounds, at: number): number => {
  const [size, loose] = [Math.abs(mid) + rad, get(of.loose, at)];
  const computed = steepest(of, at) + loose;
  return size * loose + slack * computed + 4 * u * (size + slack) * computed;
};

/** left·a′ + right·b′. */
const boundNode = (bounds: Bounds, a: number, b: number, left: Factor, right: Factor, to: number): void => {
  const { n, mid, rad, loose } = bounds;
  for (let c = 0; c < n; c += 1) {
    mid[to + c] = left.mid * get(mid, a + c) + right.mid * get(mid, b + c);
    rad[to + c] = outward(radTerm(left, bounds, a + c) + radTerm(right, bounds, b + c));
    loose[to + c] = outward(looseTerm(left, bounds, a + c) + looseTerm(right, bounds, b + c));
  }
};

/** An operand in the block: the range of its true value, a bound for its size from below, how far its double may be off. */
interface Value {
  range: Ball;
  least: number;
  eta: number;
}

const none: Factor = { mid: 0, rad: 0, slack: 0 };
const unknown: Factor = { mid: 0, rad: Number.POSITIVE_INFINITY, slack: Number.POSITIVE_INFINITY };

/**
 * The factors 1/b and −a/b² = −r/b of a quotient r. With |b| ≥ β on both sides, 1/b is off by η_b/β² and r by
 * (η_a + R η_b)/β for |r| ≤ R, and both by 4 roundings.
 */
const quotientFactors = (a: Value, b: Value): readonly [Factor, Factor] => {
  const beta = b.least;
  if (!(beta > 0)) return [none, unknown];
  const inverse = inverseBall(beta, sizeOf(b.range), Math.sign(b.range.mid));
  const { mid, rad } = timesBall(timesBall(a.range, inverse), inverse);
  const most = outward(sizeOf(a.range) / beta);
  const offInverse = outward(b.eta / beta + 4 * u) / beta;
  const offQuotient = outward((a.eta + most * b.eta) / beta + 4 * u * most);
  return [
    { mid: inverse.mid, rad: inverse.rad, slack: outward(offInverse) },
    { mid: -mid, rad, slack: outward(offQuotient / beta + most * offInverse + offQuotient * offInverse) },
  ];
};

const functionFactor = (node: Node, i: number, a: Value, extremes: Extremes, blur: number): Factor => {
  const slack = slopeSlack(node, i, extremes, sizeOf(a.range), a.eta, blur);
  const { mid, rad } = ballAround(get(extremes.slopes.low, i), get(extremes.slopes.high, i), slack);
  return { mid, rad, slack };
};

/** The factors of a′ and b′ in the node's derivative. */
const factorsOf = (
  node: Node,
  i: number,
  [a, b]: readonly [Value, Value],
  extremes: Extremes,
  blur: number,
): readonly [Factor, Factor] => {
  if (node.kind === 'quotient') return quotientFactors(a, b);
  if (node.kind === 'function') return [functionFactor(node, i, a, extremes, blur), none];
  return [
    { mid: b.range.mid, rad: b.range.rad, slack: b.eta },
    { mid: a.range.mid, rad: a.range.rad, slack: a.eta },
  ];
};

/**
 * Bounds blocks that a machine took, from their extremes and `near`: by variable, how far the true state may be from the computed one, as a
 * plain number. NaN or ∞ among the bounds where the block cannot be bounded. The result is overwritten by the next call.
 */
export const sensitivityOf = ({ tape, skeleton }: Compiled) => {
  const { inputs: n, operands, nodes, operandRows, outputRows } = skeleton;
  const places = placesOf(tape, skeleton);
  const errors = new Float64Array(tape.registers);
  const operandsAt = (n + nodes.length) * n;
  const outputsAt = operandsAt + operands.length * n;
  const bounds = boundsOf(n, 2 * n + nodes.length + operands.length);
  const values = operands.map((): Value => ({ range: none, least: 0, eta: 0 }));
  const steep = new Float64Array(n * n);
  const found = { steep, loose: bounds.loose.subarray(outputsAt), local: new Float64Array(n) };

  const boundOperand = (i: number, { bits, blur }: Machine, extremes: Extremes, near: Float64Array): void => {
    const { register } = operands[i] as Operand;
    const value = values[i] as Value;
    const at = operandsAt + i * n;
    boundRow(operandRows, i, bounds, at);
    let eta = 2 ** -51 * sizeIn(extremes.values, i) + blur + get(errors, register) * 2 ** -bits;
    for (let c = 0; c < n; c += 1) eta += steepest(bounds, at + c) * get(near, c);
    value.eta = outward(eta);
    value.least = inward(leastIn(extremes.values, i) - value.eta);
    value.range = ballAround(get(extremes.values.low, i), get(extremes.values.high, i), value.eta);
  };

  const boundOutput = (i: number): void => {
    boundRow(outputRows, i, bounds, outputsAt + i * n);
    for (let c = i * n; c < i * n + n; c += 1) steep[c] = outward(steepest(bounds, outputsAt + c));
    found.local[i] = get(errors, tape.outputs[i] as number);
  };

  return (machine: Machine, extremes: Extremes, near: Float64Array): Sensitivity => {
    errors.set(machine.constantErrors);
    tapeErrors(tape, skeleton, places, machine, extremes, errors);
    for (let i = 0; i < nodes.length; i += 1) {
      const node = nodes[i] as Node;
      const { a, b, fresh } = node;
      for (const operand of fresh) boundOperand(operand, machine, extremes, near);
      const [left, right] = factorsOf(node, i, [values[a] as Value, values[b] as Value], extremes, machine.blur);
      boundNode(bounds, operandsAt + a * n, operandsAt + b * n, left, right, (n + i) * n);
    }
    for (let i = 0; i < n; i += 1) boundOutput(i);
    return found;
  };
};
