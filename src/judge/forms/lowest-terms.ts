import { integerGcd, polynomialGcd } from '../../math/algebra/integer-polynomial.ts';
import { commonDenominator, type Polynomial } from '../../math/algebra/polynomial.ts';
import { polynomialsOf } from '../../math/algebra/polynomial-of.ts';
import type { Expression, QuotientNode } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';
import { fraction, multiply, numerator } from '../../math/number/exact.ts';
import type { Form } from './form.ts';
import { isNumeric } from './parts.ts';

const isWhole = (e: Expression): boolean => e.kind === 'number' && /^\d+$/.test(e.text);

/** The greatest whole number that divides all terms; 1 where they are no polynomials with whole coefficients. */
const wholeContent = (f: Polynomial): bigint => {
  if (commonDenominator(f) !== 1n) return 1n;
  return [...f.values()].reduce((common, { coefficient }) => integerGcd(common, numerator(coefficient)), 0n);
};

const dense = (f: Polynomial): readonly bigint[] => {
  const scale = fraction(commonDenominator(f));
  const coefficients: bigint[] = [];
  for (const { exponents, coefficient } of f.values())
    coefficients[exponents[0] ?? 0] = numerator(multiply(coefficient, scale));
  return Array.from(coefficients, (c) => c ?? 0n);
};

/** 2/4, 2x/(4t), (x + 1)/(2x + 2): something divides above and below the line. */
const cancels = ({ over, under }: QuotientNode): boolean => {
  const read = polynomialsOf([over, under]);
  const [f, g] = read?.polynomials ?? [];
  if (!read || !f || !g || f.size === 0 || g.size === 0) return false;
  if (integerGcd(wholeContent(f), wholeContent(g)) > 1n) return true;
  return read.variables.length === 1 && polynomialGcd(dense(f), dense(g)).length > 1;
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

/** No fraction that cancels anywhere, no fraction with two signs, and no root of a number below a line. */
export const lowestTerms: Form = {
  name: 'lowest-terms',
  title: 'fractions in their lowest terms',
  holds: (e) => {
    for (const node of nodes(e)) if (!isReduced(node)) return false;
    return true;
  },
};
