/**
 * What the error pass has to know of each step, as doubles. It is only written down while the machine is at work; what
 * it means is worked out for a whole block at once, in loops that hold nothing but doubles.
 */

import type { Skeleton } from '../compile/skeleton.ts';
import { doublesAt } from './doubles.ts';
import type { Register } from './thread.ts';

/** The steps of the longest block. */
export const longestBlock = 64;

export interface Trail {
  /** Numbers written down for one step. */
  readonly width: number;
  /** Step by step: the operands' values, then for each node of a function its value, partner and radius. */
  readonly values: Float64Array;
  /** Step by step, for each node of a function its slope: worked out from the values. */
  readonly slopes: Float64Array;
}

const functionsOf = ({ nodes }: Skeleton): number => nodes.filter(({ kind }) => kind === 'function').length;

/** How many numbers a step writes down, and how many of its nodes are functions. */
export const trailWidth = (skeleton: Skeleton): readonly [width: number, functions: number] => {
  const functions = functionsOf(skeleton);
  return [skeleton.operands.length + 3 * functions, functions];
};

/** Where a machine keeps what a step writes down. */
export interface Recorded {
  readonly bits: number;
  readonly registers: readonly Register[];
  /** By slot, of the functions applied in the step: the radius of their result in ulps, and the partner of its slope. */
  readonly radii: Float64Array;
  readonly partners: Float64Array;
}

/** A trail that is written from registers. */
export interface Recorder {
  readonly trail: Trail;
  readonly restart: () => void;
  /** Writes down the step that is computed but not yet advanced; false where a value is too large. */
  readonly record: () => boolean;
}

/** Values from here on are not followed: their products leave the range of doubles. */
const largest = 2 ** 500;

export const recorder = (skeleton: Skeleton, { bits, registers, partners, radii }: Recorded): Recorder => {
  const { operands, nodes } = skeleton;
  const doubleOf = doublesAt(bits);
  const cell = (register: number): Register => registers[register] as Register;
  const read = operands.map(({ register }) => cell(register));
  const functions = nodes.flatMap(({ kind, register, slot }) =>
    kind === 'function' ? [{ result: cell(register), slot }] : [],
  );
  const [width] = trailWidth(skeleton);
  const values = new Float64Array(width * longestBlock);
  const slopes = new Float64Array(functions.length * longestBlock);
  let at = 0;

  const recordFunctions = (): boolean => {
    let inRange = true;
    for (const { result, slot } of functions) {
      const value = doubleOf(result.value);
      values[at] = value;
      values[at + 1] = partners[slot] as number;
      values[at + 2] = radii[slot] as number;
      at += 3;
      inRange = inRange && Math.abs(value) < largest;
    }
    return inRange;
  };

  const record = (): boolean => {
    let inRange = true;
    for (let i = 0; i < read.length; i += 1) {
      const value = doubleOf((read[i] as Register).value);
      values[at] = value;
      at += 1;
      inRange = inRange && value < largest && value > -largest;
    }
    return functions.length === 0 ? inRange : recordFunctions() && inRange;
  };

  return {
    trail: { width, values, slopes },
    restart: () => {
      at = 0;
    },
    record,
  };
};
