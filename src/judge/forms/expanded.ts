import type { Expression } from '../../math/expression/tree.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { isInteger, sign } from '../../math/number/exact.ts';
import type { Form } from './form.ts';
import { factorsOf, isSum, termsOf } from './parts.ts';

const isNaturalPower = (e: Expression): boolean => {
  const exponent = writtenNumber(e)?.value;
  return exponent !== undefined && isInteger(exponent) && sign(exponent) > 0;
};

/** A factor that could still be multiplied out: a sum, or a natural power of a sum or product. */
const isOpen = (e: Expression): boolean => {
  if (isSum(e)) return true;
  if (e.kind !== 'power' || !isNaturalPower(e.exponent)) return false;
  const { over, under } = factorsOf(e.base);
  return isSum(e.base) || over.length + under.length > 1;
};

const isExpandedTerm = (e: Expression): boolean => {
  const { over, under } = factorsOf(e);
  if (over.length + under.length === 1) return over.every((factor) => !isOpen(factor));
  return !over.some(isOpen);
};

/** `-(x + 1)`: the sign has not been multiplied in. */
const hasNegatedSum = (e: Expression): boolean => {
  if (e.kind === 'negative') return isSum(e.of);
  return e.kind === 'sum' && e.terms.some(hasNegatedSum);
};

/** A sum of terms, no brackets left to multiply out: `x^2 - ax - bx + ab`, not `x^2 - (a + b)x + ab`. */
export const expanded: Form = {
  name: 'expanded',
  title: 'a sum with all brackets multiplied out',
  holds: (e) => !hasNegatedSum(e) && termsOf(e).every(isExpandedTerm),
};
