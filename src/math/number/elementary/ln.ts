import { type Enclosure, enclosure, shifted } from '../enclosure.ts';
import { type Exact, equals, one, zero } from '../exact.ts';
import { ln2 } from '../fixed/constants.ts';
import { logFixed } from '../fixed/logarithm.ts';
import { workingBits } from '../fixed/precision.ts';
import { bitLength, tenTo } from '../integer.ts';
import { isExact, type Outcome, type Real, signOfReal } from '../real.ts';
import { undefinedValue } from '../undefined.ts';

/** x = (mid ± radius)·2^exponent with mid of w + 1 bits: the same number relative to its size. */
interface Normal {
  readonly mid: bigint;
  readonly radius: bigint;
  readonly exponent: number;
}

const normalExact = (x: Exact, w: number): Normal => {
  const under = tenTo(x.e) * x.d;
  const lift = w + 2 + bitLength(under) - bitLength(x.n);
  const quotient = lift >= 0 ? (x.n << BigInt(lift)) / under : x.n / (under << BigInt(-lift));
  return trimmed(quotient, 1n, -lift, w);
};

/** Cuts mid, which is positive, to w + 1 bits. */
const trimmed = (mid: bigint, radius: bigint, exponent: number, w: number): Normal => {
  const more = w + 1 - bitLength(mid);
  return { mid: shifted(mid, more), radius: shifted(radius, more) + 2n, exponent: exponent - more };
};

const normalEnclosure = (x: Enclosure, w: number): Normal => trimmed(x.mid, x.radius, -x.bits, w);

/**
 * ln x to `bits` binary places; `domain` below and at zero. With x = 2^k y, ln x = k ln 2 + ln y, and
 * |ln(y ± r) − ln y| ≤ r/(y − r).
 */
export const ln = (x: Real, bits: number): Outcome => {
  const side = signOfReal(x);
  if (side === undefined) return undefinedValue('undecided', 'ln of a number whose sign is not known');
  if (side < 1) return undefinedValue('domain', side === 0 ? 'ln of zero' : 'ln of a negative number');
  if (isExact(x) && equals(x, one)) return zero;
  const w = workingBits(bits);
  const { mid, radius, exponent } = isExact(x) ? normalExact(x, w) : normalEnclosure(x, w);
  if (radius >= mid) return undefinedValue('undecided', 'ln of a number whose sign is not known');
  const k = exponent + w;
  const log = logFixed(mid, w) + BigInt(k) * ln2(w);
  const unsure = (radius << BigInt(w)) / (mid - radius) + 2n * BigInt(Math.abs(k)) + (1n << 40n);
  return enclosure(log >> BigInt(w - bits), (unsure >> BigInt(w - bits)) + 2n, bits);
};
