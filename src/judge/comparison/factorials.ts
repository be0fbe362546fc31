import { constantOf, polynomialOf } from '../../math/algebra/polynomial-of.ts';
import { apply, difference, num, product, quotient, sum, sym } from '../../math/expression/build.ts';
import type { ApplyNode, Expression } from '../../math/expression/tree.ts';
import { mapTree, nodes, sameTree, treeKey } from '../../math/expression/walk.ts';
import { isInteger, toDouble } from '../../math/number/exact.ts';

/** `(n + 30)!` over `n!` is not multiplied out. */
const LIMITS = { steps: 24 } as const;

const isNamed = (e: Expression, name: string): e is ApplyNode =>
  e.kind === 'apply' && e.operator.kind === 'symbol' && e.operator.name === name;

/** n over k as n!/(k! (n − k)!). */
const withoutBinomials = (e: Expression): Expression =>
  mapTree(e, (node) => {
    const [n, k] = isNamed(node, 'binomial') ? node.arguments : [];
    if (!n || !k) return node;
    const of = (part: Expression): Expression => apply('factorial', [part]);
    return quotient(of(n), product([of(k), of(difference(n, k))]));
  });

const argumentsIn = (e: Expression): readonly Expression[] => {
  const found = new Map<string, Expression>();
  for (const node of nodes(e)) {
    const [of] = isNamed(node, 'factorial') ? node.arguments : [];
    if (of) found.set(treeKey(of), of);
  }
  return [...found.values()];
};

/** a − b where it is a small whole number. */
const steps = (a: Expression, b: Expression): number | undefined => {
  const gap = polynomialOf(difference(a, b));
  const value = gap && constantOf(gap);
  if (!value || !isInteger(value)) return undefined;
  const size = toDouble(value);
  return Math.abs(size) <= LIMITS.steps ? size : undefined;
};

/** Of the arguments a whole number away from this one, the smallest. */
const smallest = (of: Expression, all: readonly Expression[]): { base: Expression; above: number } => {
  let [base, above] = [of, 0];
  for (const other of all) {
    const gap = steps(of, other) ?? 0;
    if (gap > above) [base, above] = [other, gap];
  }
  return { base, above };
};

/** (u + 2)! = u! (u + 1)(u + 2), and u! is a name of its own. */
const written = (of: Expression, all: readonly Expression[]): Expression => {
  const { base, above } = smallest(of, all);
  const factors = Array.from({ length: above }, (_, k) => sum([base, num(k + 1)]));
  return product([sym(`${treeKey(base)}!`), ...factors]);
};

/**
 * Expressions with factorials as rational functions: factorials whose arguments differ by whole numbers become
 * products over the smallest of them. The expressions are changed together.
 */
export const withoutFactorials = (expressions: readonly Expression[]): readonly Expression[] | undefined => {
  const plain = expressions.map(withoutBinomials);
  const all = plain.flatMap(argumentsIn);
  if (all.length === 0) return undefined;
  return plain.map((e) =>
    mapTree(e, (node) => {
      const [of] = isNamed(node, 'factorial') ? node.arguments : [];
      return of && all.some((other) => sameTree(other, of)) ? written(of, all) : node;
    }),
  );
};
