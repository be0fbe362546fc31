import { factorPolynomial } from '../../math/algebra/factor-polynomial.ts';
import { isIrreducible } from '../../math/algebra/irreducible.ts';
import { commonDenominator, degreeIn, type Polynomial } from '../../math/algebra/polynomial.ts';
import { polynomialOf } from '../../math/algebra/polynomial-of.ts';
import { product } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { sameTree, treeKey } from '../../math/expression/walk.ts';
import { fraction, multiply, numerator } from '../../math/number/exact.ts';
import { all, type Form } from './form.ts';
import { dependsOn, factorsOf, onlyVariable, termsOf } from './parts.ts';

interface InVariable {
  readonly polynomial: Polynomial;
  readonly variables: readonly Expression[];
  readonly position: number;
  readonly degree: number;
}

const readIn = (e: Expression, variable: Expression): InVariable | undefined => {
  const read = polynomialOf(e);
  if (!read) return undefined;
  const position = read.variables.findIndex((name) => sameTree(name, variable));
  return { ...read, position, degree: position < 0 ? 0 : degreeIn(read.polynomial, position) };
};

/** A base and its exponent, `(x − 4)` and 2; the base irreducible over the rationals. */
interface PowerOfBase {
  readonly key: string;
  readonly degree: number;
  readonly exponent: number;
}

const coefficientsOf = ({ polynomial, position, degree }: InVariable): readonly bigint[] => {
  const scale = fraction(commonDenominator(polynomial));
  const coefficients = new Array<bigint>(degree + 1).fill(0n);
  for (const { exponents, coefficient } of polynomial.values())
    coefficients[exponents[position] ?? 0] = numerator(multiply(coefficient, scale));
  return coefficients;
};

/** A denominator with numbers as coefficients is factored, however it is written. */
const ofNumbers = (under: InVariable): PowerOfBase | false | undefined => {
  const factors = factorPolynomial(coefficientsOf(under));
  const [only, ...more] = factors ?? [];
  if (!factors || !only) return undefined;
  return more.length === 0 && { key: only.base.join(), degree: only.base.length - 1, exponent: only.exponent };
};

/** A denominator with other letters in it is taken as the power it is written as. */
const asWritten = (factors: readonly Expression[], variable: Expression): PowerOfBase | false | undefined => {
  const [only, ...more] = factors.filter((factor) => dependsOn(factor, variable));
  if (!only || more.length > 0) return false;
  const [base, exponent] = only.kind === 'power' ? [only.base, only.exponent] : [only, undefined];
  if (exponent && exponent.kind !== 'number') return undefined;
  const read = readIn(base, variable);
  const irreducible = read && isIrreducible(read.polynomial, read.variables.length);
  if (!read || irreducible === undefined) return undefined;
  return irreducible && { key: treeKey(base), degree: read.degree, exponent: exponent ? Number(exponent.text) : 1 };
};

/** The denominator of a term: `undefined` where it cannot be told, `false` where it is no power of an irreducible. */
const denominatorOf = (factors: readonly Expression[], variable: Expression): PowerOfBase | false | undefined => {
  const under = readIn(product(factors), variable);
  return under?.variables.length === 1 ? ofNumbers(under) : asWritten(factors, variable);
};

/** A polynomial, or a numerator of lower degree than the irreducible base whose power it stands over. */
const isPartialFraction = (term: Expression, variable: Expression, seen: Set<string>): boolean | undefined => {
  const { over, under } = factorsOf(term);
  const numerator = readIn(product(over), variable);
  if (!numerator) return false;
  if (!under.some((factor) => dependsOn(factor, variable))) return true;
  const denominator = denominatorOf(under, variable);
  if (!denominator) return denominator;
  const key = `${denominator.key} ^ ${denominator.exponent}`;
  if (seen.has(key) || numerator.degree >= denominator.degree) return false;
  seen.add(key);
  return true;
};

/** A polynomial plus fractions over different powers of irreducibles, each with a numerator of lower degree than its base. */
export const partialFractions: Form = {
  name: 'partial-fractions',
  title: 'a sum of partial fractions',
  holds: (e, named) => {
    const variable = named ?? onlyVariable(e);
    if (!variable) return undefined;
    const seen = new Set<string>();
    return all(termsOf(e).map((term) => isPartialFraction(term, variable, seen)));
  },
};
