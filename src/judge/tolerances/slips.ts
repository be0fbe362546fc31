import type { WrittenNumber } from '../../math/expression/written-number.ts';
import { type Exact, exact, isInteger, multiply, power, scaled, sign } from '../../math/number/exact.ts';
import type { Ties } from '../../model/rubric.ts';
import type { FindingNote } from '../../model/verdict.ts';
import { absoluteReal, distanceOrder, orderOf, type Quantity, realOf, signOfQuantity } from './quantity.ts';

/** Half of the place of the last digit shown. */
export const halfUnit = (decimals: number): Exact => scaled(5n, decimals + 1);

/** Whether a neighbour of an exact tie, half a unit from the reference, is the one that such a tie is rounded to. */
const isTaken: Readonly<Record<Ties, (claimed: Exact, reference: Quantity, decimals: number) => boolean | undefined>> =
  {
    both: () => true,
    // A tie is never zero: the neighbour away from zero lies beyond it, on the side of its sign.
    away: (claimed, reference) => orderOf(claimed, reference)?.sign === signOfQuantity(reference),
    even: (claimed, _, decimals) => isInteger(multiply(claimed, scaled(5n, 1 - decimals))),
    up: (claimed, reference) => orderOf(claimed, reference)?.sign === 1,
  };

/**
 * Right to its last digit shown: the reference rounds to it, at an exact tie to either neighbour or to the one that the
 * rubric's `ties` takes. `undefined` where it cannot be told.
 */
export const isRounded = (
  claimed: Exact,
  reference: Quantity,
  decimals: number,
  ties: Ties = 'both',
): boolean | undefined => {
  const order = distanceOrder(claimed, reference, halfUnit(decimals), 'absolute');
  if (order?.sign === 0) return isTaken[ties](claimed, reference, decimals);
  return order && order.sign < 0;
};

const directions: Readonly<Record<Exclude<Ties, 'both'>, string>> = {
  away: 'away from zero',
  even: 'to the even digit',
  up: 'up',
};

/** The other neighbour of a tie than the rubric's. */
const tieSlip = (
  claimed: WrittenNumber,
  reference: Quantity,
  decimals: number,
  ties: Ties = 'both',
): FindingNote | undefined =>
  ties !== 'both' && isRounded(claimed.value, reference, decimals)
    ? {
        id: 'tie-rounded-otherwise',
        message: `The number lies exactly halfway, and is rounded ${directions[ties]} here.`,
      }
    : undefined;

const magnitudeOf = (quantity: Quantity): Quantity =>
  typeof quantity === 'function'
    ? (digits) => {
        const real = realOf(quantity, digits);
        return real ? absoluteReal(real) : quantity(digits);
      }
    : absoluteReal(quantity);

/** 2.87 for 2.879: the digits are the reference's own, cut off where it should have been rounded up. */
const isTruncated = (claimed: Exact, reference: Quantity, decimals: number): boolean => {
  if (sign(claimed) !== 0 && sign(claimed) !== signOfQuantity(reference)) return false;
  const size = magnitudeOf(claimed);
  const next = distanceOrder(size, magnitudeOf(reference), scaled(1n, decimals), 'absolute');
  return next?.sign === -1 && orderOf(size, magnitudeOf(reference))?.sign === -1;
};

const shifts = [1, -1, 2, -2, 3, -3] as const;

/** By how many places the point has slipped: 1 where the claimed number is ten times the reference. */
const pointSlip = (claimed: WrittenNumber, reference: Quantity): number | undefined =>
  shifts.find((shift) =>
    isRounded(multiply(claimed.value, power(exact(10), -shift)), reference, claimed.decimals + shift),
  );

/**
 * The named way a decimal misses the reference: the other neighbour of a tie, digits cut off, or the point in the wrong
 * place.
 */
export const slipOf = (
  claimed: WrittenNumber,
  reference: Quantity,
  decimals: number,
  ties?: Ties,
): FindingNote | undefined => {
  const tie = tieSlip(claimed, reference, decimals, ties);
  if (tie) return tie;
  if (isTruncated(claimed.value, reference, decimals))
    return { id: 'truncated', message: 'The digits were cut off, not rounded.' };
  if (claimed.figures.max < 2 || sign(claimed.value) === 0) return undefined;
  const shift = pointSlip(claimed, reference);
  if (shift === undefined) return undefined;
  const factor = `10${Math.abs(shift) === 1 ? '' : `^${Math.abs(shift)}`}`;
  return {
    id: 'factor-of-ten',
    message: `The digits are right, but the number is ${factor} times too ${shift > 0 ? 'large' : 'small'}.`,
  };
};
