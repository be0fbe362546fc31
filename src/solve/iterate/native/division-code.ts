/** Code for dividing a number in limbs by a small whole number. */
import {
  addToCarry,
  checkTop,
  clear,
  type LimbCode,
  loadLimb,
  normalSize,
  passOn,
  settled,
  storeLimb,
} from './limb-code.ts';
import { topLimit } from './limbs.ts';

/** The largest divisor of `divisionCode`. */
export const largestDivisor = 2 ** 13;

/** What division by d needs: 2^28 = lift·d + remainder, and ⌊y/d⌋ = (y·inverse) >> places for y < 2^29. */
interface Divisor {
  readonly d: number;
  readonly lift: number;
  readonly remainder: number;
  readonly inverse: bigint;
  readonly places: number;
}

const divisorOf = (d: number): Divisor => {
  const places = 29 + Math.ceil(Math.log2(d));
  const inverse = (1n << BigInt(places)) / BigInt(d) + 1n;
  return { d, lift: Math.floor(normalSize / d), remainder: normalSize % d, inverse, places };
};

/** The limbs of a number, normal, in locals. */
const partsCode = (t: LimbCode, a: number): void => {
  clear(t.asm, t.carry);
  for (const [i, part] of t.parts.entries()) {
    addToCarry(t, () => loadLimb(t, a, i));
    settled(t, i);
    t.asm.set(part);
    if (i < t.format.limbs - 1) passOn(t);
  }
  checkTop(t, t.carry);
};

/** y for the next limb: (y − q d) R + limb, as y R + limb − q (d R), so that it waits for one product only. */
const nextShare = ({ asm, parts, whole, share }: LimbCode, i: number, { d, remainder }: Divisor): void => {
  asm.get(share);
  asm.i64(remainder);
  asm.op('i64.mul');
  asm.get(parts[i] as number);
  asm.op('i64.add');
  asm.get(whole);
  asm.i64(d * remainder);
  asm.op('i64.mul');
  asm.op('i64.sub');
};

/**
 * to ← ⌊a/d⌋, normal, from the top limb downward. With 2^28 = Q d + R and the rest r of the limbs above,
 *
 *   r 2^28 + limb = r Q d + y,   y = r R + limb < 2^29,   ⌊y/d⌋ = (y M) >> s   for M = ⌊2^s/d⌋ + 1, 2^29 d ≤ 2^s
 *
 * (M d − 2^s ≤ d, so y M/2^s − y/d < 1/d; Granlund and Montgomery, 1994). The top limb is made positive by adding a
 * multiple of d.
 */
export const divisionCode = (t: LimbCode, to: number, a: number, d: number): void => {
  const { asm, format, parts, rest, whole, share } = t;
  const divisor = divisorOf(d);
  const top = format.limbs - 1;
  const raised = Math.ceil(topLimit / d);
  partsCode(t, a);
  clear(asm, rest);
  asm.get(parts[top] as number);
  asm.i64(raised * d);
  asm.op('i64.add');
  for (let i = top; i >= 0; i -= 1) {
    asm.set(share);
    asm.get(share);
    asm.i64(divisor.inverse);
    asm.op('i64.mul');
    asm.i64(divisor.places);
    asm.op('i64.shr_u');
    asm.set(whole);
    storeLimb(t, to, i, () => {
      asm.get(rest);
      asm.i64(divisor.lift);
      asm.op('i64.mul');
      asm.get(whole);
      asm.op('i64.add');
      if (i < top) return;
      asm.i64(raised);
      asm.op('i64.sub');
    });
    if (i === 0) break;
    asm.get(share);
    asm.get(whole);
    asm.i64(d);
    asm.op('i64.mul');
    asm.op('i64.sub');
    asm.set(rest);
    nextShare(t, i - 1, divisor);
  }
  t.sizes.set(to, normalSize);
};
