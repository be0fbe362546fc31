/**
 * Numbers as programs print them. Python shows the double nearest to −0.0975 that its arithmetic arrives at as
 * `-0.09750000000000003`, and a float of 32 bits as `-0.09749999642372131`: the last digits are those of binary
 * arithmetic, not a claim of the student's.
 */
import type { WrittenNumber } from '../../math/expression/written-number.ts';
import { type Exact, equals, exact, toDouble } from '../../math/number/exact.ts';
import { distanceOrder, type Quantity } from './quantity.ts';

/** A format of floating point: when a written number is one of its, and what a few operations leave of it. */
interface Format {
  readonly prints: (claimed: WrittenNumber, nearest: number) => boolean;
  /** Relative error after the operations of a homework, some cancellation included. */
  readonly error: Exact;
}

/** Nobody writes so many figures by hand; a decimal of so many that single precision holds exactly is no accident. */
const longByHand = 12;

const formats: readonly Format[] = [
  {
    prints: ({ figures }, nearest) => figures.max >= longByHand && Math.fround(nearest) === nearest,
    error: exact('1e-6'),
  },
  { prints: ({ figures }) => figures.max >= 16, error: exact('1e-12') },
];

/** The shortest decimal of the nearest double is the written number itself. */
const isPrinted = ({ value }: WrittenNumber, nearest: number): boolean =>
  Number.isFinite(nearest) && equals(exact(String(nearest)), value);

/** Whether a number is a program's print of the reference, right to what its floating point can hold. */
export const isPrintOf = (claimed: WrittenNumber, reference: Quantity): boolean => {
  if (!claimed.isDecimal || claimed.figures.max < longByHand || claimed.figures.max > 17) return false;
  const nearest = toDouble(claimed.value);
  const format = isPrinted(claimed, nearest) ? formats.find(({ prints }) => prints(claimed, nearest)) : undefined;
  const order = format && distanceOrder(claimed.value, reference, format.error, 'relative');
  return order !== undefined && order.sign <= 0;
};
