/**
 * A machine that runs a recurrence as WebAssembly, on numbers in limbs: two to three times as fast as BigInt for numbers
 * of a few words, because nothing is allocated on the way.
 */
import { toEnclosure } from '../../../math/number/real.ts';
import { isUndefined } from '../../../math/number/undefined.ts';
import type { Compiled } from '../compile/compile.ts';
import { doubleAbove } from '../machine/doubles.ts';
import type { Machine } from '../machine/machine.ts';
import { longestBlock, type Trail, trailWidth } from '../machine/trail.ts';
import type { Directions } from '../proof/directions.ts';
import { blurOf } from './double-code.ts';
import { formatFor, readLimbs, writeLimbs } from './limbs.ts';
import { forgetFunctions, limbsOf, type Program, programOf } from './program.ts';

/** The binary places of a machine with at least so many. */
export const nativeBits = (bits: number): number => formatFor(bits).bits;

/** Puts the constants of a tape in their registers; their errors, where all are of a size that limbs hold. */
const setConstants = ({ tape }: Compiled, program: Program): Float64Array | undefined => {
  const { bits } = program.layout.format;
  const errors = new Float64Array(tape.registers);
  for (const { register, at } of tape.constants) {
    const value = at(bits);
    if (isUndefined(value)) return undefined;
    const { mid, radius } = toEnclosure(value, bits);
    if (!writeLimbs(mid, limbsOf(program, register))) return undefined;
    errors[register] = doubleAbove(radius);
  }
  return errors;
};

const trailOf = ({ skeleton }: Compiled, { instance: { memory }, layout }: Program): Trail => {
  const [width, functions] = trailWidth(skeleton);
  return {
    width,
    values: new Float64Array(memory, layout.trail, width * longestBlock),
    slopes: new Float64Array(memory, layout.slopes, functions * longestBlock),
  };
};

const directionsOf = ({ skeleton }: Compiled, { instance: { memory, call }, layout }: Program): Directions => {
  const n = skeleton.inputs;
  const [width, functions] = trailWidth(skeleton);
  return {
    columns: new Float64Array(memory, layout.columns, n * n),
    follow: (first, end) =>
      void call['follow']?.(end - first, layout.trail + 8 * width * first, layout.slopes + 8 * functions * first),
  };
};

/**
 * A machine that starts at a state, for the binary places of a format; nothing where the recurrence or a number in it is
 * not of a kind that it carries. Numbers that come out of its range stop it as if they had no value. There is one at a
 * time for each recurrence and format: the next one takes its memory.
 */
export const nativeMachine = (compiled: Compiled, start: readonly bigint[], bits: number): Machine | undefined => {
  const format = formatFor(bits);
  const program = format.bits === bits ? programOf(compiled, format) : undefined;
  if (program === undefined) return undefined;
  const { memory, call } = program.instance;
  const constantErrors = setConstants(compiled, program);
  const variables = start.map((_, i) => limbsOf(program, i));
  const fits = start.every((x, i) => writeLimbs(x, variables[i] as BigInt64Array));
  if (constantErrors === undefined || !fits) return undefined;
  forgetFunctions(compiled, program);
  const all = new BigInt64Array(memory, 0, start.length * format.limbs);
  const kept = all.slice();
  const trail = trailOf(compiled, program);
  let recorded = program.layout.trail;

  const begin = (): void => {
    kept.set(all);
    recorded = program.layout.trail;
  };

  const back = (): void => {
    all.set(kept);
    recorded = program.layout.trail;
  };

  const take: Machine['take'] = (steps) => {
    const left = call['take']?.(steps, recorded) ?? steps;
    recorded += 8 * trail.width * (steps - left);
    return left > 0 ? { taken: steps - left, stopped: 'no value' } : { taken: steps };
  };

  return {
    kind: 'machine',
    bits,
    constantErrors,
    trail,
    blur: blurOf(format),
    directions: directionsOf(compiled, program),
    begin,
    back,
    take,
    state: () => variables.map(readLimbs),
    inBounds: () => true,
  };
};
