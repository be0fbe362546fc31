import type { Expression } from '../../math/expression/tree.ts';
import { children } from '../../math/expression/walk.ts';
import { isNorm, nameOf, roleOf } from './roles.ts';

/** What an expression is made of, its indices left aside. */
export interface Traits {
  /** Which derivatives, sums, products, weights and slopes it holds. */
  readonly features: ReadonlySet<string>;
  /** Whether a norm is written somewhere in it. */
  readonly norm: boolean;
  /** Whether its value may hang on the order of the factors of a ∏. */
  readonly order: boolean;
  /** Whether it may hang on what a derivative by the parameters means. */
  readonly parameters: boolean;
}

const roleName = (side: Expression): string => roleOf(nameOf(side) ?? '') ?? '?';

const isRepeated = (exponent: Expression): boolean =>
  exponent.kind !== 'number' && exponent.kind !== 'negative' && nameOf(exponent) !== 'transpose';

const featuresOf = (node: Expression): readonly string[] => {
  switch (node.kind) {
    case 'derivative':
      return node.by.map((by) => `∂${roleName(node.of)}/∂${roleName(by.variable)}`);
    case 'big':
      return [node.operator];
    case 'ellipsis':
      return ['sum', 'product'];
    case 'power':
      return isRepeated(node.exponent) ? ['product'] : [];
    case 'prime':
      return roleName(node.of) === 'activation' ? ['slope'] : [];
    case 'symbol': {
      const role = roleOf(node.name);
      return role === 'recurrent' || role === 'bound' || role === 'input-weights' ? [role] : [];
    }
    default:
      return [];
  }
};

const isByParameters = (node: Expression): boolean =>
  node.kind === 'derivative' && node.by.some(({ variable }) => roleName(variable) !== 'state');

const survey = (expression: Expression): Traits => {
  const features = new Set<string>();
  let [norm, order, parameters] = [false, false, false];
  // Inside ∂a/∂b only the derivative itself is a feature, not the names a and b.
  const visit = (node: Expression, isInside: boolean): void => {
    if (!isInside) for (const feature of featuresOf(node)) features.add(feature);
    norm ||= isNorm(node);
    order ||= node.kind === 'big' && node.operator === 'product';
    parameters ||= isByParameters(node);
    for (const part of children(node)) visit(part, isInside || node.kind === 'derivative');
  };
  visit(expression, false);
  return { features, norm, order, parameters };
};

const known = new WeakMap<Expression, Traits>();

export const traitsOf = (expression: Expression): Traits => {
  const traits = known.get(expression) ?? survey(expression);
  known.set(expression, traits);
  return traits;
};

/**
 * Whether an expression says what is asked and not just something equal to it: ∂ε_t/∂x_k equals itself, but only
 * what has the derivatives, sums and products of the goal has been derived.
 */
export const reaches = (expression: Expression, goal: Expression): boolean => {
  const written = traitsOf(expression).features;
  for (const feature of traitsOf(goal).features) if (!written.has(feature)) return false;
  return true;
};
