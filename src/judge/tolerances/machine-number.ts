/**
 * Numbers as programs print them. Python shows the double nearest to −0.0975 that its arithmetic arrives at as
 * `-0.09750000000000003`, and a float of 32 bits as `-0.09749999642372131`: the last digits are those of binary
 * arithmetic, not a claim of the student's.
 */
import type { WrittenNumber } from '../../math/expression/written-number.ts';
import { absolute, compare, type Exact, equals, exact, sign, subtract, toDouble } from '../../math/number/exact.ts';
import { isExact } from '../../math/number/real.ts';
import { distanceOrder, type Quantity } from './quantity.ts';
import { halfUnit } from './slips.ts';

/** Nobody writes so many figures by hand; a decimal of so many that single precision holds is no accident. */
const longByHand = 12;

/** A float of 32 bits, printed to the digits shown. */
const isSingle = ({ value, decimals }: WrittenNumber, nearest: number): boolean =>
  compare(absolute(subtract(value, exact(String(Math.fround(nearest))))), halfUnit(decimals)) <= 0;

/** A double in the shortest digits that tell it from its neighbours. */
const isDouble = ({ value, figures }: WrittenNumber, nearest: number): boolean =>
  figures.max >= 16 && equals(exact(String(nearest)), value);

/** The relative error that the operations of a homework leave, some cancellation included. */
const errorOf = (claimed: WrittenNumber): Exact | undefined => {
  const nearest = toDouble(claimed.value);
  if (!Number.isFinite(nearest)) return undefined;
  if (isSingle(claimed, nearest)) return exact('1e-6');
  return isDouble(claimed, nearest) ? exact('1e-12') : undefined;
};

/** What is left of a zero that sums of ordinary size come to: `4.440892098500626e-16`. */
const cancelled = exact('1e-12');

const isExactZero = (reference: Quantity): boolean =>
  typeof reference !== 'function' && isExact(reference) && sign(reference) === 0;

/** Whether a number is a program's print of the reference, right to what its floating point can hold. */
export const isPrintOf = (claimed: WrittenNumber, reference: Quantity): boolean => {
  if (!claimed.isDecimal || claimed.figures.max < longByHand || claimed.figures.max > 17) return false;
  const error = errorOf(claimed);
  if (error && isExactZero(reference)) return compare(absolute(claimed.value), cancelled) <= 0;
  const order = error && distanceOrder(claimed.value, reference, error, 'relative');
  return order !== undefined && order.sign <= 0;
};
