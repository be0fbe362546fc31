/**
 * How a step turns small differences of its variables, in doubles: forward differentiation of n directions at once.
 *
 *   row      t = Σ factorₖ · tₖ                                  (n columns each)
 *   node     (ab)′ = a b′ + b a′    (a/b)′ = (a′ − r b′)/b    f(a)′ = f′(a) a′
 */

import type { Node, Rows, Skeleton } from '../compile/skeleton.ts';
import { type Extremes, emptyExtremes, forget } from './extremes.ts';
import type { Trail } from './trail.ts';

export interface Directions {
  /** n × n by rows: column j is the j-th direction, row i its component along variable i. */
  readonly columns: Float64Array;
  readonly extremes: Extremes;
  readonly reset: () => void;
  /** Takes the directions through a step of the trail, counted from 0. */
  readonly follow: (step: number) => void;
}

/** Row i of the target (n columns each) = Σ factor · from[source …], for rows first … last − 1; four columns at a time. */
const combineRows = (
  rows: Rows,
  first: number,
  last: number,
  from: Float64Array,
  target: Float64Array,
  n: number,
): void => {
  const { starts, sources, factors } = rows;
  let start = starts[first] as number;
  for (let i = first; i < last; i += 1) {
    const end = starts[i + 1] as number;
    let c = 0;
    for (; c + 3 < n; c += 4) {
      let [s0, s1, s2, s3] = [0, 0, 0, 0];
      for (let k = start; k < end; k += 1) {
        const factor = factors[k] as number;
        const at = (sources[k] as number) + c;
        s0 += factor * (from[at] as number);
        s1 += factor * (from[at + 1] as number);
        s2 += factor * (from[at + 2] as number);
        s3 += factor * (from[at + 3] as number);
      }
      const to = i * n + c;
      target[to] = s0;
      target[to + 1] = s1;
      target[to + 2] = s2;
      target[to + 3] = s3;
    }
    for (; c < n; c += 1) {
      let sum = 0;
      for (let k = start; k < end; k += 1) sum += (factors[k] as number) * (from[(sources[k] as number) + c] as number);
      target[i * n + c] = sum;
    }
    start = end;
  }
};

/** The part of a trail that belongs to a step. */
type Source = Pick<Trail, 'values' | 'width'>;

export const directions = (skeleton: Skeleton, { values, width }: Source): Directions => {
  const { inputs: n, operands, nodes, operandRows, outputRows } = skeleton;
  const columns = new Float64Array(n * n);
  const extremes = emptyExtremes(skeleton);
  const { most, least } = extremes;
  /** By source: variables, then nodes. */
  const derivatives = new Float64Array((n + nodes.length) * n);
  const turned = new Float64Array(operands.length * n);
  forget(extremes);

  const turnOperand = (i: number, base: number): void => {
    const size = Math.abs(values[base + i] as number);
    if (size > (most[i] as number)) most[i] = size;
    if (size < (least[i] as number)) least[i] = size;
    combineRows(operandRows, i, i + 1, derivatives, turned, n);
  };

  /** result′ = left·a′ + right·b′. */
  const join = (to: number, a: number, b: number, left: number, right: number): void => {
    for (let c = 0; c < n; c += 1)
      derivatives[to + c] = left * (turned[a + c] as number) + right * (turned[b + c] as number);
  };

  /** The slope of a function whose value, partner and radius stand at `at`. */
  const functionSlope = (i: number, { f }: Node, argument: number, at: number): number => {
    const value = values[at] as number;
    const slope = f?.slope(argument, value, values[at + 1] as number) ?? Number.NaN;
    const { slope: slopes, curvature, reach, radius } = extremes;
    slopes[i] = Math.max(slopes[i] as number, Math.abs(slope));
    curvature[i] = Math.max(curvature[i] as number, f?.curvature(argument, value, slope) ?? Number.NaN);
    reach[i] = Math.min(reach[i] as number, f?.reach(argument, value) ?? 0);
    radius[i] = Math.max(radius[i] as number, values[at + 2] as number);
    return slope;
  };

  const follow = (step: number): void => {
    const base = step * width;
    let at = base + operands.length;
    derivatives.set(columns);
    for (let i = 0; i < nodes.length; i += 1) {
      const node = nodes[i] as Node;
      for (let k = 0; k < node.fresh.length; k += 1) turnOperand(node.fresh[k] as number, base);
      const a = values[base + node.a] as number;
      const b = values[base + node.b] as number;
      const to = (n + i) * n;
      if (node.kind === 'product') join(to, node.a * n, node.b * n, b, a);
      else if (node.kind === 'quotient') join(to, node.a * n, node.b * n, 1 / b, -(a / b) / b);
      else {
        join(to, node.a * n, node.a * n, functionSlope(i, node, a, at), 0);
        at += 3;
      }
    }
    combineRows(outputRows, 0, n, derivatives, columns, n);
  };
  return { columns, extremes, reset: () => forget(extremes), follow };
};
