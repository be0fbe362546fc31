/** Code for the steps of a tape on numbers in limbs. */
import type { Skeleton } from '../compile/skeleton.ts';
import { smoothFunction } from '../compile/smooth-functions.ts';
import type { Operation, Tape } from '../compile/tape.ts';
import { trailWidth } from '../machine/trail.ts';
import { type Assembler, assembler } from './assembler.ts';
import { divisionCode, largestDivisor } from './division-code.ts';
import { doubleCode } from './double-code.ts';
import {
  addressOf,
  checkDone,
  checkNumber,
  copyCode,
  type LimbCode,
  largestFactor,
  limbCode,
  multipleCode,
  normalize,
  sumCode,
} from './limb-code.ts';
import type { Format } from './limbs.ts';
import { productCode } from './product-code.ts';
import { quotientCode } from './quotient-code.ts';

/** d as a product of divisors that `divisionCode` takes; nothing where it has a larger prime factor. */
const divisorsOf = (d: bigint): readonly number[] | undefined => {
  if (d > 2n ** 64n) return undefined;
  const divisors: number[] = [];
  let [rest, last] = [d, 1];
  for (let p = 2n; rest > 1n; ) {
    if (rest % p !== 0n) {
      p += 1n;
      if (p > largestDivisor) return undefined;
      continue;
    }
    rest /= p;
    if (last * Number(p) > largestDivisor) {
      divisors.push(last);
      last = 1;
    }
    last *= Number(p);
  }
  return [...divisors, last];
};

const exponential = smoothFunction('exp');

/** Whether the operation has code here. */
const isCarried = (operation: Operation): boolean => {
  switch (operation.op) {
    case 'apply':
      return operation.f === exponential;
    case 'scale':
      return operation.by <= largestFactor && -operation.by <= largestFactor;
    case 'over':
      return divisorsOf(operation.by) !== undefined;
    case 'shift':
      return operation.by < 64n;
    default:
      return true;
  }
};

/** Whether all operations of the tape have code. */
export const hasCode = ({ operations }: Tape): boolean => operations.every(isCarried);

/** Registers that the code uses: the tape's, and one more for each variable and each slot. */
export const registersOf = ({ registers, inputs, slots }: Tape): number => registers + inputs + slots;

/** The register for the last argument of a slot. */
export const keptRegister = ({ registers, inputs }: Tape, slot: number): number => registers + inputs + slot;

/** How functions are evaluated: addresses by slot, and the numbers of two functions that are called. */
export interface Slots {
  /** The last argument; and the radius of its value, a double, with the moves that are left. */
  readonly kept: (slot: number) => number;
  readonly cells: (slot: number) => number;
  /** Works e^a out anew, for a slot. */
  readonly anew: number;
  /** Moves it (exponential-code.ts). */
  readonly move: number;
}

const divisionsCode = (t: LimbCode, to: number, a: number, d: bigint): void => {
  let from = a;
  // ⌊⌊a/c⌋/d⌋ = ⌊a/(cd)⌋
  for (const divisor of divisorsOf(d) ?? []) {
    divisionCode(t, to, from, divisor);
    from = to;
  }
};

/** to ← e^a; until then it holds that of the step before. */
const applyCode = (t: LimbCode, { to, a, slot }: Extract<Operation, { op: 'apply' }>, slots: Slots): void => {
  const { asm, format } = t;
  normalize(t, a);
  asm.op('block');
  for (const address of [addressOf(format, a, 0), slots.kept(slot), addressOf(format, to, 0), slots.cells(slot)])
    asm.i32(address);
  asm.call(slots.move);
  asm.branchIf(0);
  asm.i32(slot);
  asm.call(slots.anew);
  checkDone(t);
  asm.op('end');
  checkNumber(t, to);
};

/** to ← the operation's result; in normal form where that is wanted. */
const operationCode = (t: LimbCode, operation: Operation, normal: boolean, slots: Slots): void => {
  const { to, a } = operation;
  switch (operation.op) {
    case 'add':
    case 'subtract':
      sumCode(t, to, a, operation.op === 'add' ? 'i64.add' : 'i64.sub', operation.b, normal);
      break;
    case 'multiply':
      productCode(t, to, a, operation.b);
      break;
    case 'divide':
      quotientCode(t, to, a, operation.b);
      break;
    case 'scale':
      multipleCode(t, to, a, Number(operation.by), normal);
      break;
    case 'over':
      divisionsCode(t, to, a, operation.by);
      break;
    case 'shift':
      divisionsCode(t, to, a, 1n << operation.by);
      break;
    case 'apply':
      applyCode(t, operation, slots);
      break;
  }
};

/** Writes down the operands, and of each function its value and radius (its partner is not asked for). */
const trailCode = (t: LimbCode, { operands, nodes }: Skeleton, trail: number, slots: Slots): void => {
  const { asm } = t;
  for (const [i, { register }] of operands.entries()) asm.store('f64', 8 * i, () => doubleCode(t, register), trail);
  let at = 8 * operands.length;
  for (const { kind, register, slot } of nodes) {
    if (kind !== 'function') continue;
    asm.store('f64', at, () => doubleCode(t, register), trail);
    asm.store('f64', at + 16, () => asm.load('f64', slots.cells(slot)), trail);
    at += 24;
  }
};

/** The outputs to the place of the variables; those that are variables themselves by way of registers of their own. */
const advanceCode = (t: LimbCode, { inputs, registers, outputs }: Tape): void => {
  const sources = outputs.map((output, i) => {
    if (output >= inputs) return output;
    copyCode(t, registers + i, output);
    return registers + i;
  });
  for (const [i, source] of sources.entries()) copyCode(t, i, source);
};

const advance = (asm: Assembler, local: number, by: number): void => {
  asm.get(local);
  asm.i32(by);
  asm.op('i32.add');
  asm.set(local);
};

/**
 * The body of a function of two parameters: takes so many steps, writes each down on the trail from the given address
 * on, and returns how many steps were left when a number came out of range; 0 if none did.
 */
export const stepCode = (tape: Tape, skeleton: Skeleton, format: Format, slots: Slots): readonly number[] => {
  const [steps, trail] = [0, 1];
  const asm = assembler(2);
  const t = limbCode(asm, format);
  const [width] = trailWidth(skeleton);
  const normal = new Set([...tape.outputs, ...skeleton.operands.map(({ register }) => register)]);
  asm.op('loop');
  for (const operation of tape.operations) operationCode(t, operation, normal.has(operation.to), slots);
  asm.get(steps);
  asm.get(t.flag);
  asm.op('i64.eqz');
  asm.op('i32.eqz');
  asm.returnIf(1);
  trailCode(t, skeleton, trail, slots);
  advanceCode(t, tape);
  advance(asm, trail, 8 * width);
  advance(asm, steps, -1);
  asm.get(steps);
  asm.branchIf(0);
  asm.op('end');
  asm.i32(0);
  return asm.body();
};
