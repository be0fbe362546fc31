import { addTerms, type Polynomial, scaleTerms, type Term } from '../../../math/algebra/polynomial.ts';
import { polynomialsOf } from '../../../math/algebra/polynomial-of.ts';
import { negative, num, number, power, product } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import { absolute, type Exact, equals, exact, negate, one, sign, toText, zero } from '../../../math/number/exact.ts';
import type { ValueFinding } from '../value-finding.ts';

type Evidence = { readonly term: string } & (
  | { readonly slip: 'missing' | 'extra' | 'sign' }
  | { readonly slip: 'coefficient'; readonly is: string; readonly should: string }
);

const monomial = ({ exponents }: Term, variables: readonly Expression[]): Expression =>
  product(
    exponents.flatMap((exponent, i) => {
      const variable = variables[i];
      if (exponent === 0 || !variable) return [];
      return [exponent === 1 ? variable : power(variable, num(exponent))];
    }),
  );

const coefficientAt = (f: Polynomial, term: Term): Exact =>
  [...f.values()].find(({ exponents }) => exponents.every((e, i) => e === term.exponents[i]))?.coefficient ?? zero;

const isConstant = ({ exponents }: Term): boolean => exponents.every((exponent) => exponent === 0);

const named = (term: Term, coefficient: Exact, variables: readonly Expression[]): string => {
  if (isConstant(term)) return printPlain(number(coefficient));
  const bare = monomial(term, variables);
  const size = absolute(coefficient);
  const scaled = equals(size, one) ? bare : product([number(size), bare]);
  return printPlain(sign(coefficient) < 0 ? negative(scaled) : scaled);
};

/** Compares the two coefficients of the one term in which the polynomials differ. */
const evidence = (term: Term, is: Exact, should: Exact, variables: readonly Expression[]): Evidence => {
  if (sign(is) === 0) return { slip: 'missing', term: named(term, should, variables) };
  if (sign(should) === 0) return { slip: 'extra', term: named(term, is, variables) };
  if (toText(is) === toText(negate(should))) return { slip: 'sign', term: named(term, should, variables) };
  const bare = isConstant(term) ? 'the constant' : printPlain(monomial(term, variables));
  return { slip: 'coefficient', term: bare, is: toText(is), should: toText(should) };
};

/** x + 6y for x + 12y: the expression is right but for one term. */
export const oneTermOff: ValueFinding<Evidence> = {
  id: 'one-term-off',
  title: 'One term of the expression is off',
  spot: ({ claimed, reference }) => {
    if (reference.kind !== 'function') return undefined;
    const read = polynomialsOf([claimed, reference.expression]);
    const [own, right] = read?.polynomials ?? [];
    if (!read || !own || !right || Math.max(own.size, right.size) < 2) return undefined;
    const difference = [...addTerms(own, scaleTerms(right, exact(-1))).values()];
    const [term] = difference;
    if (!term || difference.length > 1) return undefined;
    return evidence(term, coefficientAt(own, term), coefficientAt(right, term), read.variables);
  },
  say: (found) => {
    switch (found.slip) {
      case 'missing':
        return `The term ${found.term} is missing.`;
      case 'extra':
        return `The term ${found.term} does not belong here.`;
      case 'sign':
        return `The term ${found.term} has the wrong sign.`;
      case 'coefficient':
        return `The coefficient of ${found.term} is ${found.is}; it should be ${found.should}.`;
    }
  },
};
