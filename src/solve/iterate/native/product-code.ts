/** Code for products of numbers in limbs. */
import {
  addToCarry,
  checkTop,
  clear,
  type LimbCode,
  largestSum,
  loadLimb,
  normalize,
  normalSize,
  passOn,
  settled,
  sizeOf,
  storeLimb,
} from './limb-code.ts';

/** aᵢ bⱼ on the stack; twice where it stands for aⱼ bᵢ as well. */
const termCode = (t: LimbCode, a: number, i: number, b: number, j: number): void => {
  const { asm } = t;
  loadLimb(t, a, i);
  loadLimb(t, b, j);
  asm.op('i64.mul');
  if (a !== b || i === j) return;
  asm.i64(1);
  asm.op('i64.shl');
};

/** Σ aᵢ bⱼ for i + j = column, on the stack: added up apart from the carry, columns do not wait for each other. */
const columnCode = (t: LimbCode, a: number, b: number, column: number): void => {
  const { asm, format } = t;
  const first = Math.max(0, column - format.limbs + 1);
  const last = a === b ? Math.floor(column / 2) : Math.min(format.limbs - 1, column);
  for (let i = first; i <= last; i += 1) {
    termCode(t, a, i, b, column - i);
    if (i > first) asm.op('i64.add');
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
    addToCarry(t, () => columnCode(t, a, b, column));
    const limb = column - places;
    if (limb >= 0) storeLimb(t, to, limb, () => settled(t, limb));
    if (limb < format.limbs - 1) passOn(t);
  }
  // What stands in columns beyond the top limb belongs to it.
  checkTop(t, carry);
  t.sizes.set(to, normalSize);
};
