import type { Expression } from '../../math/expression/tree.ts';
import { sizes } from './block.ts';
import { type Code, isTrouble, type Outcome } from './code.ts';
import { compile } from './compile.ts';
import { withoutNorm } from './goal.ts';
import { quotientCode } from './quotient.ts';
import type { Reading } from './reading.ts';
import { bigCode, powerCode, productCode } from './repeated.ts';

/** The norm of a value, in the reading's norm: a number. */
export const normOf = (value: Outcome, { norm }: Reading): Outcome => (isTrouble(value) ? value : sizes[norm](value));

const normCode = (expression: Expression, names: string[]): Code => {
  const of = compile(expression, names);
  return (place) => normOf(of(place), place.reading);
};

/**
 * The bound an expression stands for on the right of a ≤ between matrices: the product of the norms of its factors,
 * ‖A‖‖B‖ for `A B`, in the reading's norm (a square for the Frobenius norm, which keeps it rational).
 */
export const boundCode = (expression: Expression, names: string[]): Code => {
  const part = (inner: Expression) => boundCode(inner, names);
  switch (expression.kind) {
    case 'negative':
      return part(expression.of);
    case 'product':
      return productCode(expression.factors, names, part);
    case 'power':
      return powerCode(expression, names, part);
    case 'big':
      return expression.operator === 'product' ? bigCode(expression, names, part) : normCode(expression, names);
    case 'list': {
      const only = expression.items.length === 1 ? expression.items[0] : undefined;
      return only ? part(only) : normCode(expression, names);
    }
    case 'quotient':
      return quotientCode(part(expression.over), part(expression.under));
    case 'apply':
      // ‖A B‖ written with its bars is the norm of the whole product, not the product of norms.
      return normCode(withoutNorm(expression), names);
    default:
      return normCode(expression, names);
  }
};
