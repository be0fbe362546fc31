import type { Value } from '../math/expression/value.ts';
import { denominator, type Exact, numerator, toDecimal } from '../math/number/exact.ts';
import { bitLength, magnitude } from '../math/number/integer.ts';
import { toEnclosure } from '../math/number/real.ts';
import { limits } from './limits.ts';

const sizeOf = (value: Exact): number =>
  Math.max(bitLength(magnitude(numerator(value))), bitLength(denominator(value)));

const isSmall = (value: Exact): boolean => {
  const size = sizeOf(value);
  if (size <= limits.fractionBits) return true;
  return size <= limits.decimalBits && toDecimal(value) !== undefined;
};

/**
 * A value fit to be carried to the next step: exact while that is cheap, else enclosed. An iteration that divides doubles or
 * triples its digits in every step, and greatest common divisors of such numbers would take minutes.
 */
export const keptSmall = (value: Value, bits: number): Value => {
  switch (value.kind) {
    case 'exact':
      return isSmall(value) ? value : toEnclosure(value, bits);
    case 'vector':
      return { kind: 'vector', items: value.items.map((item) => keptSmall(item, bits)) };
    case 'matrix':
      return { kind: 'matrix', rows: value.rows.map((row) => row.map((item) => keptSmall(item, bits))) };
    default:
      return value;
  }
};
