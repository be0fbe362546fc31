import { factorPolynomial } from '../../math/algebra/factor-polynomial.ts';
import { exactQuotient, type IntegerPolynomial, multiplyPolynomials } from '../../math/algebra/integer-polynomial.ts';
import { type RootInterval, realRoots, signAt } from '../../math/algebra/real-roots.ts';
import { add, type Exact, fraction, multiply, subtract } from '../../math/number/exact.ts';

/** A set of real numbers, told by the signs of polynomials. */
export type RealSet =
  | { readonly kind: 'sign'; readonly polynomial: IntegerPolynomial; readonly signs: readonly (-1 | 0 | 1)[] }
  | { readonly kind: 'and' | 'or'; readonly sets: readonly RealSet[] }
  | { readonly kind: 'not'; readonly set: RealSet };

const polynomialsOf = (set: RealSet): readonly IntegerPolynomial[] => {
  if (set.kind === 'sign') return [set.polynomial];
  return set.kind === 'not' ? polynomialsOf(set.set) : set.sets.flatMap(polynomialsOf);
};

type Sign = (f: IntegerPolynomial) => -1 | 0 | 1;

const contains = (set: RealSet, sign: Sign): boolean => {
  switch (set.kind) {
    case 'sign':
      return set.signs.includes(sign(set.polynomial));
    case 'not':
      return !contains(set.set, sign);
    case 'and':
      return set.sets.every((part) => contains(part, sign));
    case 'or':
      return set.sets.some((part) => contains(part, sign));
  }
};

/** The different irreducible factors of all the polynomials; `undefined` where one cannot be factored. */
const basesOf = (polynomials: readonly IntegerPolynomial[]): readonly IntegerPolynomial[] | undefined => {
  const bases = new Map<string, IntegerPolynomial>();
  for (const f of polynomials) {
    const factors = factorPolynomial(f);
    if (!factors) return undefined;
    for (const { base } of factors) bases.set(base.join(), base);
  }
  return [...bases.values()];
};

const half = fraction(1n, 2n);
const one = fraction(1n);

/** A number left of all roots, one between each two, one right of all. */
const pointsBetween = (roots: readonly RootInterval[]): readonly Exact[] => {
  const [first, last] = [roots[0], roots.at(-1)];
  if (!first || !last) return [fraction(0n)];
  const inner = roots.slice(1).map(({ low }, k) => multiply(add(roots[k]?.high ?? low, low), half));
  return [subtract(first.low, one), ...inner, add(last.high, one)];
};

/** The sign of each polynomial at a root: zero where it has the root's own base as a factor, else that of the interval. */
const signAtRoot =
  ({ low, high }: RootInterval, bases: readonly IntegerPolynomial[]): Sign =>
  (f) => {
    const own = bases.find((base) => signAt(base, low) * signAt(base, high) <= 0);
    if (f.length === 0 || (own && exactQuotient(f, own))) return 0;
    return signAt(f, multiply(add(low, high), half));
  };

/** The places that tell such sets apart: at the roots and between them, as signs of polynomials. */
const places = (polynomials: readonly IntegerPolynomial[]): readonly Sign[] | undefined => {
  const bases = basesOf(polynomials.filter((f) => f.length > 1));
  const roots = bases && realRoots(bases.reduce<IntegerPolynomial>(multiplyPolynomials, [1n]));
  if (!bases || !roots) return undefined;
  const between = pointsBetween(roots).map(
    (x): Sign =>
      (f) =>
        signAt(f, x),
  );
  return [...roots.map((root) => signAtRoot(root, bases)), ...between];
};

/** Whether two sets of real numbers are equal, exactly; `undefined` where the polynomials are too large. */
export const sameRealSet = (a: RealSet, b: RealSet): boolean | undefined =>
  places([...polynomialsOf(a), ...polynomialsOf(b)])?.every((sign) => contains(a, sign) === contains(b, sign));
