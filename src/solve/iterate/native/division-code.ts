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
