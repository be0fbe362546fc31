/** Code for doubles near numbers in limbs. */
import { type LimbCode, loadLimb, mask } from './limb-code.ts';
import { type Format, limbBits } from './limbs.ts';

/** How many limbs, from the top, a double is made of. */
const shownLimbs = 6;

/** How far a double is from a normal number beyond 2^−51 of it: what stands in limbs that are left out, and one ulp. */
export const blurOf = ({ limbs, bits }: Format): number =>
  2 ** (limbBits * Math.max(0, limbs - shownLimbs) - bits) + 2 ** -bits;

/** Pairs of limbs that a double is made of, from the top: all, or as many as are enough from 2^−28 on. */
const [allPairs, topPairs] = [shownLimbs / 2, 2];

/** Two limbs as one whole number, put on the stack: `limb` leaves one of them there. */
const pairCode = ({ asm }: LimbCode, low: number, limb: (limb: number) => void): void => {
  limb(low + 1);
  asm.i64(limbBits);
  asm.op('i64.shl');
  limb(low);
  asm.op('i64.add');
};

/** Σ pair · 2^place over pairs of limbs from the top, on the stack; `pair` leaves one of them there. */
const pairSum = ({ asm, format }: LimbCode, pairs: number, pair: (low: number) => void): void => {
  for (let k = 1; k <= pairs; k += 1) {
    const low = format.limbs - 2 * k;
    pair(low);
    asm.op('f64.convert_i64_s');
    asm.f64(2 ** (limbBits * low - format.bits));
    asm.op('f64.mul');
    if (k > 1) asm.op('f64.add');
  }
};

/**
 * Of a negative number −x − 1 ulp is taken, whose limbs are the complements of its own, so that nothing cancels. Three
 * conversions and two sums lose less than 2^−51.
 */
const carefulCode = (t: LimbCode, register: number): void => {
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
  pairSum(t, allPairs, (low) => pairCode(t, low, complemented));
  // (share | 1) is −1 or 1.
  asm.get(share);
  asm.i64(1);
  asm.op('i64.or');
  asm.op('f64.convert_i64_s');
  asm.op('f64.mul');
};

/**
 * The double near a normal number, on the stack. Where its top pair P is neither 0 nor −1 the number x is at least 2^−28
 * in size, and two pairs are enough, whatever their signs: what stands below them is less than 2^−84 ≤ 2^−56 |x|. The
 * lower pair is converted to 2^−81, that is to 2^−53 |x|, and P exactly below 2^53; above, the lower pair is nothing
 * beside P and P is off by 2^−53 |x|. With the sum that is less than 2^−51 |x|.
 */
export const doubleCode = (t: LimbCode, register: number): void => {
  const { asm, format, share } = t;
  const top = format.limbs - 2;
  const near = asm.local('f64');
  const plainPair = (low: number): void => pairCode(t, low, (limb) => loadLimb(t, register, limb));
  asm.op('block');
  asm.op('block');
  plainPair(top);
  asm.set(share);
  asm.get(share);
  asm.i64(1);
  asm.op('i64.add');
  asm.i64(1);
  asm.op('i64.shr_u');
  asm.op('i64.eqz');
  asm.branchIf(0);
  pairSum(t, topPairs, (low) => (low === top ? asm.get(share) : plainPair(low)));
  asm.set(near);
  asm.branch(1);
  asm.op('end');
  carefulCode(t, register);
  asm.set(near);
  asm.op('end');
  asm.get(near);
};
