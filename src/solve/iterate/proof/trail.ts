/**
 * What the error pass has to know of each step, as doubles. It is only written down while BigInt is at work; what it
 * means is worked out for a whole block at once, in loops that hold nothing but doubles.
 */

import type { Skeleton } from '../compile/skeleton.ts';
import { doublesAt } from '../machine/doubles.ts';
import type { Machine } from '../machine/machine.ts';
import type { Register } from '../machine/thread.ts';

export interface Trail {
  /** Numbers written down for one step. */
  readonly width: number;
  /** Step by step: the operands' values, then for each node of a function its value, partner and radius. */
  readonly values: Float64Array;
  readonly restart: () => void;
  /** Writes down the step that the machine has computed but not yet advanced; false where a value is too large. */
  readonly record: () => boolean;
}

/** Values from here on are not followed: their products leave the range of doubles. */
const largest = 2 ** 500;

/** A trail for blocks of up to `longest` steps. */
export const trailOf = ({ operands, nodes }: Skeleton, machine: Machine, longest: number): Trail => {
  const { registers, partners, radii } = machine;
  const doubleOf = doublesAt(machine.bits);
  const cell = (register: number): Register => registers[register] as Register;
  const read = operands.map(({ register }) => cell(register));
  const functions = nodes.flatMap(({ kind, register, slot }) =>
    kind === 'function' ? [{ result: cell(register), slot }] : [],
  );
  const width = read.length + 3 * functions.length;
  const values = new Float64Array(width * longest);
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
    width,
    values,
    restart: () => {
      at = 0;
    },
    record,
  };
};
