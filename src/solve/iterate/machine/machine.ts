/** Runs a tape on BigInt, one step at a time. */
import type { UndefinedValue } from '../../../math/expression/value.ts';
import { toEnclosure } from '../../../math/number/real.ts';
import { isUndefined } from '../../../math/number/undefined.ts';
import { follower } from '../compile/smooth-functions.ts';
import type { Tape } from '../compile/tape.ts';
import { doubleAbove } from './doubles.ts';
import { type Applied, type Register, thread } from './thread.ts';

export interface Machine {
  readonly kind: 'machine';
  readonly bits: number;
  /** All registers in units of 2^−bits; the first ones are the variables. */
  readonly registers: readonly Register[];
  /** How far constant registers may be off, in ulps; 0 for the others. */
  readonly constantErrors: Float64Array;
  /** By slot, of the functions applied in this step: the radius of their result in ulps, and the partner of its slope. */
  readonly radii: Float64Array;
  readonly partners: Float64Array;
  /** Runs all operations; false where one has no value. */
  readonly compute: () => boolean;
  /** Puts the outputs in the place of the variables. */
  readonly advance: () => void;
}

/** Sets the constants of a tape; says why where one has no value. */
const setConstants = (
  tape: Tape,
  bits: number,
  registers: readonly Register[],
  errors: Float64Array,
): UndefinedValue | undefined => {
  for (const { register, at } of tape.constants) {
    const value = at(bits);
    if (isUndefined(value)) return value;
    const { mid, radius } = toEnclosure(value, bits);
    (registers[register] as Register).value = mid;
    errors[register] = doubleAbove(radius);
  }
  return undefined;
};

/** Copies the outputs to the variables: all are read on the way in and written on the way back. */
const advancing = ({ outputs }: Tape, registers: readonly Register[]): (() => void) =>
  outputs.reduce<() => void>(
    (rest, output, i) => {
      const [source, target] = [registers[output] as Register, registers[i] as Register];
      return () => {
        const value = source.value;
        rest();
        target.value = value;
      };
    },
    () => undefined,
  );

/** A machine for the tape at a precision, its variables zero. `watched` are registers to be read after each step. */
export const machine = (tape: Tape, bits: number, watched: readonly number[]): Machine | UndefinedValue => {
  const registers = Array.from({ length: tape.registers }, (): Register => ({ value: 0n }));
  const constantErrors = new Float64Array(tape.registers);
  const missing = setConstants(tape, bits, registers, constantErrors);
  if (missing !== undefined) return missing;
  const [radii, partners] = [new Float64Array(tape.slots), new Float64Array(tape.slots)];
  const followers = new Map<number, ReturnType<typeof follower>>();
  for (const operation of tape.operations)
    if (operation.op === 'apply') followers.set(operation.slot, follower(operation.f, bits));
  const applied: Applied = (slot) => {
    const evaluate = followers.get(slot);
    if (evaluate === undefined) throw new Error(`no function in slot ${slot}`);
    return (argument) => {
      const result = evaluate(argument);
      if (isUndefined(result)) return undefined;
      radii[slot] = result.radius;
      if (result.partner !== undefined) partners[slot] = result.partner;
      return result.value;
    };
  };
  const kept = [...tape.outputs, ...watched, ...watched];
  const compute = thread(tape.operations, kept, { registers, places: BigInt(bits), applied });
  const advance = advancing(tape, registers);
  return {
    kind: 'machine',
    bits,
    registers,
    constantErrors,
    radii,
    partners,
    compute,
    advance,
  };
};
