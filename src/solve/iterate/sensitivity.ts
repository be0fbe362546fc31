/**
 * Bounds over a block of steps, from the extremes seen in it, for three things the error pass needs. All are worked out
 * once per block along the skeleton and the tape, and rounded outward.
 *
 *   |∂Fᵢ/∂xⱼ| ≤ steep(i, j)                       everywhere between the computed and the true state
 *   |computed direction − true one| ≤ Σⱼ loose(i, j) |direction before|ⱼ
 *   |F̂ᵢ(x) − Fᵢ(x)| ≤ local(i) ulps               F̂ the tape's rounded step
 *
 * "True" derivatives are those of the mean value theorem, taken at some point between both states; its values differ
 * from the doubles of the operands by at most η = 2^−52 |a| + 2^−890 + (rounding of the tape) + steep · (distance of
 * the states).
 */
import type { Extremes } from './directions.ts';
import type { Machine } from './machine.ts';
import { inward, outward } from './outward.ts';
import type { Node, Operand, Row, Skeleton } from './skeleton.ts';
import type { Operation, Tape } from './tape.ts';

/** 2^−53: what one operation on doubles is off by, relative to its result. */
const u = 2 ** -53;

export interface Sensitivity {
  /** n × n by rows. */
  readonly steep: Float64Array;
  readonly loose: Float64Array;
  /** By variable, in ulps. */
  readonly local: Float64Array;
}

/** What is known of a block of steps. */
export interface Block {
  readonly machine: Machine;
  readonly extremes: Extremes;
  /** By variable: how far the true state may be from the computed one, as a plain number. */
  readonly near: Float64Array;
}

const get = (array: Float64Array, i: number): number => array[i] as number;

/** The extremes of an operand, by the register that holds it. */
interface Size {
  readonly most: number;
  readonly least: number;
}

const sizesByRegister = (operands: readonly Operand[], { most, least }: Extremes): ReadonlyMap<number, Size> =>
  new Map(
    operands.map(({ register }, i) => [
      register,
      { most: outward(get(most, i)) + 2 ** -890, least: inward(get(least, i)) - 2 ** -890 },
    ]),
  );

/** How far f′ may be from its double: over the distance eta, and for the rounding of its formula. */
const slopeSlack = (
  node: Node,
  i: number,
  { slope, curvature, reach }: Extremes,
  most: number,
  eta: number,
): number => {
  const smooth = eta <= inward(get(reach, i));
  const bend = get(curvature, i);
  const kink = smooth ? 0 : (node.f?.jump ?? Number.POSITIVE_INFINITY);
  return outward(bend * eta + kink + 16 * u * (get(slope, i) + bend * (most + 1)));
};

/** Bounds for the rounding errors of all registers, in ulps. */
const tapeErrors = (tape: Tape, skeleton: Skeleton, { machine, extremes }: Block): Float64Array => {
  const errors = Float64Array.from(machine.constantErrors);
  const sizes = sizesByRegister(skeleton.operands, extremes);
  const applied = new Map(skeleton.nodes.map((node, i) => [node.register, [node, i] as const]));
  const ulp = 2 ** -machine.bits;
  const size = (register: number): Size => sizes.get(register) ?? { most: Number.NaN, least: Number.NaN };
  const error = (operation: Operation): number => {
    const a = get(errors, operation.a);
    switch (operation.op) {
      case 'add':
      case 'subtract':
        return a + get(errors, operation.b);
      case 'scale':
        return a * outward(Math.abs(Number(operation.by)));
      case 'over':
        return a / inward(Number(operation.by)) + 1;
      case 'shift':
        return a + 1;
      case 'multiply': {
        const b = get(errors, operation.b);
        return size(operation.a).most * b + size(operation.b).most * a + a * b * ulp + 1;
      }
      case 'divide': {
        const b = get(errors, operation.b);
        const under = inward(size(operation.b).least - outward(b * ulp));
        return under > 0 ? (a + (size(operation.a).most / under) * b) / under + 1 : Number.POSITIVE_INFINITY;
      }
      case 'apply': {
        const [node, i] = applied.get(operation.to) ?? [];
        if (node === undefined || i === undefined) return Number.NaN;
        const slack = slopeSlack(
          node,
          i,
          extremes,
          size(operation.a).most,
          outward(a * ulp + 2 ** -52 * size(operation.a).most),
        );
        return a * (get(extremes.slope, i) + slack) + get(extremes.radius, i);
      }
    }
  };
  for (const operation of tape.operations) errors[operation.to] = outward(error(operation));
  return errors;
};

/** Bounds for the derivatives of one operand or node, and for how far their computation may be off. */
interface Bounds {
  readonly steep: Float64Array;
  readonly loose: Float64Array;
}

