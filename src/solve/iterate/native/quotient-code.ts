/** Code for quotients of numbers in limbs. */
import type { Assembler } from './assembler.ts';
import { doubleCode } from './double-code.ts';
import { checkTop, type LimbCode, loadLimb, mask, normalize, normalSize, write } from './limb-code.ts';
import { limbBits } from './limbs.ts';

/** The smallest divisor of `quotientCode`. */
const leastDivisor = 2 ** -20;

/** 3·2^51: added to a double below 2^51 it leaves the nearest integer in the low bits. */
const rounder = 3 * 2 ** 51;

/** The bits of `rounder`. */
const roundedZero = new BigInt64Array(new Float64Array([rounder]).buffer)[0] ?? 0n;

/** Raises the flag where a number whose double is in the local is below the least divisor. */
const checkDivisor = ({ asm, flag }: LimbCode, double: number): void => {
  asm.get(flag);
  asm.get(double);
  asm.op('f64.abs');
  asm.f64(leastDivisor);
  asm.op('f64.lt');
  asm.op('i64.extend_i32_u');
  asm.op('i64.or');
  asm.set(flag);
};

/** Moves what is beyond 28 bits of rests[i] to rests[i + 1]. */
const settleRest = (asm: Assembler, rests: readonly number[], i: number): void => {
  const [limb, above] = [rests[i] as number, rests[i + 1] as number];
  asm.get(above);
  asm.get(limb);
  asm.i64(limbBits);
  asm.op('i64.shr_s');
  asm.op('i64.add');
  asm.set(above);
  asm.get(limb);
  asm.i64(mask);
  asm.op('i64.and');
  asm.set(limb);
};

/** The double near r_p 2^56 + r_(p−1) 2^28 + r_(p−2), on the stack. */
const leadingDouble = (asm: Assembler, rests: readonly number[], p: number): void => {
  for (let i = p; i >= p - 2; i -= 1) {
    asm.get(rests[i] as number);
    asm.op('f64.convert_i64_s');
    if (i < p) asm.op('f64.add');
    if (i > p - 2) {
      asm.f64(normalSize);
      asm.op('f64.mul');
    }
  }
};

/**
 * to ← a/b, normal, less than one ulp off: digit by digit from the top, each the nearest integer to rest/divisor by
 * doubles. Digits may be negative, so no digit has to be taken back. With p limbs behind the point and B = 2^28,
 *
 *   |rest| ≤ (1/2 + 2^−20) b Bⁱ  after digit i,  so  |digit| < 2^27.1 for i < p,
 *
 * for the double of the rest is off by 2^−51 of itself, by 2^−52/|b| digits for limbs that are left out (they are below
 * 2^60 before they are settled), and |b| ≥ 2^−20 is known to 2^−50. The rest's limbs stay below 2^55.1 limbs + 2^28.
 */
export const quotientCode = (t: LimbCode, to: number, a: number, b: number): void => {
  const { asm, format } = t;
  const places = format.limbs - 1;
  for (const operand of [a, b]) normalize(t, operand);
  const [divisor, inverse] = [asm.local('f64'), asm.local('f64')];
  doubleCode(t, b);
  asm.set(divisor);
  checkDivisor(t, divisor);
  // The leading double of the rest at digit i is in units of B^(p + i − 2), the divisor in units of Bᵖ.
  asm.f64(normalSize ** -2);
  asm.get(divisor);
  asm.op('f64.div');
  asm.set(inverse);
  const rests = Array.from({ length: 2 * places + 2 }, () => asm.local('i64'));
  const digits = Array.from({ length: format.limbs }, () => asm.local('i64'));
  for (const [i, rest] of rests.entries()) {
    if (i >= places && i <= 2 * places) loadLimb(t, a, i - places);
    else asm.i64(0);
    asm.set(rest);
  }
  for (let i = places; i >= 0; i -= 1) {
    const [top, digit] = [places + i, digits[i] as number];
    asm.get(rests[top] as number);
    asm.get(rests[top + 1] as number);
    asm.i64(limbBits);
    asm.op('i64.shl');
    asm.op('i64.add');
    asm.set(rests[top] as number);
    for (let k = top - 3; k < top; k += 1) settleRest(asm, rests, k);
    leadingDouble(asm, rests, top);
    asm.get(inverse);
    asm.op('f64.mul');
    asm.f64(rounder);
    asm.op('f64.add');
    asm.op('i64.reinterpret_f64');
    asm.i64(roundedZero);
    asm.op('i64.sub');
    asm.set(digit);
    if (i === places) checkTop(t, digit);
    for (let j = 0; j < format.limbs; j += 1) {
      const rest = rests[i + j] as number;
      asm.get(rest);
      asm.get(digit);
      loadLimb(t, b, j);
      asm.op('i64.mul');
      asm.op('i64.sub');
      asm.set(rest);
    }
  }
  write(t, to, normalSize, true, (i) => asm.get(digits[i] as number));
};
