/**
 * A machine that runs a recurrence as WebAssembly, on numbers in limbs: two to three times as fast as BigInt for numbers
 * of a few words, because nothing is allocated on the way.
 *
 *   memory    registers, limb by limb | columns of the directions | factors of rows | slopes | trail
 */
import { toEnclosure } from '../../../math/number/real.ts';
import { isUndefined } from '../../../math/number/undefined.ts';
import type { Compiled } from '../compile/compile.ts';
import { doubleAbove } from '../machine/doubles.ts';
import type { Machine } from '../machine/machine.ts';
import { longestBlock, type Trail, trailWidth } from '../machine/trail.ts';
import type { Directions } from '../proof/directions.ts';
import { addressOf, blurOf } from './arithmetic.ts';
import { moduleOf } from './assembler.ts';
import { directionsCode, factorsOf } from './directions-code.ts';
import { type Instance, instantiate } from './instance.ts';
import { type Format, formatFor, readLimbs, writeLimbs } from './limbs.ts';
import { hasCode, registersOf, stepCode } from './step-code.ts';

/** Numbers of more limbs are faster on BigInt; of less, no double is made. */
const [fewestLimbs, mostLimbs] = [6, 24];

/** What code may be made of: multiplications of limbs, and terms of rows times columns. */
const largestCode = 20_000;

/** The binary places of a machine with at least so many. */
export const nativeBits = (bits: number): number => formatFor(bits).bits;

/** Where things stand in memory, in bytes. */
interface Layout {
  readonly format: Format;
  readonly columns: number;
  readonly factors: number;
  readonly slopes: number;
  readonly trail: number;
  readonly end: number;
}

const layoutOf = ({ tape, skeleton }: Compiled, format: Format): Layout => {
  const [width, functions] = trailWidth(skeleton);
  const columns = addressOf(format, registersOf(tape), 0);
  const factors = columns + 8 * skeleton.inputs ** 2;
  const slopes = factors + 8 * factorsOf(skeleton).length;
  const trail = slopes + 8 * functions * longestBlock;
  return { format, columns, factors, slopes, trail, end: trail + 8 * width * longestBlock };
};

const isSmall = ({ tape, skeleton }: Compiled, { limbs }: Format): boolean => {
  const products = tape.operations.filter(({ op }) => op === 'multiply').length;
  const others = tape.operations.length - products;
  const terms = factorsOf(skeleton).length * skeleton.inputs;
  return products * limbs ** 2 + 4 * others * limbs + terms <= largestCode;
};

/** Code in memory. */
interface Program {
  readonly layout: Layout;
  readonly instance: Instance;
}

const programFor = (compiled: Compiled, format: Format): Program | undefined => {
  const { tape, skeleton } = compiled;
  if (format.limbs < fewestLimbs || format.limbs > mostLimbs || !hasCode(tape) || !isSmall(compiled, format))
    return undefined;
  const layout = layoutOf(compiled, format);
  const [width] = trailWidth(skeleton);
  const functions = [
    { name: 'take', parameters: 2, returns: true, body: stepCode(tape, skeleton, format) },
    { name: 'follow', parameters: 3, returns: false, body: directionsCode(skeleton, layout, width) },
  ];
  const instance = instantiate(moduleOf(functions, layout.end));
  return instance && { layout, instance };
};

const programs = new WeakMap<Compiled, Map<number, Program | undefined>>();

/** The program for a number of limbs, made once. */
const program = (compiled: Compiled, format: Format): Program | undefined => {
  const made = programs.get(compiled) ?? new Map<number, Program | undefined>();
  programs.set(compiled, made);
  if (!made.has(format.limbs)) made.set(format.limbs, programFor(compiled, format));
  return made.get(format.limbs);
};

/** The constants of a tape, put in their registers; their errors, where all are of a size that limbs hold. */
const setConstants = (
  { tape }: Compiled,
  bits: number,
  limbsOf: (register: number) => BigInt64Array,
): Float64Array | undefined => {
  const errors = new Float64Array(tape.registers);
  for (const { register, at } of tape.constants) {
    const value = at(bits);
    if (isUndefined(value)) return undefined;
    const { mid, radius } = toEnclosure(value, bits);
    if (!writeLimbs(mid, limbsOf(register))) return undefined;
    errors[register] = doubleAbove(radius);
  }
  return errors;
};

const trailOf = ({ skeleton }: Compiled, { memory }: Instance, { slopes, trail }: Layout): Trail => {
  const [width, functions] = trailWidth(skeleton);
  return {
    width,
    values: new Float64Array(memory, trail, width * longestBlock),
    slopes: new Float64Array(memory, slopes, functions * longestBlock),
  };
};

const directionsOf = ({ skeleton }: Compiled, { memory, call }: Instance, layout: Layout): Directions => {
  const n = skeleton.inputs;
  const [width, functions] = trailWidth(skeleton);
  const factors = factorsOf(skeleton);
  new Float64Array(memory, layout.factors, factors.length).set(factors);
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
  const made = program(compiled, format);
  if (made === undefined || format.bits !== bits) return undefined;
  const { instance, layout } = made;
  const { memory, call } = instance;
  const limbsOf = (register: number): BigInt64Array =>
    new BigInt64Array(memory, addressOf(format, register, 0), format.limbs);
  const constantErrors = setConstants(compiled, bits, limbsOf);
  const variables = start.map((_, i) => limbsOf(i));
  const fits = start.every((x, i) => writeLimbs(x, variables[i] as BigInt64Array));
  if (constantErrors === undefined || !fits) return undefined;
  const all = new BigInt64Array(memory, 0, start.length * format.limbs);
  const kept = all.slice();
  const trail = trailOf(compiled, instance, layout);
  let recorded = layout.trail;

  const begin = (): void => {
    kept.set(all);
    recorded = layout.trail;
  };

  const back = (): void => {
    all.set(kept);
    recorded = layout.trail;
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
    directions: directionsOf(compiled, instance, layout),
    begin,
    back,
    take,
    state: () => variables.map(readLimbs),
    inBounds: () => true,
  };
};
