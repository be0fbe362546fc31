/**
 * What the tape loses by rounding: bounds for one step from exact variables, register by register, in ulps.
 *
 *   a ± b   both errors           m·a   |m| times          a/m, a >> k   one part of it and 1 ulp
 *   a·b     |a| times the error of b, |b| times that of a, and 2 ulps
 *   a/b     (that of a + |a/b| that of b) / |b| and 1 ulp  f(a)          |f′| times, and the radius of f
 */
import type { Node, Skeleton } from '../compile/skeleton.ts';
import type { Operation, Tape } from '../compile/tape.ts';
import type { Machine } from '../machine/machine.ts';
import { inward, outward } from '../machine/outward.ts';
import type { Extremes } from './extremes.ts';
import { leastIn, sizeIn } from './ranges.ts';

/** 2^−53: what one operation on doubles is off by, relative to its result. */
const u = 2 ** -53;

const get = (array: Float64Array, i: number): number => array[i] as number;

/** How far f′ may be from its double: over the distance eta, for the rounding of its formula, and as f's value may be. */
export const slopeSlack = (
  node: Node,
  i: number,
  { slopes, curvature, reach }: Extremes,
  most: number,
  eta: number,
  blur: number,
): number => {
  const smooth = eta <= inward(get(reach, i));
  const bend = get(curvature, i);
  const kink = smooth ? 0 : (node.f?.jump ?? Number.POSITIVE_INFINITY);
  return outward(bend * eta + kink + 16 * u * (sizeIn(slopes, i) + bend * (most + 1)) + 2 * blur);
};

/** Which operand and which node stands in a register, and bounds for the integers of the operations. */
interface Places {
  readonly operand: Int32Array;
  readonly node: Int32Array;
  /** By operation: |m| from above, or k from below. */
  readonly by: Float64Array;
}

const boundBy = (operation: Operation): number => {
  if (operation.op === 'scale') return outward(Math.abs(Number(operation.by)));
  return operation.op === 'over' ? inward(Number(operation.by)) : 0;
};

export const placesOf = ({ registers, operations }: Tape, { operands, nodes }: Skeleton): Places => {
  const operand = new Int32Array(registers).fill(-1);
  const node = new Int32Array(registers).fill(-1);
  for (const [i, { register }] of operands.entries()) operand[register] = i;
  for (const [i, { register }] of nodes.entries()) node[register] = i;
  return { operand, node, by: Float64Array.from(operations, boundBy) };
};

/** Bounds for the rounding errors of all registers, in ulps, into `errors`; constant registers have theirs already. */
export const tapeErrors = (
  tape: Tape,
  skeleton: Skeleton,
  places: Places,
  { bits, blur }: Pick<Machine, 'bits' | 'blur'>,
  extremes: Extremes,
  errors: Float64Array,
): void => {
  const ulp = 2 ** -bits;
  const most = (register: number): number =>
    outward(sizeIn(extremes.values, places.operand[register] as number)) + blur;
  const least = (register: number): number =>
    inward(leastIn(extremes.values, places.operand[register] as number)) - blur;
  const error = (operation: Operation, by: number): number => {
    const a = get(errors, operation.a);
    switch (operation.op) {
      case 'add':
      case 'subtract':
        return a + get(errors, operation.b);
      case 'scale':
        return a * by;
      case 'over':
        return a / by + 1;
      case 'shift':
        return a + 1;
      case 'multiply': {
        const b = get(errors, operation.b);
        return most(operation.a) * b + most(operation.b) * a + a * b * ulp + 2;
      }
      case 'divide': {
        const b = get(errors, operation.b);
        const under = inward(least(operation.b) - outward(b * ulp));
        return under > 0 ? (a + (most(operation.a) / under) * b) / under + 1 : Number.POSITIVE_INFINITY;
      }
      case 'apply': {
        const i = places.node[operation.to] as number;
        const size = most(operation.a);
        const slack = slopeSlack(
          skeleton.nodes[i] as Node,
          i,
          extremes,
          size,
          outward(a * ulp + 2 ** -51 * size + blur),
          blur,
        );
        return a * (sizeIn(extremes.slopes, i) + slack) + get(extremes.radius, i);
      }
    }
  };
  for (let i = 0; i < tape.operations.length; i += 1) {
    const operation = tape.operations[i] as Operation;
    errors[operation.to] = outward(error(operation, get(places.by, i)));
  }
};
