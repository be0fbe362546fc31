/** Rational numbers as trees. */
import { denominator, type Exact, numerator } from '../../number/exact.ts';
import { negative, num, quotient } from '../build.ts';
import type { Expression } from '../tree.ts';

/** `n`, `n/d`, `-n/d`: never a decimal. */
export const exactNumber = (value: Exact): Expression => {
  const over = numerator(value);
  const size = num(over < 0n ? -over : over);
  const whole = denominator(value) === 1n ? size : quotient(size, num(denominator(value)));
  return over < 0n ? negative(whole) : whole;
};
