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

const normalSize = 2 ** limbBits;
const mask = normalSize - 1;

/** What sums of products of limbs, with a carry, must stay below. */
const largestSum = 2 ** 62;

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

const sizeOf = ({ sizes }: LimbCode, register: number): number => sizes.get(register) ?? normalSize;

const loadLimb = ({ asm, format }: LimbCode, register: number, limb: number): void =>
  asm.load('i64', addressOf(format, register, limb));

const storeLimb = ({ asm, format }: LimbCode, register: number, limb: number, value: () => void): void =>
  asm.store('i64', addressOf(format, register, limb), value);

/** The limb on top of the carry: the low bits of the carry, all of it for the top limb. */
const settled = ({ asm, format, carry }: LimbCode, limb: number): void => {
  asm.get(carry);
  if (limb === format.limbs - 1) return;
  asm.i64(mask);
  asm.op('i64.and');
};

const passOn = ({ asm, carry }: LimbCode): void => {
  asm.get(carry);
  asm.i64(limbBits);
  asm.op('i64.shr_s');
  asm.set(carry);
};

const addToCarry = ({ asm, carry }: LimbCode, term: () => void): void => {
  asm.get(carry);
  term();
  asm.op('i64.add');
  asm.set(carry);
};

const clear = (asm: Assembler, local: number): void => {
  asm.i64(0);
  asm.set(local);
};

/** Raises the flag unless −2^27 ≤ top < 2^27: then top + 2^27 has more than 28 bits. */
const checkTop = ({ asm, flag }: LimbCode, top: number): void => {
  asm.get(flag);
  asm.get(top);
  asm.i64(topLimit);
  asm.op('i64.add');
  asm.i64(limbBits);
  asm.op('i64.shr_u');
  asm.op('i64.or');
  asm.set(flag);
};

