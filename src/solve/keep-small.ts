import type { Value } from '../math/expression/value.ts';
import type { Enclosure } from '../math/number/enclosure.ts';
import type { Exact } from '../math/number/exact.ts';
import { bitLength, magnitude } from '../math/number/integer.ts';
import { toEnclosure } from '../math/number/real.ts';
import { undefinedValue } from '../math/number/undefined.ts';
import { limits } from './limits.ts';

/**
 * Binary digits of an exact number, by its fields, n / (d·10^e): in lowest terms as a fraction it would cost a greatest
 * common divisor a step.
 */
export const exactSize = ({ n, d, e }: Exact): number =>
  Math.max(bitLength(magnitude(n)), bitLength(d) + Math.ceil(e * Math.log2(10)));

const isSmall = (x: Exact): boolean => exactSize(x) <= (x.d === 1n ? limits.decimalBits : limits.fractionBits);

/** Wider than this many bits, an enclosure says nothing any more; squared in every step it would outgrow memory. */
const widest = 1 << 12;

const isLost = ({ radius, bits }: Enclosure): boolean => bitLength(radius) > bits + widest;

/**
 * A value fit to be carried to the next step: exact while that is cheap, else enclosed. An iteration that divides doubles or
 * triples its digits in every step, and greatest common divisors of such numbers would take minutes.
 */
export const keptSmall = (value: Value, bits: number): Value => {
  switch (value.kind) {
    case 'exact':
      return isSmall(value) ? value : toEnclosure(value, bits);
    case 'enclosure':
      return isLost(value) ? undefinedValue('undecided', 'the error outgrows the value at this precision') : value;
    case 'vector':
      return { kind: 'vector', items: value.items.map((item) => keptSmall(item, bits)) };
    case 'matrix':
      return { kind: 'matrix', rows: value.rows.map((row) => row.map((item) => keptSmall(item, bits))) };
    default:
      return value;
  }
};
