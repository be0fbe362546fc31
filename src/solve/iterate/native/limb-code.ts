/**
 * Code for arithmetic on numbers in limbs (limbs.ts). Sums and multiples are taken limb by limb and left loose where
 * nothing needs them normal; carries are settled from the lowest limb upward, with a flag for a top limb out of range.
 *
 * No limb ever leaves 64 bits: `sizes` bounds the limbs of every register as it will be at work, provided that the flag
 * stays down. Where it is up nothing of the step is used.
 */
import type { Assembler } from './assembler.ts';
import { type Format, limbBits, topLimit } from './limbs.ts';

/** A function that computes with registers of limbs. Register r lies at r · limbs · 8 bytes. */
export interface LimbCode {
  readonly asm: Assembler;
  readonly format: Format;
  /** By register: a bound for the size of its limbs. */
  readonly sizes: Map<number, number>;
  /** Not zero once a top limb was out of range. */
  readonly flag: number;
  readonly carry: number;
  /** Room for the limbs of one number, and for its division. */
  readonly parts: readonly number[];
  readonly rest: number;
  readonly whole: number;
  readonly share: number;
}

export const normalSize = 2 ** limbBits;
export const mask = normalSize - 1;

/** What sums of products of limbs, with a carry, must stay below. */
export const largestSum = 2 ** 62;

export const limbCode = (asm: Assembler, format: Format): LimbCode => ({
  asm,
  format,
  sizes: new Map(),
  flag: asm.local('i64'),
  carry: asm.local('i64'),
  parts: Array.from({ length: format.limbs }, () => asm.local('i64')),
  rest: asm.local('i64'),
  whole: asm.local('i64'),
  share: asm.local('i64'),
});

export const addressOf = ({ limbs }: Format, register: number, limb: number): number => 8 * (register * limbs + limb);

export const sizeOf = ({ sizes }: LimbCode, register: number): number => sizes.get(register) ?? normalSize;

export const loadLimb = ({ asm, format }: LimbCode, register: number, limb: number): void =>
  asm.load('i64', addressOf(format, register, limb));

export const storeLimb = ({ asm, format }: LimbCode, register: number, limb: number, value: () => void): void =>
  asm.store('i64', addressOf(format, register, limb), value);

/** The limb on top of the carry: the low bits of the carry, all of it for the top limb. */
export const settled = ({ asm, format, carry }: LimbCode, limb: number): void => {
  asm.get(carry);
  if (limb === format.limbs - 1) return;
  asm.i64(mask);
  asm.op('i64.and');
};

export const passOn = ({ asm, carry }: LimbCode): void => {
  asm.get(carry);
  asm.i64(limbBits);
  asm.op('i64.shr_s');
  asm.set(carry);
};

export const addToCarry = ({ asm, carry }: LimbCode, term: () => void): void => {
  asm.get(carry);
  term();
  asm.op('i64.add');
  asm.set(carry);
};

export const clear = (asm: Assembler, local: number): void => {
  asm.i64(0);
  asm.set(local);
};

/** Raises the flag unless −2^27 ≤ top < 2^27: then top + 2^27 has more than 28 bits. */
export const checkTop = ({ asm, flag }: LimbCode, top: number): void => {
  asm.get(flag);
  asm.get(top);
  asm.i64(topLimit);
  asm.op('i64.add');
  asm.i64(limbBits);
  asm.op('i64.shr_u');
  asm.op('i64.or');
  asm.set(flag);
};

/** Raises the flag unless a number that came from elsewhere is normal. */
export const checkNumber = (t: LimbCode, register: number): void => {
  loadLimb(t, register, t.format.limbs - 1);
  t.asm.set(t.carry);
  checkTop(t, t.carry);
};

/** Raises the flag where the i32 on the stack is 0. */
export const checkDone = ({ asm, flag }: LimbCode): void => {
  asm.op('i32.eqz');
  asm.op('i64.extend_i32_u');
  asm.get(flag);
  asm.op('i64.or');
  asm.set(flag);
};

/** to ← a number given limb by limb, each on the stack; normal, or as it is where it is bounded by `size`. */
export const write = (t: LimbCode, to: number, size: number, normal: boolean, limb: (i: number) => void): void => {
  if (normal) clear(t.asm, t.carry);
  for (let i = 0; i < t.format.limbs; i += 1) {
    if (normal) addToCarry(t, () => limb(i));
    storeLimb(t, to, i, () => (normal ? settled(t, i) : limb(i)));
    if (normal && i < t.format.limbs - 1) passOn(t);
  }
  if (normal) checkTop(t, t.carry);
  t.sizes.set(to, normal ? normalSize : size);
};

/** Makes a register normal where its limbs are larger than that. */
export const normalize = (t: LimbCode, register: number): void => {
  if (sizeOf(t, register) > normalSize) write(t, register, normalSize, true, (i) => loadLimb(t, register, i));
};

/** to ← a ± b. */
export const sumCode = (
  t: LimbCode,
  to: number,
  a: number,
  op: 'i64.add' | 'i64.sub',
  b: number,
  normal: boolean,
): void => {
  if (sizeOf(t, a) + sizeOf(t, b) > largestSum) for (const operand of [a, b]) normalize(t, operand);
  write(t, to, sizeOf(t, a) + sizeOf(t, b), normal, (i) => {
    loadLimb(t, a, i);
    loadLimb(t, b, i);
    t.asm.op(op);
  });
};

/** The largest |m| for `multipleCode`. */
export const largestFactor = 2 ** 32;

/** to ← m a for an integer m. */
export const multipleCode = (t: LimbCode, to: number, a: number, m: number, normal: boolean): void => {
  if (sizeOf(t, a) * Math.abs(m) > largestSum) normalize(t, a);
  write(t, to, sizeOf(t, a) * Math.abs(m), normal, (i) => {
    loadLimb(t, a, i);
    t.asm.i64(m);
    t.asm.op('i64.mul');
  });
};

/** to ← a. */
export const copyCode = (t: LimbCode, to: number, a: number): void =>
  write(t, to, sizeOf(t, a), false, (i) => loadLimb(t, a, i));