/** to ← a number given limb by limb, each on the stack; normal, or as it is where it is bounded by `size`. */
const write = (t: LimbCode, to: number, size: number, normal: boolean, limb: (i: number) => void): void => {
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
const normalize = (t: LimbCode, register: number): void => {
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

/** Adds aᵢ bⱼ to the carry for all i + j = column; of equal products only one is taken, twice. */
const addColumn = (t: LimbCode, a: number, b: number, column: number): void => {
  const { asm, format } = t;
  for (let i = Math.max(0, column - format.limbs + 1); i <= Math.min(format.limbs - 1, column); i += 1) {
    const j = column - i;
    if (a === b && i > j) return;
    addToCarry(t, () => {
      loadLimb(t, a, i);
      loadLimb(t, b, j);
      asm.op('i64.mul');
      if (a !== b || i === j) return;
      asm.i64(1);
      asm.op('i64.shl');
    });
  }
};

/**
 * to ← a b, normal, less than 2 ulps too low or 1 too high. Columns below the point but for two are left out: with
 * limbs of at most A and B, AB ≤ 2^60 and p ≤ 128 limbs behind the point that is
 *
 *   (p − 2) A B 2^(28 (p − 3)) (1 + 2^−27 + …) < p 2^(60 − 84) ulps of 2^(28 p) < 1.
 */
export const productCode = (t: LimbCode, to: number, a: number, b: number): void => {
  const { asm, format, carry } = t;
  const fits = (): boolean => format.limbs * sizeOf(t, a) * sizeOf(t, b) <= largestSum;
  for (const operand of sizeOf(t, a) < sizeOf(t, b) ? [b, a] : [a, b]) if (!fits()) normalize(t, operand);
  const places = format.limbs - 1;
  clear(asm, carry);
  for (let column = places - 2; column < places + format.limbs; column += 1) {
    addColumn(t, a, b, column);
    const limb = column - places;
    if (limb >= 0) storeLimb(t, to, limb, () => settled(t, limb));
    if (limb < format.limbs - 1) passOn(t);
  }
  // What stands in columns beyond the top limb belongs to it.
  checkTop(t, carry);
  t.sizes.set(to, normalSize);
};

/** The largest divisor of `quotientCode`. */
export const largestDivisor = 2 ** 13;

/**
 * to ← ⌊a/d⌋, normal, from the top limb downward. With 2^28 = Q d + R and the rest r of the limbs above,
 *
 *   r 2^28 + limb = r Q d + y,   y = r R + limb < 2^29,   ⌊y/d⌋ = (y M) >> s   for M = ⌊2^s/d⌋ + 1, 2^29 d ≤ 2^s
 *
 * (M d − 2^s ≤ d, so y M/2^s − y/d < 1/d; Granlund and Montgomery, 1994). The top limb is made positive by adding a
 * multiple of d.
 */
export const divisionCode = (t: LimbCode, to: number, a: number, d: number): void => {
  const { asm, format, carry, parts, rest, whole, share } = t;
  const top = format.limbs - 1;
  const [lift, remainder] = [Math.floor(normalSize / d), normalSize % d];
  const s = 29 + Math.ceil(Math.log2(d));
  const inverse = (1n << BigInt(s)) / BigInt(d) + 1n;
  const raised = Math.ceil(topLimit / d);
  clear(asm, carry);
  for (const [i, part] of parts.entries()) {
    addToCarry(t, () => loadLimb(t, a, i));
    settled(t, i);
    asm.set(part);
    if (i < top) passOn(t);
  }
  checkTop(t, carry);
  clear(asm, rest);
  for (let i = top; i >= 0; i -= 1) {
    asm.get(rest);
    asm.i64(remainder);
    asm.op('i64.mul');
    asm.get(parts[i] as number);
    asm.op('i64.add');
    if (i === top) {
      asm.i64(raised * d);
      asm.op('i64.add');
    }
    asm.set(share);
    asm.get(share);
    asm.i64(inverse);
    asm.op('i64.mul');
    asm.i64(s);
    asm.op('i64.shr_u');
    asm.set(whole);
    storeLimb(t, to, i, () => {
      asm.get(rest);
      asm.i64(lift);
      asm.op('i64.mul');
      asm.get(whole);
      asm.op('i64.add');
      if (i < top) return;
      asm.i64(raised);
      asm.op('i64.sub');
    });
    asm.get(share);
    asm.get(whole);
    asm.i64(d);
    asm.op('i64.mul');
    asm.op('i64.sub');
    asm.set(rest);
  }
  t.sizes.set(to, normalSize);
};

/** How many limbs, from the top, a double is made of. */
const shownLimbs = 6;

/** How far a double is from a normal number beyond 2^−51 of it: what stands in limbs that are left out, and one ulp. */
export const blurOf = ({ limbs, bits }: Format): number =>
  2 ** (limbBits * Math.max(0, limbs - shownLimbs) - bits) + 2 ** -bits;

/**
 * The double near a normal number, on the stack: pairs of limbs are whole numbers below 2^56. Of a negative number
 * −x − 1 ulp is taken, whose limbs are the complements of its own, so that nothing cancels. Three conversions and two
 * sums lose less than 2^−51.
 */
export const doubleCode = (t: LimbCode, register: number): void => {
  const { asm, format, share } = t;
  loadLimb(t, register, format.limbs - 1);
  asm.i64(63);
  asm.op('i64.shr_s');
  asm.set(share);
  const complemented = (limb: number): void => {
    loadLimb(t, register, limb);
    asm.get(share);
    if (limb < format.limbs - 1) {
      asm.i64(mask);
      asm.op('i64.and');
    }
    asm.op('i64.xor');
  };
  const low = format.limbs - shownLimbs;
  for (let pair = 0; pair < shownLimbs / 2; pair += 1) {
    complemented(low + 2 * pair + 1);
    asm.i64(limbBits);
    asm.op('i64.shl');
    complemented(low + 2 * pair);
    asm.op('i64.add');
    asm.op('f64.convert_i64_s');
    asm.f64(2 ** (limbBits * (low + 2 * pair) - format.bits));
    asm.op('f64.mul');
    if (pair > 0) asm.op('f64.add');
  }
  // (share | 1) is −1 or 1.
  asm.get(share);
  asm.i64(1);
  asm.op('i64.or');
  asm.op('f64.convert_i64_s');
  asm.op('f64.mul');
};
