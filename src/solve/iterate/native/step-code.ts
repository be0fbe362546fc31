/** Code for the steps of a tape on numbers in limbs. */
import type { Skeleton } from '../compile/skeleton.ts';
import type { Operation, Tape } from '../compile/tape.ts';
import {
  copyCode,
  divisionCode,
  doubleCode,
  type LimbCode,
  largestDivisor,
  largestFactor,
  limbCode,
  multipleCode,
  productCode,
  sumCode,
} from './arithmetic.ts';
import { assembler } from './assembler.ts';
import type { Format } from './limbs.ts';

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

/** Whether the operation has code here. */
const isCarried = (operation: Operation): boolean => {
  switch (operation.op) {
    case 'scale':
      return operation.by <= largestFactor && -operation.by <= largestFactor;
    case 'over':
      return divisorsOf(operation.by) !== undefined;
    case 'shift':
      return operation.by < 64n;
    case 'divide':
    case 'apply':
      return false;
    default:
      return true;
  }
};

const divisionsCode = (t: LimbCode, to: number, a: number, d: bigint): void => {
  let from = a;
  // ⌊⌊a/c⌋/d⌋ = ⌊a/(cd)⌋
  for (const divisor of divisorsOf(d) ?? []) {
    divisionCode(t, to, from, divisor);
    from = to;
  }
};

/** to ← the operation's result; in normal form where that is wanted. */
const operationCode = (t: LimbCode, operation: Operation, normal: boolean): void => {
  const { to, a } = operation;
  switch (operation.op) {
    case 'add':
    case 'subtract':
      sumCode(t, to, a, operation.op === 'add' ? 'i64.add' : 'i64.sub', operation.b, normal);
      break;
    case 'multiply':
      productCode(t, to, a, operation.b);
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
    default:
      throw new Error(`no code for ${operation.op}`);
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

/** Whether all operations of the tape have code. */
export const hasCode = ({ operations }: Tape): boolean => operations.every(isCarried);

/** Registers that the code uses: the tape's, and one more for each variable. */
export const registersOf = ({ registers, inputs }: Tape): number => registers + inputs;

/**
 * The body of a function of two parameters: takes so many steps, writes the operands of each as doubles to the trail
 * from the given address on, and returns how many steps were left when a number came out of range; 0 if none did.
 */
export const stepCode = (tape: Tape, { operands }: Skeleton, format: Format): readonly number[] => {
  const [steps, trail] = [0, 1];
  const asm = assembler(2);
  const t = limbCode(asm, format);
  const normal = new Set([...tape.outputs, ...operands.map(({ register }) => register)]);
  asm.op('loop');
  for (const operation of tape.operations) operationCode(t, operation, normal.has(operation.to));
  asm.get(steps);
  asm.get(t.flag);
  asm.op('i64.eqz');
  asm.op('i32.eqz');
  asm.returnIf(1);
  for (const [i, { register }] of operands.entries()) asm.store('f64', 8 * i, () => doubleCode(t, register), trail);
  advanceCode(t, tape);
  asm.get(trail);
  asm.i32(8 * operands.length);
  asm.op('i32.add');
  asm.set(trail);
  asm.get(steps);
  asm.i32(1);
  asm.op('i32.sub');
  asm.set(steps);
  asm.get(steps);
  asm.branchIf(0);
  asm.op('end');
  asm.i32(0);
  return asm.body();
};
