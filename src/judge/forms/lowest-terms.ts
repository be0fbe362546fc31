import { integerGcd } from '../../math/algebra/integer-polynomial.ts';
import type { Expression, QuotientNode } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';
import type { Form } from './form.ts';
import { factorsOf, isNumeric } from './parts.ts';

const isWhole = (e: Expression): e is Extract<Expression, { kind: 'number' }> =>
  e.kind === 'number' && /^\d{1,2000}$/.test(e.text);

const wholeProduct = (factors: readonly Expression[]): bigint =>
  factors.filter(isWhole).reduce((product, { text }) => product * BigInt(text), 1n);

/** 2/4 and 2x/(4t): a whole number divides above and below the line. */
const cancels = (e: Expression): boolean => {
  const { over, under } = factorsOf(e);
  return integerGcd(wholeProduct(over), wholeProduct(under)) > 1n;
};

/** A root below the line that is a number: `1/√3`, `1/(1 − √2)`. */
const hasRoot = (e: Expression): boolean => {
  for (const node of nodes(e)) {
    if (node.kind === 'root' && isNumeric(node.of)) return true;
    if (node.kind === 'power' && isNumeric(node.base) && !isWhole(node.exponent)) return true;
  }
  return false;
};

const startsNegative = (e: Expression): boolean =>
  e.kind === 'negative' || (e.kind === 'product' && e.factors[0] !== undefined && startsNegative(e.factors[0]));

const signsOf = ({ over, under }: QuotientNode): number => [over, under].filter((side) => startsNegative(side)).length;

/** Two signs on one fraction: `-1/-3`, or `-(1/-4)`. */
const hasTwoSigns = (e: Expression): boolean =>
  e.kind === 'quotient' ? signsOf(e) > 1 : e.kind === 'negative' && e.of.kind === 'quotient' && signsOf(e.of) > 0;

const isReduced = (e: Expression): boolean => {
  if (hasTwoSigns(e)) return false;
  if (e.kind !== 'quotient') return true;
  return !cancels(e) && !(isNumeric(e.under) && hasRoot(e.under));
};

/** No `2/4` anywhere, no fraction with two signs, and no root of a number below a line. */
export const lowestTerms: Form = {
  name: 'lowest-terms',
  title: 'fractions in their lowest terms',
  holds: (e) => {
    for (const node of nodes(e)) if (!isReduced(node)) return false;
    return true;
  },
};
