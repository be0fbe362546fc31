import type { Expression } from '../../math/expression/tree.ts';
import type { Form } from './form.ts';
import { unsigned } from './parts.ts';

const isNegativeExponent = (e: Expression): boolean => e.kind === 'negative';

/** Whether a division stands in the arithmetic of it; those in exponents and under functions do not count. */
const holdsFraction = (tree: Expression): boolean => {
  const stack = [tree];
  for (let e = stack.pop(); e; e = stack.pop()) {
    if (e.kind === 'quotient' || (e.kind === 'power' && isNegativeExponent(e.exponent))) return true;
    if (e.kind === 'sum') stack.push(...e.terms);
    else if (e.kind === 'product') stack.push(...e.factors);
    else if (e.kind === 'negative' || e.kind === 'marked') stack.push(e.of);
    else if (e.kind === 'power') stack.push(e.base);
  }
  return false;
};

/** One fraction, or none: `(2a + 1)/2`, not `a + 1/2`, and no fractions inside it. A sign may stand in front. */
export const singleFraction: Form = {
  name: 'single-fraction',
  title: 'one fraction without fractions in it',
  holds: (e) => {
    const inner = unsigned(e);
    return inner.kind === 'quotient'
      ? !holdsFraction(inner.over) && !holdsFraction(inner.under)
      : !holdsFraction(inner);
  },
};
