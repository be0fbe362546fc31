import { treeKey } from '../expression/same-tree.ts';
import type { Expression } from '../expression/tree.ts';
import { writtenNumber } from '../expression/written-number.ts';
import { divide, type Exact, exact, isInteger, negate, one, sign, toDouble } from '../number/exact.ts';
import {
  addTerms,
  constantPolynomial,
  multiplyTerms,
  type Polynomial,
  powerTerms,
  scaleTerms,
  variablePolynomial,
} from './polynomial.ts';

/** A polynomial and what its variables stand for: names, or what is no polynomial itself, such as `sin x` and `√2`. */
export interface PolynomialIn {
  readonly polynomial: Polynomial;
  readonly variables: readonly Expression[];
}

/** An expression in more names is not written out. */
const LIMITS = { variables: 40 } as const;

const isConstant = (f: Polynomial): Exact | undefined => {
  if (f.size === 0) return exact(0);
  const [only, ...more] = f.values();
  return only && more.length === 0 && only.exponents.every((e) => e === 0) ? only.coefficient : undefined;
};

/** The value of a polynomial that is a number. */
export const constantOf = ({ polynomial }: PolynomialIn): Exact | undefined => isConstant(polynomial);

/** A whole number from 0 to 400 as written in an exponent. */
const smallExponent = (e: Expression): number | undefined => {
  const value = writtenNumber(e)?.value;
  if (!value || !isInteger(value) || sign(value) < 0) return undefined;
  const size = toDouble(value);
  return size <= 400 ? size : undefined;
};

/** Everything the tree's polynomial is built on, each once. */
const kernelsOf = (trees: readonly Expression[]): readonly Expression[] => {
  const found = new Map<string, Expression>();
  const stack = [...trees];
  for (let e = stack.pop(); e; e = stack.pop()) {
    const parts = polynomialParts(e);
    if (parts) stack.push(...parts);
    else found.set(treeKey(e), e);
  }
  return [...found.values()].reverse();
};

/** The parts of a node that polynomials are made of; `undefined` for a kernel. */
const polynomialParts = (e: Expression): readonly Expression[] | undefined => {
  switch (e.kind) {
    case 'number':
      return [];
    case 'negative':
      return [e.of];
    case 'sum':
      return e.terms;
    case 'product':
      return e.factors;
    case 'power':
      return smallExponent(e.exponent) === undefined ? undefined : [e.base];
    case 'quotient':
      return [e.over, e.under];
    case 'marked':
      return e.mark === 'final' ? [e.of] : undefined;
    default:
      return undefined;
  }
};

class Builder {
  readonly #positions: ReadonlyMap<string, number>;
  readonly #count: number;

  constructor(kernels: readonly Expression[]) {
    this.#positions = new Map(kernels.map((kernel, k) => [treeKey(kernel), k]));
    this.#count = kernels.length;
  }

  build(e: Expression): Polynomial | undefined {
    switch (e.kind) {
      case 'number': {
        const written = writtenNumber(e);
        return written && constantPolynomial(written.value, this.#count);
      }
      case 'negative':
        return this.#scaled(e.of, negate(one));
      case 'sum':
        return this.#sum(e.terms);
      case 'product':
        return this.#product(e.factors);
      case 'power':
        return this.#power(e.base, e.exponent) ?? this.#kernel(e);
      case 'quotient':
        return this.#quotient(e.over, e.under);
      case 'marked':
        return e.mark === 'final' ? this.build(e.of) : this.#kernel(e);
      default:
        return this.#kernel(e);
    }
  }

  #kernel(e: Expression): Polynomial | undefined {
    const position = this.#positions.get(treeKey(e));
    return position === undefined ? undefined : variablePolynomial(position, this.#count);
  }

  #scaled(e: Expression, factor: Exact): Polynomial | undefined {
    const f = this.build(e);
    return f && scaleTerms(f, factor);
  }

  #sum(terms: readonly Expression[]): Polynomial | undefined {
    const read: Polynomial[] = [];
    for (const term of terms) {
      const f = this.build(term);
      if (!f) return undefined;
      read.push(f);
    }
    return addTerms(...read);
  }

  #product(factors: readonly Expression[]): Polynomial | undefined {
    let whole: Polynomial | undefined = constantPolynomial(one, this.#count);
    for (const factor of factors) {
      const next: Polynomial | undefined = this.build(factor);
      whole = next && multiplyTerms(whole, next);
      if (!whole) return undefined;
    }
    return whole;
  }

  #power(base: Expression, exponent: Expression): Polynomial | undefined {
    const size = smallExponent(exponent);
    const f = size === undefined ? undefined : this.build(base);
    return f && size !== undefined ? powerTerms(f, size, this.#count) : undefined;
  }

  #quotient(over: Expression, under: Expression): Polynomial | undefined {
    const [f, g] = [this.build(over), this.build(under)];
    const divisor = g && isConstant(g);
    return f && divisor && sign(divisor) !== 0 ? scaleTerms(f, divide(one, divisor)) : undefined;
  }
}

/**
 * Expressions as polynomials with rational coefficients in their names and in everything else they hold, the same
 * variables for all. `undefined` where one divides by something that is no number, or would have too many terms.
 */
export const polynomialsOf = (
  trees: readonly Expression[],
): { readonly polynomials: readonly Polynomial[]; readonly variables: readonly Expression[] } | undefined => {
  const variables = kernelsOf(trees);
  if (variables.length > LIMITS.variables) return undefined;
  const builder = new Builder(variables);
  const polynomials: Polynomial[] = [];
  for (const tree of trees) {
    const polynomial = builder.build(tree);
    if (!polynomial) return undefined;
    polynomials.push(polynomial);
  }
  return { polynomials, variables };
};

/** One expression as a polynomial, see `polynomialsOf`. */
export const polynomialOf = (e: Expression): PolynomialIn | undefined => {
  const read = polynomialsOf([e]);
  const [polynomial] = read?.polynomials ?? [];
  return read && polynomial && { polynomial, variables: read.variables };
};
