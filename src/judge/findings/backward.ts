/** The backward pass of a network, layer by layer, as students compute it: what slips are made in. */
import { apply, by, derivative, prime, product } from '../../math/expression/build.ts';
import type { DerivativeNode, Expression } from '../../math/expression/tree.ts';
import { freeSymbols, sameTree } from '../../math/expression/walk.ts';
import type { World } from '../../model/world.ts';
import type { Definition, Named } from './mutations/mutation.ts';
import { definitionsOf, namesOf } from './names.ts';

const slope = (of: Expression, name: Expression): Expression => derivative(of, [by(name)]);

const transpose = (e: Expression): Expression => apply('transpose', [e]);

/** `h: σ(z)`: ∂L/∂z = ∂L/∂h σ'(z), component by component. */
const throughFunction = (loss: Expression, name: Expression, { left, right }: Definition): Expression | undefined => {
  if (right.kind !== 'apply' || right.operator.kind !== 'symbol') return undefined;
  const [inner, ...more] = right.arguments;
  if (!inner || more.length > 0 || !sameTree(inner, name)) return undefined;
  return product([slope(loss, left), apply(prime(right.operator), [inner])]);
};

const isMatrix = (e: Expression, names: readonly Named[]): boolean =>
  names.some(({ name, shape }) => sameTree(name, e) && shape.startsWith('matrix'));

const termsOf = (e: Expression): readonly Expression[] => (e.kind === 'sum' ? e.terms : [e]);

/** `s: U h + c`: ∂L/∂h = U^T ∂L/∂s, ∂L/∂U = ∂L/∂s h^T. */
const throughProduct = (
  loss: Expression,
  name: Expression,
  { left, right }: Definition,
  names: readonly Named[],
): Expression | undefined => {
  const term = termsOf(right).find((each) => each.kind === 'product' && each.factors.some((e) => sameTree(e, name)));
  const [weights, input, ...more] = term?.kind === 'product' ? term.factors : [];
  if (!weights || !input || more.length > 0 || !isMatrix(weights, names)) return undefined;
  const outer = slope(loss, left);
  return sameTree(name, weights) ? product([outer, transpose(input)]) : product([transpose(weights), outer]);
};

const speaksOf = (right: Expression, name: Expression): boolean => freeSymbols(right).some((e) => sameTree(e, name));

/** ∂L/∂z by the one quantity that z goes into; `undefined` where it is not in one, or not in a way that has a rule. */
export const backward = (
  { of: loss, by: [variable, ...more] }: DerivativeNode,
  world: World,
): Expression | undefined => {
  const name = variable?.variable;
  if (!name || more.length > 0) return undefined;
  const behind = world.dependencies(loss);
  const users = definitionsOf(world).filter(
    ({ left, right }) => behind.some((e) => sameTree(e, left)) && speaksOf(right, name),
  );
  const [user, ...others] = users;
  if (!user || others.length > 0) return undefined;
  return throughFunction(loss, name, user) ?? throughProduct(loss, name, user, namesOf(world));
};
