/**
 * How a step turns small differences of its variables, in doubles: forward differentiation of n directions at once.
 *
 *   row      t = Σ factorₖ · tₖ                                  (n columns each)
 *   node     (ab)′ = a b′ + b a′    (a/b)′ = (a′ − r b′)/b    f(a)′ = f′(a) a′
 */
import { doubleOf } from './doubles.ts';
import type { Machine } from './machine.ts';
import type { Node, Row, Skeleton } from './skeleton.ts';

/** The largest and least sizes of what entered the nonlinear operations since the last reset. */
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

export interface Directions {
  /** n × n by rows: column j is the j-th direction, row i its component along variable i. */
  readonly columns: Float64Array;
  readonly extremes: Extremes;
  readonly reset: () => void;
  /** Takes the directions through the step that the machine has computed but not yet advanced. */
  readonly follow: (machine: Machine) => void;
  /** Whether all that was read since the last reset fits into doubles. */
  readonly inRange: () => boolean;
}

const emptyExtremes = ({ operands, nodes }: Skeleton): Extremes => ({
  most: new Float64Array(operands.length),
  least: new Float64Array(operands.length),
  slope: new Float64Array(nodes.length),
  curvature: new Float64Array(nodes.length),
  reach: new Float64Array(nodes.length),
  radius: new Float64Array(nodes.length),
});

const forget = ({ most, least, slope, curvature, reach, radius }: Extremes): void => {
  for (const largest of [most, slope, curvature, radius]) largest.fill(0);
  for (const smallest of [least, reach]) smallest.fill(Number.POSITIVE_INFINITY);
};

/** target[to …] = Σ factor · source[…], n columns. */
const combineRow = (
  { sources, factors }: Row,
  from: Float64Array,
  target: Float64Array,
  to: number,
  n: number,
): void => {
  for (let c = 0; c < n; c += 1) {
    let sum = 0;
    for (let k = 0; k < sources.length; k += 1)
      sum += (factors[k] as number) * (from[(sources[k] as number) * n + c] as number);
    target[to + c] = sum;
  }
};

export const directions = (skeleton: Skeleton): Directions => {
  const { inputs: n, operands, nodes, outputs } = skeleton;
  const columns = new Float64Array(n * n);
  const extremes = emptyExtremes(skeleton);
  /** By source: variables, then nodes. */
  const derivatives = new Float64Array((n + nodes.length) * n);
  const turned = new Float64Array(operands.length * n);
  const values = new Float64Array(operands.length);
  forget(extremes);

  const readOperand = (i: number, { registers, bits }: Machine): void => {
    const operand = operands[i];
    if (operand === undefined) return;
    const value = doubleOf(registers[operand.register] as bigint, bits);
    const size = Math.abs(value);
    values[i] = value;
    // Written so that NaN counts as the largest.
    if (!(size <= (extremes.most[i] as number))) extremes.most[i] = size;
    if (!(size >= (extremes.least[i] as number))) extremes.least[i] = size;
    combineRow(operand.row, derivatives, turned, i * n, n);
  };

  /** result′ = left·a′ + right·b′. */
  const join = (to: number, a: number, b: number, left: number, right: number): void => {
    for (let c = 0; c < n; c += 1)
      derivatives[to + c] = left * (turned[a * n + c] as number) + right * (turned[b * n + c] as number);
  };

  const functionSlope = (i: number, node: Node, machine: Machine): number => {
    const a = values[node.a] as number;
    const r = doubleOf(machine.registers[node.register] as bigint, machine.bits);
    const slope = node.f?.slope(a, r, machine.partners[node.slot] as number) ?? Number.NaN;
    const { slope: slopes, curvature, reach, radius } = extremes;
    slopes[i] = Math.max(slopes[i] as number, Math.abs(slope));
    curvature[i] = Math.max(curvature[i] as number, node.f?.curvature(a, r, slope) ?? Number.NaN);
    reach[i] = Math.min(reach[i] as number, node.f?.reach(a, r) ?? 0);
    radius[i] = Math.max(radius[i] as number, machine.radii[node.slot] as number);
    return slope;
  };

  const followNode = (i: number, node: Node, machine: Machine): void => {
    for (const operand of node.fresh) readOperand(operand, machine);
    const [a, b] = [values[node.a] as number, values[node.b] as number];
    const to = (n + i) * n;
    if (node.kind === 'product') join(to, node.a, node.b, b, a);
    else if (node.kind === 'quotient') join(to, node.a, node.b, 1 / b, -(a / b) / b);
    else join(to, node.a, node.a, functionSlope(i, node, machine), 0);
  };

  const follow = (machine: Machine): void => {
    derivatives.set(columns);
    for (let i = 0; i < nodes.length; i += 1) followNode(i, nodes[i] as Node, machine);
    for (let i = 0; i < n; i += 1) combineRow(outputs[i] as Row, derivatives, columns, i * n, n);
  };
  const inRange = (): boolean =>
    extremes.most.every((size) => size < Number.POSITIVE_INFINITY) &&
    extremes.slope.every((size) => size < Number.POSITIVE_INFINITY);
  return { columns, extremes, reset: () => forget(extremes), follow, inRange };
};
