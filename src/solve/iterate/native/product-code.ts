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
