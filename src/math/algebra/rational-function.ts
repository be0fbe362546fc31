import { sameTree } from '../expression/same-tree.ts';
import type { Expression } from '../expression/tree.ts';
import { writtenNumber } from '../expression/written-number.ts';
import { denominator, type Exact, isInteger, numerator, toDouble } from '../number/exact.ts';
import {
  addPolynomials,
  degree,
  type IntegerPolynomial,
  multiplyPolynomials,
  scalePolynomial,
} from './integer-polynomial.ts';

/** A quotient of two polynomials in one variable, not reduced; the lower one is not zero. */
export interface RationalFunction {
  readonly over: IntegerPolynomial;
  readonly under: IntegerPolynomial;
}

/** No polynomial of a higher degree is written out. */
const LIMITS = { degree: 120 } as const;

const constant = (value: Exact): RationalFunction => ({
  over: numerator(value) === 0n ? [] : [numerator(value)],
  under: [denominator(value)],
});

const negateRational = ({ over, under }: RationalFunction): RationalFunction => ({
  over: scalePolynomial(over, -1n),
  under,
});

const addRational = (f: RationalFunction, g: RationalFunction): RationalFunction => ({
  over: addPolynomials(multiplyPolynomials(f.over, g.under), multiplyPolynomials(g.over, f.under)),
  under: multiplyPolynomials(f.under, g.under),
});

const multiplyRational = (f: RationalFunction, g: RationalFunction): RationalFunction => ({
  over: multiplyPolynomials(f.over, g.over),
  under: multiplyPolynomials(f.under, g.under),
});

const reciprocal = ({ over, under }: RationalFunction): RationalFunction | undefined =>
  over.length === 0 ? undefined : { over: under, under: over };

const isSmall = ({ over, under }: RationalFunction): boolean =>
  degree(over) <= LIMITS.degree && degree(under) <= LIMITS.degree;

const fold = (
  parts: readonly Expression[],
  variable: Expression,
  start: RationalFunction,
  join: (f: RationalFunction, g: RationalFunction) => RationalFunction,
): RationalFunction | undefined => {
  let whole: RationalFunction | undefined = start;
  for (const part of parts) {
    const next = rationalFunctionOf(part, variable);
    whole = whole && next && join(whole, next);
    if (!whole || !isSmall(whole)) return undefined;
  }
  return whole;
};

const toPower = (base: RationalFunction, exponent: number): RationalFunction | undefined => {
  const [lower, upper] = [degree(base.under), degree(base.over)];
  if (Math.abs(exponent) * Math.max(1, lower, upper) > LIMITS.degree) return undefined;
  const factor = exponent < 0 ? reciprocal(base) : base;
  let power: RationalFunction | undefined = { over: [1n], under: [1n] };
  for (let k = 0; k < Math.abs(exponent) && power; k += 1) power = factor && multiplyRational(power, factor);
  return power;
};

const wholeNumber = (e: Expression): number | undefined => {
  const value = writtenNumber(e)?.value;
  if (!value || !isInteger(value)) return undefined;
  const size = toDouble(value);
  return Math.abs(size) <= LIMITS.degree ? size : undefined;
};

const quotientOf = (over: RationalFunction | undefined, under: RationalFunction | undefined) => {
  const inverse = under && reciprocal(under);
  return over && inverse && multiplyRational(over, inverse);
};

/**
 * The expression as a quotient of polynomials in the variable. `undefined` where it is none (another name, a root,
 * a division by zero) or its degree is too high.
 */
export const rationalFunctionOf = (e: Expression, variable: Expression): RationalFunction | undefined => {
  if (sameTree(e, variable)) return { over: [0n, 1n], under: [1n] };
  const written = writtenNumber(e);
  if (written) return constant(written.value);
  switch (e.kind) {
    case 'negative': {
      const of = rationalFunctionOf(e.of, variable);
      return of && negateRational(of);
    }
    case 'sum':
      return fold(e.terms, variable, { over: [], under: [1n] }, addRational);
    case 'product':
      return fold(e.factors, variable, { over: [1n], under: [1n] }, multiplyRational);
    case 'quotient':
      return quotientOf(rationalFunctionOf(e.over, variable), rationalFunctionOf(e.under, variable));
    case 'power': {
      const [base, exponent] = [rationalFunctionOf(e.base, variable), wholeNumber(e.exponent)];
      return base && exponent !== undefined ? toPower(base, exponent) : undefined;
    }
    case 'marked':
      return e.mark === 'final' ? rationalFunctionOf(e.of, variable) : undefined;
    default:
      return undefined;
  }
};
