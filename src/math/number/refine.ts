/** Raising the precision until enough digits are proven. */

import type { UndefinedValue } from '../expression/value.ts';
import { bitsFor, budget } from './budget.ts';
import type { Enclosure } from './enclosure.ts';
import { bitLength } from './integer.ts';
import { isExact, type Outcome } from './real.ts';
import { undefinedValue } from './undefined.ts';

/** Binary digits of the middle that the radius leaves certain; negative where the enclosure is wider than its middle. */
const certainBits = (x: Enclosure): number => bitLength(x.mid) - bitLength(x.radius) - 1;

/** `digits` significant digits as bits. */
const wantedBits = (digits: number): number => Math.ceil(digits * 3.321928094887363) + 2;

/** The most binary places a refinement goes to: enough for `digits` digits of 10^−(digits + 4000), as of e^−9000. */
const mostBits = (digits: number): number => bitsFor(2 * digits + 4000);

/** The next precision to try, after a result with too few certain bits, or none. */
const nextBits = (bits: number, value: Outcome, digits: number): number => {
  if (value.kind !== 'enclosure') return 2 * bits;
  const missing = wantedBits(digits) - certainBits(value);
  return certainBits(value) > 0 ? bits + missing + 16 : Math.max(2 * bits, bits + 64);
};

/** Why so many digits are refused, if they are. */
export const refusedDigits = (digits: number, most: number = budget.digits): UndefinedValue | undefined =>
  digits > most ? undefinedValue('budget', `${digits} digits were asked for; the most is ${most}`) : undefined;

/**
 * Calls `compute` with more and more binary places until `digits` significant digits are proven (the radius is below
 * 10^−digits of the number) or the result is exact. A number that cannot be told from zero by then comes back as an
 * enclosure of zero narrower than 10^−(digits + 4000), where it can be enclosed that narrowly; a result that is
 * `undecided` at every precision stays so.
 */
export const refine = (compute: (bits: number) => Outcome, digits: number): Outcome => {
  // Twice the budget: to round the last digit that may be asked for takes more.
  const refused = refusedDigits(digits, 2 * budget.digits + 300);
  if (refused !== undefined) return refused;
  const most = mostBits(digits);
  let bits = bitsFor(digits);
  let value = compute(bits);
  for (let turn = 0; turn < budget.refinements && bits < most && !isSettled(value, digits); turn += 1) {
    bits = Math.min(most, nextBits(bits, value, digits));
    value = compute(bits);
  }
  return value;
};

const isSettled = (value: Outcome, digits: number): boolean => {
  if (value.kind === 'undefined') return value.cause !== 'undecided';
  return isExact(value) || certainBits(value) >= wantedBits(digits);
};
