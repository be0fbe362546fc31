import type { Expression } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';
import { nameOf, roleOf } from './roles.ts';

const derivativeName = (of: Expression, by: Expression): string =>
  `∂${roleOf(nameOf(of) ?? '') ?? '?'}/∂${roleOf(nameOf(by) ?? '') ?? '?'}`;

const isRepeated = (exponent: Expression): boolean =>
  exponent.kind !== 'number' && exponent.kind !== 'negative' && nameOf(exponent) !== 'transpose';

const featuresOf = (node: Expression): readonly string[] => {
  switch (node.kind) {
    case 'derivative':
      return node.by.map((by) => derivativeName(node.of, by.variable));
    case 'big':
      return [node.operator];
    case 'ellipsis':
      return ['sum', 'product'];
    case 'power':
      return isRepeated(node.exponent) ? ['product'] : [];
    case 'prime':
      return roleOf(nameOf(node.of) ?? '') === 'activation' ? ['slope'] : [];
    case 'symbol': {
      const role = roleOf(node.name);
      return role === 'recurrent' || role === 'bound' || role === 'input-weights' ? [role] : [];
    }
    default:
      return [];
  }
};

/** Inside ∂a/∂b only the derivative itself is a feature, not the names a and b. */
const outsideDerivatives = (expression: Expression): Iterable<Expression> => ({
  *[Symbol.iterator]() {
    const skipped = new Set<Expression>();
    for (const node of nodes(expression)) {
      if (node.kind === 'derivative') for (const inner of nodes(node)) if (inner !== node) skipped.add(inner);
      if (!skipped.has(node)) yield node;
    }
  },
});

const known = new WeakMap<Expression, ReadonlySet<string>>();

/** What a derivation is made of, its indices left aside: which derivatives, sums, products, weights and slopes. */
const features = (expression: Expression): ReadonlySet<string> => {
  const found = known.get(expression) ?? new Set([...outsideDerivatives(expression)].flatMap(featuresOf));
  known.set(expression, found);
  return found;
};

/**
 * Whether an expression says what is asked and not just something equal to it: ∂ε_t/∂x_k equals itself, but only
 * what has the derivatives, sums and products of the goal has been derived.
 */
export const reaches = (expression: Expression, goal: Expression): boolean => {
  const written = features(expression);
  return [...features(goal)].every((feature) => written.has(feature));
};
