/**
 * How near to zero a radical expression can come without being zero: the bound of Burnikel, Fleischer, Mehlhorn and
 * Schirra, "A strong and easily computable separation bound for arithmetic expressions involving radicals" (2000).
 *
 * For E over +, −, ·, /, k-th roots and whole numbers: E = 0 or |E| ≥ 1 / (u(E)^(D−1) l(E)), D the product of the
 * degrees of its roots. u and l are kept as logarithms to base 2, rounded up.
 */
import { denominator, type Exact, numerator } from '../../number/exact.ts';
import { bitLength } from '../../number/integer.ts';
import { literalValue } from '../modular/rational-parts.ts';
import { children } from '../parts.ts';
import { treeKey } from '../same-tree.ts';
import type { Expression } from '../tree.ts';
import { fold, nodes } from '../walk.ts';

interface Bound {
  readonly upper: number;
  readonly lower: number;
}

/** Rounds up generously: the few sums below err by far less. */
const up = (x: number): number => x * (1 + 1e-9) + 1e-9;

const bits = (n: bigint): number => bitLength(n);

const ofExact = (value: Exact): Bound => ({ upper: bits(numerator(value)), lower: bits(denominator(value)) });

const ofSum = (a: Bound, b: Bound): Bound => ({
  upper: up(Math.max(a.upper + b.lower, a.lower + b.upper) + 1),
  lower: up(a.lower + b.lower),
});

const ofProduct = (a: Bound, b: Bound): Bound => ({ upper: up(a.upper + b.upper), lower: up(a.lower + b.lower) });

const inverted = ({ upper, lower }: Bound): Bound => ({ upper: lower, lower: upper });

const ofRoot = ({ upper, lower }: Bound, k: number): Bound =>
  upper >= lower
    ? { upper: up((upper + (k - 1) * lower) / k), lower }
    : { upper, lower: up(((k - 1) * upper + lower) / k) };

const ofWholePower = ({ upper, lower }: Bound, k: number): Bound => ({ upper: up(upper * k), lower: up(lower * k) });

/** Degrees and exponents beyond this give bounds too small to be of use. */
const largest = 64n;

const smallRatio = (e: Expression): readonly [number, number] | undefined => {
  const value = literalValue(e);
  const [n, d] = value ? [numerator(value), denominator(value)] : [0n, 0n];
  return n !== 0n && n <= largest && n >= -largest && d <= largest ? [Number(n), Number(d)] : undefined;
};

/** The root that a node takes: its degree, with the power taken before; undefined where there is no root. */
const exponentOf = (e: Expression): readonly [number, number] | undefined => {
  if (e.kind === 'power') return smallRatio(e.exponent);
  const isRoot =
    e.kind === 'root' || (e.kind === 'apply' && e.operator.kind === 'symbol' && e.operator.name === 'sqrt');
  if (!isRoot) return undefined;
  const degree = e.kind === 'root' && e.degree ? smallRatio(e.degree) : ([2, 1] as const);
  return degree && degree[0] > 1 && degree[1] === 1 ? [1, degree[0]] : undefined;
};

const ofExponent = (base: Bound, [over, under]: readonly [number, number]): Bound => {
  const raised = ofWholePower(base, Math.abs(over));
  const rooted = under === 1 ? raised : ofRoot(raised, under);
  return over < 0 ? inverted(rooted) : rooted;
};

const isSize = (e: Expression): boolean =>
  e.kind === 'apply' && e.operator.kind === 'symbol' && e.operator.name === 'abs';

type Bounds = (part: Expression) => Bound | undefined;

const gather = (
  parts: readonly Expression[],
  of: Bounds,
  combine: (a: Bound, b: Bound) => Bound,
): Bound | undefined => {
  const bounds = parts.map(of);
  const known = bounds.filter((bound) => bound !== undefined);
  return known.length === bounds.length && known.length > 0 ? known.reduce(combine) : undefined;
};

const boundOf = (e: Expression, of: Bounds): Bound | undefined => {
  const value = literalValue(e);
  if (value) return ofExact(value);
  const exponent = exponentOf(e);
  const [first] = children(e);
  if (e.kind === 'power' || e.kind === 'root') {
    const base = first && of(first);
    return base && exponent && ofExponent(base, exponent);
  }
  switch (e.kind) {
    case 'negative':
    case 'marked':
      return of(e.of);
    case 'sum':
      return gather(e.terms, of, ofSum);
    case 'product':
      return gather(e.factors, of, ofProduct);
    case 'quotient': {
      const [over, under] = [of(e.over), of(e.under)];
      return over && under && ofProduct(over, inverted(under));
    }
    case 'apply': {
      const inner = e.arguments[0] && of(e.arguments[0]);
      if (isSize(e)) return inner;
      return inner && exponent && ofExponent(inner, exponent);
    }
    default:
      return undefined;
  }
};

/** The product of the degrees of all different roots. */
const degreeOf = (e: Expression): number => {
  const degrees = new Map<string, number>();
  for (const node of nodes(e)) {
    const exponent = exponentOf(node);
    if (exponent && exponent[1] > 1) degrees.set(treeKey(node), exponent[1]);
  }
  return [...degrees.values()].reduce((all, degree) => all * degree, 1);
};

/** Bounds that would take more binary places than this are not used. */
const mostPlaces = 60_000;

/**
 * Binary places that decide whether a radical expression without names is zero: below 2^−places in size it is.
 * `undefined` for other expressions, or where too many places would be needed.
 */
export const placesThatDecide = (e: Expression): number | undefined => {
  const bound = fold<Bound | undefined>(e, boundOf);
  const places = bound && Math.ceil(up((degreeOf(e) - 1) * bound.upper + bound.lower)) + 1;
  return places !== undefined && places <= mostPlaces ? places : undefined;
};
