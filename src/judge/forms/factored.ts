import { integerGcd } from '../../math/algebra/integer-polynomial.ts';
import { isIrreducible } from '../../math/algebra/irreducible.ts';
import { commonDenominator, degreeIn, type Polynomial } from '../../math/algebra/polynomial.ts';
import { constantOf, type PolynomialIn, polynomialOf } from '../../math/algebra/polynomial-of.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { fraction, multiply, numerator } from '../../math/number/exact.ts';
import { all, type Form } from './form.ts';
import { factorsOf, isNumeric } from './parts.ts';

/** The greatest common divisor of the coefficients once denominators are cleared: 2 for `2x + 6`, 1 for `x + 1/2`. */
const contentOf = (f: Polynomial): bigint => {
  const scale = fraction(commonDenominator(f));
  let common = 0n;
  for (const { coefficient } of f.values()) common = integerGcd(common, numerator(multiply(coefficient, scale)));
  return common;
};

/** √2 or i among the coefficients: factors over the rationals do not settle those of degree 2 and more. */
const hasIrrationalCoefficients = ({ polynomial, variables }: PolynomialIn): boolean =>
  variables.some((variable, k) => isNumeric(variable) && degreeIn(polynomial, k) > 0);

const isLinear = ({ polynomial, variables }: PolynomialIn): boolean =>
  [...polynomial.values()].every(
    ({ exponents }) => exponents.reduce((sum, e, k) => sum + (isNumericAt(variables, k) ? 0 : e), 0) <= 1,
  );

const isNumericAt = (variables: readonly Expression[], k: number): boolean => {
  const variable = variables[k];
  return variable !== undefined && isNumeric(variable);
};

/** A sum that has no factors: irreducible over the rationals, and no number divides all its terms. */
const isIrreducibleSum = (e: Expression): boolean | undefined => {
  const read = polynomialOf(e);
  if (!read) return undefined;
  if (constantOf(read)) return true;
  if (contentOf(read.polynomial) !== 1n) return false;
  const answer = isIrreducible(read.polynomial, read.variables.length);
  return answer === true && hasIrrationalCoefficients(read) && !isLinear(read) ? undefined : answer;
};

const isFactor = (e: Expression): boolean | undefined => {
  if (isNumeric(e)) return true;
  switch (e.kind) {
    case 'sum':
      return isIrreducibleSum(e);
    case 'power':
      return isFactored(e.base);
    default:
      return true;
  }
};

const isFactored = (e: Expression): boolean | undefined => {
  const { over, under } = factorsOf(e);
  return all([...over, ...under].map(isFactor));
};

/**
 * A product of powers of irreducibles over the rationals. `4(1 − x/2)^2` is one for `(x − 2)^2`;
 * `(x + 2)(2x + 6)` is not, and neither is `(x^2 − 4x + 4)(3 − x)`. A finer product, with `√2` or `i`, is one too.
 */
export const factored: Form = {
  name: 'factored',
  title: 'a product of factors that have no factors themselves',
  holds: isFactored,
};
