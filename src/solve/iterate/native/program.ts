/**
 * The program of a recurrence: its code as one WebAssembly module at work.
 *
 *   memory    registers, limb by limb | cells of the slots | 1/k! | columns of the directions | factors of rows |
 *             slopes | trail
 */
import { exp } from '../../../math/number/elementary/exp.ts';
import { enclosure } from '../../../math/number/enclosure.ts';
import { toEnclosure } from '../../../math/number/real.ts';
import { isUndefined } from '../../../math/number/undefined.ts';
import type { Compiled } from '../compile/compile.ts';
import type { Operation } from '../compile/tape.ts';
import { doubleAbove } from '../machine/doubles.ts';
import { longestBlock, trailWidth } from '../machine/trail.ts';
import { type Exported, moduleOf } from './assembler.ts';
import { directionsCode, factorsOf } from './directions-code.ts';
import { exponentialCode, mostMoves } from './exponential-code.ts';
import { type Instance, instantiate } from './instance.ts';
import { addressOf } from './limb-code.ts';
import { type Format, readLimbs, writeLimbs } from './limbs.ts';
import { coefficients, coefficientsFor } from './series-code.ts';
import { hasCode, keptRegister, registersOf, type Slots, stepCode } from './step-code.ts';

/** Numbers of more limbs are faster on BigInt, and functions of them sooner; of less no double is made. */
const limbRange = { least: 6, most: 24, mostWithFunctions: 14 } as const;

/** What code may be made of: multiplications of limbs, and terms of rows times columns. */
const largestCode = 20_000;

/** Where things stand in memory, in bytes. */
export interface Layout {
  readonly format: Format;
  readonly cells: number;
  readonly table: number;
  readonly columns: number;
  readonly factors: number;
  readonly slopes: number;
  readonly trail: number;
  readonly end: number;
}

/** Code at work. */
export interface Program {
  readonly layout: Layout;
  readonly instance: Instance;
}

const layoutOf = ({ tape, skeleton }: Compiled, format: Format): Layout => {
  const [width, functions] = trailWidth(skeleton);
  const cells = addressOf(format, registersOf(tape), 0);
  const table = cells + 16 * tape.slots;
  const columns = table + (tape.slots > 0 ? 8 * format.limbs * coefficientsFor(format) : 0);
  const factors = columns + 8 * skeleton.inputs ** 2;
  const slopes = factors + 8 * factorsOf(skeleton).length;
  const trail = slopes + 8 * functions * longestBlock;
  return { format, cells, table, columns, factors, slopes, trail, end: trail + 8 * width * longestBlock };
};

/** Whether the code of a recurrence stays small. */
const isSmall = ({ tape, skeleton }: Compiled, { limbs }: Format): boolean => {
  const products = tape.operations.filter(({ op }) => op === 'multiply' || op === 'divide').length;
  const others = tape.operations.length - products;
  const terms = factorsOf(skeleton).length * skeleton.inputs;
  return products * limbs ** 2 + 4 * others * limbs + terms <= largestCode;
};

const isCarried = (compiled: Compiled, format: Format): boolean => {
  const { tape } = compiled;
  const most = tape.slots > 0 ? limbRange.mostWithFunctions : limbRange.most;
  return format.limbs >= limbRange.least && format.limbs <= most && hasCode(tape) && isSmall(compiled, format);
};

/** Numbers of the functions that the code calls: the one of outside comes first. */
const [anew, move] = [0, 1];

const codeFor = ({ tape, skeleton }: Compiled, { format, cells, table, ...places }: Layout): readonly Exported[] => {
  const [width] = trailWidth(skeleton);
  const kept = (slot: number): number => addressOf(format, keptRegister(tape, slot), 0);
  const slots: Slots = { kept, cells: (slot) => cells + 16 * slot, anew, move };
  const moving: Exported = { name: 'move', parameters: 4, returns: true, body: exponentialCode(format, table) };
  return [
    ...(tape.slots > 0 ? [moving] : []),
    { name: 'take', parameters: 2, returns: true, body: stepCode(tape, skeleton, format, slots) },
    { name: 'follow', parameters: 3, returns: false, body: directionsCode(skeleton, places, width) },
  ];
};

/** The limbs of a register, in memory. */
export const limbsOf = ({ layout: { format }, instance }: Program, register: number): BigInt64Array =>
  new BigInt64Array(instance.memory, addressOf(format, register, 0), format.limbs);

/** The radius of a slot and the moves that are left to it, in memory. */
const cellsOf = ({ layout, instance }: Program, slot: number): readonly [Float64Array, BigInt64Array] => {
  const at = layout.cells + 16 * slot;
  return [new Float64Array(instance.memory, at, 1), new BigInt64Array(instance.memory, at + 8, 1)];
};

type Applied = Extract<Operation, { op: 'apply' }>;

const applied = ({ tape }: Compiled): readonly Applied[] =>
  tape.operations.flatMap((operation) => (operation.op === 'apply' ? [operation] : []));

/** Works e^a out anew from the register of a, for one slot: the value, the argument it belongs to and the radius. */
const workOut = (program: Program, kept: BigInt64Array, { to, a, slot }: Applied): (() => number) => {
  const { bits } = program.layout.format;
  const [argument, value] = [limbsOf(program, a), limbsOf(program, to)];
  const [radius, left] = cellsOf(program, slot);
  return () => {
    const result = exp(enclosure(readLimbs(argument), 0n, bits), bits);
    if (isUndefined(result)) return 0;
    const found = toEnclosure(result, bits);
    kept.set(argument);
    radius[0] = doubleAbove(found.radius);
    left[0] = BigInt(mostMoves);
    return writeLimbs(found.mid, value) ? 1 : 0;
  };
};

const writeCoefficients = ({ layout: { table, format }, instance }: Program): void => {
  for (const [k, c] of coefficients(format).entries())
    writeLimbs(c, new BigInt64Array(instance.memory, table + 8 * k * format.limbs, format.limbs));
};

/** Lets all functions begin anew. */
export const forgetFunctions = (compiled: Compiled, program: Program): void => {
  for (const { slot } of applied(compiled)) cellsOf(program, slot)[1][0] = 0n;
};

const programFor = (compiled: Compiled, format: Format): Program | undefined => {
  if (!isCarried(compiled, format)) return undefined;
  const layout = layoutOf(compiled, format);
  const restarts: (() => number)[] = [];
  const outside = { anew: (slot = 0) => restarts[slot]?.() ?? 0 };
  const signatures = [{ name: 'anew', parameters: 1, returns: true }];
  const instance = instantiate(moduleOf(signatures, codeFor(compiled, layout), layout.end), outside);
  if (instance === undefined) return undefined;
  const program: Program = { layout, instance };
  for (const operation of applied(compiled)) {
    const kept = limbsOf(program, keptRegister(compiled.tape, operation.slot));
    restarts[operation.slot] = workOut(program, kept, operation);
  }
  if (restarts.length > 0) writeCoefficients(program);
  const factors = factorsOf(compiled.skeleton);
  new Float64Array(instance.memory, layout.factors, factors.length).set(factors);
  return program;
};

const programs = new WeakMap<Compiled, Map<number, Program | undefined>>();

/** The program for a format, made once; nothing where the recurrence is not of a kind that code is made for. */
export const programOf = (compiled: Compiled, format: Format): Program | undefined => {
  const made = programs.get(compiled) ?? new Map<number, Program | undefined>();
  programs.set(compiled, made);
  if (!made.has(format.limbs)) made.set(format.limbs, programFor(compiled, format));
  return made.get(format.limbs);
};
