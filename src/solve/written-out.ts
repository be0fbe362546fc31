import type { Term } from '../math/algebra/polynomial.ts';
import { polynomialOf } from '../math/algebra/polynomial-of.ts';
import { negative, num, number, power, product, sum } from '../math/expression/build.ts';
import { isName } from '../math/expression/names.ts';
import type { Expression } from '../math/expression/tree.ts';
import { absolute, equals, one, sign } from '../math/number/exact.ts';

/** More terms are no easier to read than the formula they come from. */
const mostTerms = 12;

const degreeOf = ({ exponents }: Term): number => exponents.reduce((total, exponent) => total + exponent, 0);

/** Higher degrees first, then the earlier name's. */
const before = (a: Term, b: Term): number =>
  degreeOf(b) - degreeOf(a) ||
  (b.exponents.map((exponent, i) => exponent - (a.exponents[i] ?? 0)).find((gap) => gap !== 0) ?? 0);

const raised = (base: Expression, exponent: number): Expression => (exponent === 1 ? base : power(base, num(exponent)));

const termOf = ({ exponents, coefficient }: Term, names: readonly Expression[]): Expression => {
  const powers = exponents.flatMap((exponent, i) => {
    const name = names[i];
    return name && exponent > 0 ? [raised(name, exponent)] : [];
  });
  const size = absolute(coefficient);
  const factors = equals(size, one) && powers.length > 0 ? powers : [number(size), ...powers];
  const term = product(factors);
  return sign(coefficient) < 0 ? negative(term) : term;
};

/**
 * A polynomial in names as the sum of its terms: `(2 - λ)(2 - λ) - 1` as `λ^2 - 4λ + 3`, a vector or matrix entry by
 * entry; anything else as it is.
 */
export const writtenOut = (e: Expression): Expression => {
  if (e.kind === 'list') return { ...e, items: e.items.map(writtenOut) };
  if (e.kind === 'matrix') return { ...e, rows: e.rows.map((row) => row.map(writtenOut)) };
  const read = polynomialOf(e);
  if (!read || read.polynomial.size > mostTerms || !read.variables.every(isName)) return e;
  const terms = [...read.polynomial.values()].sort(before);
  return terms.length === 0 ? num(0) : sum(terms.map((term) => termOf(term, read.variables)));
};
