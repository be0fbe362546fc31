/**
 * The decimal face of exact numbers: rounding to significant digits as decimal.js does it, by any of its modes.
 */
import { Decimal } from 'decimal.js';
import { denominator, type Exact, numerator } from './exact.ts';

const constructors = new Map<number, typeof Decimal>();
/** Constructors that are kept; a class asks for a few precisions, a hostile caller for many. */
const keptConstructors = 32;

/** A decimal type of its own for a precision: decimal.js keeps precision and rounding on the constructor. */
const decimals = (digits: number): typeof Decimal => {
  const known = constructors.get(digits);
  if (known) return known;
  const made = Decimal.clone({ precision: digits, rounding: Decimal.ROUND_HALF_EVEN, minE: -9e15, maxE: 9e15 });
  if (constructors.size >= keptConstructors) constructors.clear();
  constructors.set(digits, made);
  return made;
};

/** `x` rounded to `digits` significant digits, half to even: one division, which decimal.js rounds correctly. */
export const decimalOf = (x: Exact, digits: number): Decimal => {
  const D = decimals(digits);
  return new D(numerator(x).toString()).div(denominator(x).toString());
};
