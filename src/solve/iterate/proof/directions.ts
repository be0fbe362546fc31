/**
 * How a step turns small differences of its variables, in doubles: forward differentiation of n directions at once.
 *
 *   row      t = Σ factorₖ · tₖ                                  (n columns each)
 *   node     (ab)′ = a b′ + b a′    (a/b)′ = (a′ − r b′)/b    f(a)′ = f′(a) a′
 */

import type { Rows, Skeleton } from '../compile/skeleton.ts';
import type { Trail } from '../machine/trail.ts';

export interface Directions {
  /** n × n by rows: column j is the j-th direction, row i its component along variable i. */
  readonly columns: Float64Array;
  /** Takes the directions through steps of the trail, counted from 0: from the first up to the one before `end`. */
  readonly follow: (first: number, end: number) => void;
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

/** The directions along a trail whose slopes are worked out. */
export const directions = (skeleton: Skeleton, { values, slopes, width }: Trail): Directions => {
  const { inputs: n, operands, nodes, operandRows, outputRows } = skeleton;
  const columns = new Float64Array(n * n);
  /** By source: variables, then nodes. */
  const derivatives = new Float64Array((n + nodes.length) * n);
  const turned = new Float64Array(operands.length * n);
  const functions = nodes.filter(({ kind }) => kind === 'function').length;

  /** result′ = left·a′ + right·b′. */
  const join = (to: number, a: number, b: number, left: number, right: number): void => {
    for (let c = 0; c < n; c += 1)
      derivatives[to + c] = left * (turned[a + c] as number) + right * (turned[b + c] as number);
  };

  const followStep = (step: number): void => {
    const base = step * width;
    let at = step * functions;
    derivatives.set(columns);
    for (const [i, node] of nodes.entries()) {
      for (const operand of node.fresh) combineRows(operandRows, operand, operand + 1, derivatives, turned, n);
      const a = values[base + node.a] as number;
      const b = values[base + node.b] as number;
      const to = (n + i) * n;
      if (node.kind === 'product') join(to, node.a * n, node.b * n, b, a);
      else if (node.kind === 'quotient') join(to, node.a * n, node.b * n, 1 / b, -(a / b) / b);
      else {
        join(to, node.a * n, node.a * n, slopes[at] as number, 0);
        at += 1;
      }
    }
    combineRows(outputRows, 0, n, derivatives, columns, n);
  };

  const follow = (first: number, end: number): void => {
    for (let step = first; step < end; step += 1) followStep(step);
  };
  return { columns, follow };
};