/** Σ |factor|·bounds; a sum of t products is computed to (t + 1) u of its sizes, and its factors are off by u. */
const boundRow = ({ sources, factors }: Row, known: readonly Bounds[], n: number): Bounds => {
  const [steep, loose] = [new Float64Array(n), new Float64Array(n)];
  const rounding = (sources.length + 3) * u;
  for (let c = 0; c < n; c += 1) {
    let [slope, slack] = [0, 0];
    for (let k = 0; k < sources.length; k += 1) {
      const factor = Math.abs(get(factors, k)) * (1 + 2 * u);
      const part = known[sources[k] as number] as Bounds;
      slope += factor * get(part.steep, c);
      slack += factor * (get(part.loose, c) + rounding * (get(part.steep, c) + get(part.loose, c)));
    }
    [steep[c], loose[c]] = [outward(slope), outward(slack)];
  }
  return { steep, loose };
};

/** A factor in a node's derivative: its true size is at most `size`, its double at most `slack` off. */
interface Factor {
  readonly size: number;
  readonly slack: number;
}

/** left·a′ + right·b′, computed with at most 4 roundings of each product. */
const boundNode = (a: Bounds, b: Bounds, left: Factor, right: Factor, n: number): Bounds => {
  const [steep, loose] = [new Float64Array(n), new Float64Array(n)];
  const one = ({ size, slack }: Factor, of: Bounds, c: number): number => {
    const computed = get(of.steep, c) + get(of.loose, c);
    return size * get(of.loose, c) + slack * computed + 4 * u * (size + slack) * computed;
  };
  for (let c = 0; c < n; c += 1) {
    steep[c] = outward(left.size * get(a.steep, c) + right.size * get(b.steep, c));
    loose[c] = outward(one(left, a, c) + one(right, b, c));
  }
  return { steep, loose };
};

/** The variables themselves: derivative 1 with respect to their own, exactly. */
const inputBounds = (n: number): Bounds[] =>
  Array.from({ length: n }, (_, i) => {
    const steep = new Float64Array(n);
    steep[i] = 1;
    return { steep, loose: new Float64Array(n) };
  });

/** The size of an operand in the block and how far its double may be off. */
interface Value {
  readonly most: number;
  readonly least: number;
  readonly eta: number;
}

/** The factors of a′ and b′ in the node's derivative. */
const factorsOf = (node: Node, i: number, a: Value, b: Value, extremes: Extremes): readonly [Factor, Factor] => {
  const none = { size: 0, slack: 0 };
  if (node.kind === 'product')
    return [
      { size: outward(b.most + b.eta), slack: b.eta },
      { size: outward(a.most + a.eta), slack: a.eta },
    ];
  if (node.kind === 'function') {
    const slack = slopeSlack(node, i, extremes, a.most, a.eta);
    return [{ size: outward(get(extremes.slope, i) + slack), slack }, none];
  }
  // 1/b and a/b² = r/b: with |b| ≥ β on both sides, 1/b is off by η_b/β², r by (η_a + R η_b)/β, both and 4 roundings.
  const beta = inward(b.least - b.eta);
  if (!(beta > 0)) return [none, { size: Number.POSITIVE_INFINITY, slack: Number.POSITIVE_INFINITY }];
  const most = outward((a.most + a.eta) / beta);
  const inverse = outward(b.eta / beta + 4 * u) / beta;
  const quotient = outward((a.eta + most * b.eta) / beta + 4 * u * most);
  return [
    { size: outward(1 / beta), slack: outward(inverse) },
    { size: outward(most / beta), slack: outward(quotient / beta + most * inverse + quotient * inverse) },
  ];
};

/** The bounds of a block; NaN or ∞ among them where the block cannot be bounded. */
export const sensitivity = (tape: Tape, skeleton: Skeleton, block: Block): Sensitivity => {
  const { inputs: n, operands, nodes, outputs } = skeleton;
  const { machine, extremes, near } = block;
  const errors = tapeErrors(tape, skeleton, block);
  const ulp = 2 ** -machine.bits;
  const known = inputBounds(n);
  const bounded: Bounds[] = [];
  const values: Value[] = [];
  const boundOperand = (i: number): void => {
    const { row, register } = operands[i] as Operand;
    const bounds = boundRow(row, known, n);
    let eta = 2 ** -52 * get(extremes.most, i) + 2 ** -890 + get(errors, register) * ulp;
    for (let c = 0; c < n; c += 1) eta += get(bounds.steep, c) * get(near, c);
    bounded[i] = bounds;
    values[i] = { most: get(extremes.most, i), least: get(extremes.least, i), eta: outward(eta) };
  };
  for (const [i, node] of nodes.entries()) {
    for (const operand of node.fresh) boundOperand(operand);
    const [left, right] = factorsOf(node, i, values[node.a] as Value, values[node.b] as Value, extremes);
    known.push(boundNode(bounded[node.a] as Bounds, bounded[node.b] as Bounds, left, right, n));
  }
  const [steep, loose] = [new Float64Array(n * n), new Float64Array(n * n)];
  for (const [i, row] of outputs.entries()) {
    const bounds = boundRow(row, known, n);
    steep.set(bounds.steep, i * n);
    loose.set(bounds.loose, i * n);
  }
  return { steep, loose, local: Float64Array.from(tape.outputs, (register) => get(errors, register)) };
};
