import { dividedBy, type Polynomial, totalDegree } from '../../math/algebra/polynomial.ts';
import { polynomialsOf } from '../../math/algebra/polynomial-of.ts';
import { negative, num, product, sum } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';

/** A quotient that is written out: what stands above the line, and the factors below it. */
interface Cleared {
  readonly over: Expression;
  readonly under: readonly Expression[];
}

const whole = (over: Expression): Cleared => ({ over, under: [] });

/** a/b + c/d = (a·d + c·b)/(b·d) */
const addCleared = (parts: readonly Cleared[]): Cleared => ({
  over: sum(parts.map(({ over }, k) => product([over, ...parts.flatMap(({ under }, j) => (j === k ? [] : under))]))),
  under: parts.flatMap(({ under }) => under),
});

const divideCleared = (a: Cleared, b: Cleared): Cleared => ({
  over: product([a.over, ...b.under]),
  under: [...a.under, b.over],
});

/** `x^(-2)` is one over x². */
const isNegativePower = (e: Expression): e is Extract<Expression, { kind: 'power' }> =>
  e.kind === 'power' && e.exponent.kind === 'negative' && e.exponent.of.kind === 'number';

/** Fractions put over one line, however deep they stand in sums, products and quotients. */
const clear = (e: Expression): Cleared => {
  switch (e.kind) {
    case 'negative': {
      const of = clear(e.of);
      return { ...of, over: negative(of.over) };
    }
    case 'sum':
      return addCleared(e.terms.map(clear));
    case 'product': {
      const parts = e.factors.map(clear);
      return { over: product(parts.map(({ over }) => over)), under: parts.flatMap(({ under }) => under) };
    }
    case 'quotient':
      return divideCleared(clear(e.over), clear(e.under));
    case 'power':
      return isNegativePower(e) && e.exponent.kind === 'negative'
        ? divideCleared(whole(num(1)), whole({ ...e, exponent: e.exponent.of }))
        : whole(e);
    default:
      return whole(e);
  }
};

/** The numerator with what it shares with the denominators taken out. */
const reduced = (over: Polynomial, under: readonly Polynomial[]): Polynomial => {
  let rest = over;
  for (const factor of under) if (totalDegree(factor) > 0) rest = dividedBy(rest, factor) ?? rest;
  return rest;
};

/**
 * The polynomials whose zeros are those of the expressions, in the same variables: `1 − 2x` for `1/x − 2`.
 * `undefined` where they are no quotients of polynomials, or too large.
 */
export const numeratorsOf = (
  expressions: readonly Expression[],
): { readonly polynomials: readonly Polynomial[]; readonly variables: readonly Expression[] } | undefined => {
  const cleared = expressions.map(clear);
  const read = polynomialsOf(cleared.flatMap(({ over, under }) => [over, ...under]));
  if (!read) return undefined;
  let next = 0;
  const polynomials = cleared.map(({ under }) => {
    const [over = new Map(), ...below] = read.polynomials.slice(next, next + 1 + under.length);
    next += 1 + under.length;
    return reduced(over, below);
  });
  return { polynomials, variables: read.variables };
};

/** Whether one polynomial is a number (not zero) times the other; zero is a multiple of zero alone. */
export const isMultiple = (f: Polynomial, g: Polynomial): boolean => {
  if (f.size !== g.size) return false;
  const quotient = dividedBy(f, g);
  return f.size === 0 || (quotient !== undefined && totalDegree(quotient) === 0);
};
