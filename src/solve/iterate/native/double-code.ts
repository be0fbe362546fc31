/** Code for doubles near numbers in limbs. */
import { type LimbCode, loadLimb, mask } from './limb-code.ts';
import { type Format, limbBits } from './limbs.ts';

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
