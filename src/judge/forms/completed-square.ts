import { degreeIn, totalDegree } from '../../math/algebra/polynomial.ts';
import { polynomialOf } from '../../math/algebra/polynomial-of.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { sameTree } from '../../math/expression/walk.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { equals, fraction } from '../../math/number/exact.ts';
import type { Form } from './form.ts';
import { dependsOn, factorsOf, onlyVariable, termsOf } from './parts.ts';

/** The degree in the variable; `undefined` where it is no polynomial in it. */
const degreeOf = (e: Expression, variable: Expression): number | undefined => {
  const read = polynomialOf(e);
  if (!read) return undefined;
  const position = read.variables.findIndex((name) => sameTree(name, variable));
  const others = read.variables.filter((_, k) => k !== position);
  if (others.some((name) => dependsOn(name, variable))) return undefined;
  return position < 0 ? 0 : degreeIn(read.polynomial, position);
};

const isTwo = (e: Expression): boolean => {
  const value = writtenNumber(e)?.value;
  return value !== undefined && equals(value, fraction(2n));
};

/** `a(bx + c)^2`, divided by numbers or not. */
const isSquareTerm = (e: Expression, variable: Expression): boolean => {
  const { over, under } = factorsOf(e);
  const square = over.filter((factor) => dependsOn(factor, variable));
  const [only, ...more] = square;
  if (!only || more.length > 0 || under.some((factor) => dependsOn(factor, variable))) return false;
  return only.kind === 'power' && isTwo(only.exponent) && degreeOf(only.base, variable) === 1;
};

/** `a(x − h)^2 + k`: the variable stands in one square. A linear expression or a number is in this form as it is. */
export const completedSquare: Form = {
  name: 'completed-square',
  title: 'one square with the variable in it, and a number added',
  holds: (e, named) => {
    const variable = named ?? onlyVariable(e);
    if (!variable) return onlyVariable(e) === undefined && totalDegreeOf(e) === 0 ? true : undefined;
    const withVariable = termsOf(e).filter((term) => dependsOn(term, variable));
    if (withVariable.length === 1 && withVariable.every((term) => isSquareTerm(term, variable))) return true;
    const degree = degreeOf(e, variable);
    return degree === undefined ? false : degree <= 1;
  },
};

const totalDegreeOf = (e: Expression): number | undefined => {
  const read = polynomialOf(e);
  return read && totalDegree(read.polynomial);
};
