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

import type { Node, Operand, Row, Skeleton } from '../compile/skeleton.ts';
import type { Tape } from '../compile/tape.ts';
import type { Machine } from '../machine/machine.ts';
import { inward, outward } from '../machine/outward.ts';
import type { Extremes } from './extremes.ts';
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

/** Bounds for the derivatives of one operand or node, and for how far their computation may be off. */
interface Bounds {
  readonly steep: Float64Array;
  readonly loose: Float64Array;
}

const emptyBounds = (n: number): Bounds => ({ steep: new Float64Array(n), loose: new Float64Array(n) });

/** Σ |factor|·bounds; a sum of t products is computed to (t + 1) u of its sizes, and its factors are off by u. */
const boundRow = ({ sources, factors }: Row, known: readonly Bounds[], into: Bounds): void => {
  const rounding = (sources.length + 3) * u;
  for (let c = 0; c < into.steep.length; c += 1) {
    let [slope, slack] = [0, 0];
    for (let k = 0; k < sources.length; k += 1) {
      const factor = Math.abs(get(factors, k)) * (1 + 2 * u);
      const part = known[sources[k] as number] as Bounds;
      slope += factor * get(part.steep, c);
      slack += factor * (get(part.loose, c) + rounding * (get(part.steep, c) + get(part.loose, c)));
    }
    into.steep[c] = outward(slope);
    into.loose[c] = outward(slack);
  }
};

/** A factor in a node's derivative: its true size is at most `size`, its double at most `slack` off. */
interface Factor {
  readonly size: number;
  readonly slack: number;
}

/** What factor·x′ may be off by: through x′, through the factor, and by at most 4 roundings. */
const looseTerm = ({ size, slack }: Factor, of: Bounds, c: number): number => {
  const computed = get(of.steep, c) + get(of.loose, c);
  return size * get(of.loose, c) + slack * computed + 4 * u * (size + slack) * computed;
};

/** left·a′ + right·b′. */
const boundNode = (a: Bounds, b: Bounds, left: Factor, right: Factor, into: Bounds): void => {
  for (let c = 0; c < into.steep.length; c += 1) {
    into.steep[c] = outward(left.size * get(a.steep, c) + right.size * get(b.steep, c));
    into.loose[c] = outward(looseTerm(left, a, c) + looseTerm(right, b, c));
  }
};

/** The size of an operand in the block and how far its double may be off. */
interface Value {
  most: number;
  least: number;
  eta: number;
}

const none: Factor = { size: 0, slack: 0 };
const unknown: Factor = { size: Number.POSITIVE_INFINITY, slack: Number.POSITIVE_INFINITY };

/**
 * The factors 1/b and a/b² = r/b of a quotient r. With |b| ≥ β on both sides, 1/b is off by η_b/β² and r by
 * (η_a + R η_b)/β for |r| ≤ R, and both by 4 roundings.
 */
const quotientFactors = (a: Value, b: Value): readonly [Factor, Factor] => {
  const beta = inward(b.least - b.eta);
  if (!(beta > 0)) return [none, unknown];
  const most = outward((a.most + a.eta) / beta);
  const inverse = outward(b.eta / beta + 4 * u) / beta;
  const quotient = outward((a.eta + most * b.eta) / beta + 4 * u * most);
  return [
    { size: outward(1 / beta), slack: outward(inverse) },
    { size: outward(most / beta), slack: outward(quotient / beta + most * inverse + quotient * inverse) },
  ];
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
  if (node.kind === 'function') {
    const slack = slopeSlack(node, i, extremes, a.most, a.eta, blur);
    return [{ size: outward(get(extremes.slope, i) + slack), slack }, none];
  }
  return [
    { size: outward(b.most + b.eta), slack: b.eta },
    { size: outward(a.most + a.eta), slack: a.eta },
  ];
};

/** The variables themselves, derivative 1 with respect to their own, and room for the nodes. */
const sourceBounds = ({ inputs: n, nodes }: Skeleton): readonly Bounds[] =>
  Array.from({ length: n + nodes.length }, (_, i) => {
    const bounds = emptyBounds(n);
    if (i < n) bounds.steep[i] = 1;
    return bounds;
  });

/**
 * Bounds a block, from its extremes and `near`: by variable, how far the true state may be from the computed one, as a
 * plain number. NaN or ∞ among the bounds where the block cannot be bounded. The result is overwritten by the next call.
 */
export const sensitivityOf = (tape: Tape, skeleton: Skeleton, machine: Machine) => {
  const { inputs: n, operands, nodes, outputs } = skeleton;
  const places = placesOf(tape, skeleton);
  const errors = Float64Array.from(machine.constantErrors);
  const known = sourceBounds(skeleton);
  const bounded = operands.map(() => emptyBounds(n));
  const values = operands.map((): Value => ({ most: 0, least: 0, eta: 0 }));
  const found: Sensitivity = {
    steep: new Float64Array(n * n),
    loose: new Float64Array(n * n),
    local: new Float64Array(n),
  };
  const into = outputs.map(
    (_, i): Bounds => ({
      steep: found.steep.subarray(i * n, i * n + n),
      loose: found.loose.subarray(i * n, i * n + n),
    }),
  );
  const ulp = 2 ** -machine.bits;

  const boundOperand = (i: number, extremes: Extremes, near: Float64Array): void => {
    const { row, register } = operands[i] as Operand;
    const [bounds, value] = [bounded[i] as Bounds, values[i] as Value];
    boundRow(row, known, bounds);
    value.most = get(extremes.most, i);
    value.least = get(extremes.least, i);
    let eta = 2 ** -51 * value.most + machine.blur + get(errors, register) * ulp;
    for (let c = 0; c < n; c += 1) eta += get(bounds.steep, c) * get(near, c);
    value.eta = outward(eta);
  };

  return (extremes: Extremes, near: Float64Array): Sensitivity => {
    tapeErrors(tape, skeleton, places, machine, extremes, errors);
    for (let i = 0; i < nodes.length; i += 1) {
      const node = nodes[i] as Node;
      for (const operand of node.fresh) boundOperand(operand, extremes, near);
      const [left, right] = factorsOf(
        node,
        i,
        [values[node.a] as Value, values[node.b] as Value],
        extremes,
        machine.blur,
      );
      boundNode(bounded[node.a] as Bounds, bounded[node.b] as Bounds, left, right, known[n + i] as Bounds);
    }
    for (let i = 0; i < n; i += 1) {
      boundRow(outputs[i] as Row, known, into[i] as Bounds);
      found.local[i] = get(errors, tape.outputs[i] as number);
    }
    return found;
  };
};
