/**
 * Code for how small differences turn from step to step (proof/directions.ts): the same sums and products, two columns
 * at a time, written out for one skeleton.
 */
import type { Row, Skeleton } from '../compile/skeleton.ts';
import { type Assembler, assembler } from './assembler.ts';

/** Where the code finds its numbers, in bytes. */
export interface Places {
  /** n × n doubles by rows. */
  readonly columns: number;
  /** The doubles of `factorsOf`. */
  readonly factors: number;
}

/** The factors of all rows, in the order of the operands and then the outputs. */
export const factorsOf = ({ operands, outputs }: Skeleton): Float64Array =>
  Float64Array.from([...operands.map(({ row }) => row), ...outputs].flatMap(({ factors }) => [...factors]));

/** One column, or two side by side. */
interface Lane {
  readonly type: 'f64' | 'v128';
  readonly column: number;
}

const lanesOf = (n: number): readonly Lane[] =>
  Array.from({ length: Math.ceil(n / 2) }, (_, i) => ({ type: 2 * i + 1 < n ? 'v128' : 'f64', column: 2 * i }));

interface Following {
  readonly asm: Assembler;
  readonly skeleton: Skeleton;
  readonly places: Places;
  /** By node: the locals of its factors. */
  readonly factors: readonly (readonly [left: number, right: number])[];
  /** Parameters: the addresses of the step's operands and of its slopes. */
  readonly trail: number;
  readonly slopes: number;
}

const times = (asm: Assembler, { type }: Lane): void => asm.op(type === 'v128' ? 'f64x2.mul' : 'f64.mul');
const plus = (asm: Assembler, { type }: Lane): void => asm.op(type === 'v128' ? 'f64x2.add' : 'f64.add');

/** The factors of each node's derivative: those of a′ and b′. */
const nodeFactors = ({ asm, skeleton, factors, trail, slopes }: Following): void => {
  let functions = 0;
  for (const [i, { kind, a, b }] of skeleton.nodes.entries()) {
    const [left, right] = factors[i] as readonly [number, number];
    if (kind === 'product') {
      asm.load('f64', 8 * b, trail);
      asm.set(left);
      asm.load('f64', 8 * a, trail);
      asm.set(right);
    } else if (kind === 'quotient') {
      asm.f64(1);
      asm.load('f64', 8 * b, trail);
      asm.op('f64.div');
      asm.set(left);
      asm.load('f64', 8 * a, trail);
      for (let k = 0; k < 2; k += 1) {
        asm.load('f64', 8 * b, trail);
        asm.op('f64.div');
      }
      asm.op('f64.neg');
      asm.set(right);
    } else {
      asm.load('f64', 8 * functions, slopes);
      asm.set(left);
      functions += 1;
    }
  }
};

/** Σ factor · source, left on the stack; the factors stand from number `first` on. */
const rowCode = ({ asm, places }: Following, lane: Lane, row: Row, first: number, sources: readonly number[]): void => {
  if (row.sources.length === 0) {
    asm.f64(0);
    if (lane.type === 'v128') asm.op('f64x2.splat');
  }
  for (const [k, source] of row.sources.entries()) {
    asm.get(sources[source] as number);
    if (row.factors[k] !== 1) {
      asm.load(lane.type === 'v128' ? 'splat' : 'f64', places.factors + 8 * (first + k));
      times(asm, lane);
    }
    if (k > 0) plus(asm, lane);
  }
};

const scaled = ({ asm }: Following, lane: Lane, value: number, factor: number): void => {
  asm.get(value);
  asm.get(factor);
  if (lane.type === 'v128') asm.op('f64x2.splat');
  times(asm, lane);
};

/** Takes one lane of columns through the step. */
const laneCode = (f: Following, lane: Lane): void => {
  const { asm, skeleton, places, factors } = f;
  const { inputs: n, operands, nodes, outputs } = skeleton;
  const address = (i: number): number => places.columns + 8 * (i * n + lane.column);
  const sources = Array.from({ length: n + nodes.length }, () => asm.local(lane.type));
  const turned = operands.map(() => asm.local(lane.type));
  let first = 0;
  for (let i = 0; i < n; i += 1) {
    asm.load(lane.type, address(i));
    asm.set(sources[i] as number);
  }
  for (const [i, { kind, a, b, fresh }] of nodes.entries()) {
    for (const operand of fresh) {
      const { row } = operands[operand] as (typeof operands)[number];
      rowCode(f, lane, row, first, sources);
      asm.set(turned[operand] as number);
      first += row.factors.length;
    }
    const [left, right] = factors[i] as readonly [number, number];
    scaled(f, lane, turned[a] as number, left);
    if (kind !== 'function') {
      scaled(f, lane, turned[b] as number, right);
      plus(asm, lane);
    }
    asm.set(sources[n + i] as number);
  }
  for (const [i, row] of outputs.entries()) {
    asm.store(lane.type, address(i), () => rowCode(f, lane, row, first, sources));
    first += row.factors.length;
  }
};

const advance = (asm: Assembler, local: number, by: number): void => {
  asm.get(local);
  asm.i32(by);
  asm.op('i32.add');
  asm.set(local);
};

/** The body of a function of three parameters: takes the columns through so many steps of the trail and its slopes. */
export const directionsCode = (skeleton: Skeleton, places: Places, width: number): readonly number[] => {
  const [steps, trail, slopes] = [0, 1, 2];
  const asm = assembler(3);
  const factors = skeleton.nodes.map(() => [asm.local('f64'), asm.local('f64')] as const);
  const f: Following = { asm, skeleton, places, factors, trail, slopes };
  const functions = skeleton.nodes.filter(({ kind }) => kind === 'function').length;
  asm.op('loop');
  nodeFactors(f);
  for (const lane of lanesOf(skeleton.inputs)) laneCode(f, lane);
  advance(asm, trail, 8 * width);
  advance(asm, slopes, 8 * functions);
  advance(asm, steps, -1);
  asm.get(steps);
  asm.branchIf(0);
  asm.op('end');
  return asm.body();
};
