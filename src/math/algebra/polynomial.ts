import { add, denominator, divide, type Exact, isInteger, multiply, negate, one, sign } from '../number/exact.ts';
import { integerGcd } from './integer-polynomial.ts';

/**
 * Polynomials in several variables with rational coefficients, as terms.
 *
 *   3x²y − 1/2  in (x, y):  { "2,1" → 3·x²y,  "0,0" → −1/2 }
 */
export interface Term {
  /** One exponent a variable. */
  readonly exponents: readonly number[];
  /** Never zero. */
  readonly coefficient: Exact;
}

export type Polynomial = ReadonlyMap<string, Term>;

/** More terms than this are not written out. */
const LIMITS = { terms: 2_000, degree: 400 } as const;

const key = (exponents: readonly number[]): string => exponents.join(',');

const fromTerms = (terms: Iterable<Term>): Polynomial => {
  const sums = new Map<string, Term>();
  for (const term of terms) {
    const name = key(term.exponents);
    const before = sums.get(name);
    const coefficient = before ? add(before.coefficient, term.coefficient) : term.coefficient;
    if (sign(coefficient) === 0) sums.delete(name);
    else sums.set(name, { exponents: term.exponents, coefficient });
  }
  return sums;
};

export const constantPolynomial = (value: Exact, variables: number): Polynomial =>
  sign(value) === 0 ? new Map() : fromTerms([{ exponents: new Array<number>(variables).fill(0), coefficient: value }]);

/** The variable at a position, to a power. */
export const variablePolynomial = (position: number, variables: number): Polynomial =>
  fromTerms([{ exponents: Array.from({ length: variables }, (_, k) => (k === position ? 1 : 0)), coefficient: one }]);

export const addTerms = (...polynomials: readonly Polynomial[]): Polynomial =>
  fromTerms(polynomials.flatMap((f) => [...f.values()]));

export const scaleTerms = (f: Polynomial, factor: Exact): Polynomial =>
  fromTerms(
    [...f.values()].map(({ exponents, coefficient }) => ({ exponents, coefficient: multiply(coefficient, factor) })),
  );

/** The product; `undefined` where it would have too many terms. */
export const multiplyTerms = (f: Polynomial, g: Polynomial): Polynomial | undefined => {
  if (f.size * g.size > LIMITS.terms * 20 || totalDegree(f) + totalDegree(g) > LIMITS.degree) return undefined;
  const products: Term[] = [];
  for (const a of f.values())
    for (const b of g.values())
      products.push({
        exponents: a.exponents.map((e, k) => e + (b.exponents[k] ?? 0)),
        coefficient: multiply(a.coefficient, b.coefficient),
      });
  const product = fromTerms(products);
  return product.size > LIMITS.terms ? undefined : product;
};

/** `f` to a power from 0; `undefined` where it would have too many terms. */
export const powerTerms = (f: Polynomial, exponent: number, variables: number): Polynomial | undefined => {
  if (totalDegree(f) * exponent > LIMITS.degree) return undefined;
  let power: Polynomial | undefined = constantPolynomial(one, variables);
  for (let k = 0; k < exponent && power; k += 1) power = multiplyTerms(power, f);
  return power;
};

/** The highest sum of exponents; 0 for numbers, zero included. */
export const totalDegree = (f: Polynomial): number => {
  let highest = 0;
  for (const { exponents } of f.values())
    highest = Math.max(
      highest,
      exponents.reduce((sum, e) => sum + e, 0),
    );
  return highest;
};

/** The highest exponent of one variable. */
export const degreeIn = (f: Polynomial, position: number): number => {
  let highest = 0;
  for (const { exponents } of f.values()) highest = Math.max(highest, exponents[position] ?? 0);
  return highest;
};

/** All terms that have the variable to this exponent, without it: the coefficient of x² in x²y + 3x² is y + 3. */
export const coefficientOf = (f: Polynomial, position: number, exponent: number): Polynomial =>
  fromTerms(
    [...f.values()]
      .filter(({ exponents }) => (exponents[position] ?? 0) === exponent)
      .map(({ exponents, coefficient }) => ({
        exponents: exponents.map((e, k) => (k === position ? 0 : e)),
        coefficient,
      })),
  );

/** Terms in descending order of exponents, the first variable first. */
const ordered = (f: Polynomial): readonly Term[] =>
  [...f.values()].sort((a, b) => {
    const first = a.exponents.findIndex((e, k) => e !== b.exponents[k]);
    return first < 0 ? 0 : (b.exponents[first] ?? 0) - (a.exponents[first] ?? 0);
  });

/** The quotient where `g` divides `f` over the rationals, else `undefined`. */
export const dividedBy = (f: Polynomial, g: Polynomial): Polynomial | undefined => {
  const lead = ordered(g)[0];
  if (!lead) return undefined;
  const quotient: Term[] = [];
  let rest = f;
  for (let steps = 0; rest.size > 0; steps += 1) {
    const top = ordered(rest)[0];
    if (!top || steps > LIMITS.terms || top.exponents.some((e, k) => e < (lead.exponents[k] ?? 0))) return undefined;
    const step: Term = {
      exponents: top.exponents.map((e, k) => e - (lead.exponents[k] ?? 0)),
      coefficient: divide(top.coefficient, lead.coefficient),
    };
    quotient.push(step);
    const product = multiplyTerms(fromTerms([{ ...step, coefficient: negate(step.coefficient) }]), g);
    if (!product) return undefined;
    rest = addTerms(rest, product);
  }
  return fromTerms(quotient);
};

/** The least number that makes every coefficient whole. */
export const commonDenominator = (f: Polynomial): bigint => {
  let common = 1n;
  for (const { coefficient } of f.values())
    if (!isInteger(coefficient)) {
      const d = denominator(coefficient);
      common = (common / integerGcd(common, d)) * d;
    }
  return common;
};
