/** What a result would be in one layout of Jacobians, where it mixes two: Wᵀ diag(σ′) for W diag(σ′) or diag(σ′) Wᵀ. */
import { apply, sym } from '../../math/expression/build.ts';
import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { mapTree, substitute } from '../../math/expression/walk.ts';
import { nameOf, roleOf } from './roles.ts';

const isWeights = (e: Expression): boolean => e.kind === 'symbol' && roleOf(e.name) === 'recurrent';

const transposedWeights = (e: Expression): Expression | undefined => {
  const [of] = e.kind === 'apply' && nameOf(e.operator) === 'transpose' ? e.arguments : [];
  return of && isWeights(of) ? of : undefined;
};

const turnedWeights = (e: Expression): Expression =>
  substitute(e, (node) => transposedWeights(node) ?? (isWeights(node) ? apply(sym('transpose'), [node]) : undefined));

const turnedOrder = (e: Expression): Expression =>
  mapTree(e, (node) => (node.kind === 'product' ? { ...node, factors: [...node.factors].reverse() } : node));

/** The first that holds of the result with W for Wᵀ, and of the same with its factors in the other order. */
export const inOneLayout = (result: Expression, holds: (other: Expression) => boolean): readonly string[] => {
  const turned = turnedWeights(result);
  return [turned, turnedOrder(result)].filter((other) => other !== result && holds(other)).map(printPlain);
};
