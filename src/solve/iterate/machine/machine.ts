/** Machines take the steps of a recurrence; this one runs its tape on BigInt. */
import type { UndefinedValue } from '../../../math/expression/value.ts';
import { toEnclosure } from '../../../math/number/real.ts';
import { isUndefined } from '../../../math/number/undefined.ts';
import type { Compiled } from '../compile/compile.ts';
import { follower } from '../compile/smooth-functions.ts';
import type { Tape } from '../compile/tape.ts';
import { largestBits } from '../outcome.ts';
import type { Directions } from '../proof/directions.ts';
import { doubleAbove } from './doubles.ts';
import { type Applied, type Register, thread } from './thread.ts';
import { recorder, type Trail } from './trail.ts';

/** Why a step was not taken. */
export type Stop = 'no value' | 'too large';

/** Steps are taken in blocks, which can be taken back. */
export interface Machine {
  readonly kind: 'machine';
  /** The variables and all that is computed are in units of 2^−bits. */
  readonly bits: number;
  /** By register: how far constants may be off, in ulps; 0 for the others. */
  readonly constantErrors: Float64Array;
  /** What the steps of the block wrote down for the error pass. Its values are off by 2^−51 of themselves and `blur`. */
  readonly trail: Trail;
  readonly blur: number;
  /** How differences turn along the trail, where the machine has a way of its own. */
  readonly directions: Directions | undefined;
  /** Begins a block of up to `longestBlock` recorded steps. */
  readonly begin: () => void;
  /** Returns to the beginning of the block. */
  readonly back: () => void;
  /** Takes a step, or some more; why the next one was not taken. */
  readonly take: (steps: number) => { readonly taken: number; readonly stopped?: Stop };
  /** The variables. */
  readonly state: () => readonly bigint[];
  /** Whether all variables are small enough to go on. */
  readonly inBounds: () => boolean;
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

/** The functions of a tape; their radii and partners are written down by slot. */
const functionsOf = (tape: Tape, bits: number, radii: Float64Array, partners: Float64Array): Applied => {
  const followers = new Map<number, ReturnType<typeof follower>>();
  for (const operation of tape.operations)
    if (operation.op === 'apply') followers.set(operation.slot, follower(operation.f, bits));
  return (slot) => {
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
};

/** Registers that are read after every step. */
const watched = ({ skeleton: { operands, nodes } }: Compiled): readonly number[] =>
  [...operands, ...nodes.filter(({ kind }) => kind === 'function')].map(({ register }) => register);

/** A machine that starts at a state. */
export const machine = (compiled: Compiled, start: readonly bigint[], bits: number): Machine | UndefinedValue => {
  const { tape, skeleton } = compiled;
  const registers = Array.from({ length: tape.registers }, (_, i): Register => ({ value: start[i] ?? 0n }));
  const constantErrors = new Float64Array(tape.registers);
  const missing = setConstants(tape, bits, registers, constantErrors);
  if (missing !== undefined) return missing;
  const [radii, partners] = [new Float64Array(tape.slots), new Float64Array(tape.slots)];
  const applied = functionsOf(tape, bits, radii, partners);
  const read = watched(compiled);
  const compute = thread(tape.operations, [...tape.outputs, ...read, ...read], {
    registers,
    places: BigInt(bits),
    applied,
  });
  const advance = advancing(tape, registers);
  const { trail, restart, record } = recorder(skeleton, { bits, registers, radii, partners });
  const variables = registers.slice(0, tape.inputs);
  const limit = 1n << BigInt(bits + largestBits);
  const state = (): readonly bigint[] => variables.map(({ value }) => value);
  let kept = state();

  const begin = (): void => {
    kept = state();
    restart();
  };

  const back = (): void => {
    for (const [i, variable] of variables.entries()) variable.value = kept[i] as bigint;
    restart();
  };

  const take: Machine['take'] = (steps) => {
    for (let taken = 0; taken < steps; taken += 1) {
      if (!compute()) return { taken, stopped: 'no value' };
      if (!record()) return { taken, stopped: 'too large' };
      advance();
    }
    return { taken: steps };
  };

  const inBounds = (): boolean => variables.every(({ value }) => value <= limit && -value <= limit);
  const blur = 2 ** -890;
  return {
    kind: 'machine',
    bits,
    constantErrors,
    trail,
    blur,
    directions: undefined,
    begin,
    back,
    take,
    state,
    inBounds,
  };
};
