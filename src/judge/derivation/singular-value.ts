import { apply, sym } from '../../math/expression/build.ts';
import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression, ProductNode } from '../../math/expression/tree.ts';
import { mapTree, nodes, substitute } from '../../math/expression/walk.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { Goal } from './goal.ts';
import { isNorm, nameOf, roleOf } from './roles.ts';

/** What the largest singular value, or eigenvalue, of the weights is called. */
const names: ReadonlySet<string> = new Set(['λ_max', 'λ_1', 'λ', 'σ_max', 'σ_1', 's_max', 's_1', 'μ_1']);

/** What takes a matrix to its largest singular value, and to nothing else. */
const singularValues: ReadonlySet<string> = new Set(['σ_max', 's_max']);

const textOf = (index: Expression | undefined): string =>
  index?.kind === 'symbol' ? index.name : index?.kind === 'number' ? index.text : '';

const calledSo = (e: Expression): boolean => {
  if (e.kind === 'symbol') return names.has(e.name);
  return e.kind === 'index' && e.base.kind === 'symbol' && names.has(`${e.base.name}_${textOf(e.indices[0])}`);
};

/** W or Wᵀ, which have the same singular values and the same eigenvalues. */
const isWeights = (e: Expression | undefined): boolean => {
  if (e?.kind === 'apply' && nameOf(e.operator) === 'transpose') return isWeights(e.arguments[0]);
  return e !== undefined && roleOf(nameOf(e) ?? '') === 'recurrent';
};

const normOfWeights = (goal: Goal): Expression | undefined =>
  [...nodes(goal.to)].find((node) => isNorm(node) && isWeights(node.arguments[0]));

/** The chain itself where nothing changes. */
const withMembers = (chain: ChainClaim, change: (e: Expression) => Expression): ChainClaim => {
  const members = chain.members.map((member) => ({ ...member, expression: change(member.expression) }));
  const isChanged = members.some(({ expression }, i) => expression !== chain.members[i]?.expression);
  return isChanged ? { ...chain, members } : chain;
};

const nodesOf = ({ members }: ChainClaim): readonly Expression[] =>
  members.flatMap(({ expression }) => [...nodes(expression)]);

/** The chain with ‖W‖ in the place of λ_max, which it is where λ_max names the largest singular value of W. */
export const withNormOfWeights = (
  chain: ChainClaim,
  goal: Goal,
): { readonly chain: ChainClaim; readonly name: string } | undefined => {
  const norm = normOfWeights(goal);
  const called = nodesOf(chain).find(calledSo);
  if (!norm || !called) return undefined;
  const put = (e: Expression) => substitute(e, (node) => (calledSo(node) ? norm : undefined));
  return { chain: withMembers(chain, put), name: printPlain(called) };
};

/** ‖·‖ and ‖·‖_2: the norm of which the largest singular value is the value. */
const isSpectral = (node: Expression): boolean => {
  const index = isNorm(node) ? node.arguments[1] : undefined;
  return index === undefined || (index.kind === 'number' && index.text === '2');
};

const isSingularValue = (node: Expression): boolean =>
  node.kind === 'apply' && singularValues.has(nameOf(node.operator) ?? '') && isWeights(node.arguments[0]);

/** ‖Aᵀ‖ as ‖A‖ and σ_max(W) as ‖W‖. */
const spectral = (node: Expression): Expression | undefined => {
  if (isSingularValue(node)) return apply(sym('norm'), [sym('W_rec')]);
  const [of, ...index] = isNorm(node) ? node.arguments : [];
  if (of?.kind !== 'apply' || nameOf(of.operator) !== 'transpose' || !isNorm(node)) return undefined;
  const [inner] = of.arguments;
  return inner && { ...node, arguments: [inner, ...index] };
};

/**
 * A bound and the goal with ‖W‖ in the place of σ_max(W) and of ‖Wᵀ‖, which are the same in the norm that ‖·‖ is where
 * nothing else is said; as they are where it is.
 */
export const inSpectralNorm = (chain: ChainClaim, goal: Goal): { readonly chain: ChainClaim; readonly goal: Goal } => {
  if (goal.relation !== '≤' || ![...nodesOf(chain), ...nodes(goal.to)].every(isSpectral)) return { chain, goal };
  const put = (e: Expression) => substitute(e, spectral);
  return { chain: withMembers(chain, put), goal: { ...goal, to: put(goal.to) } };
};

const isRadius = (e: Expression | undefined): boolean => e?.kind === 'symbol' && (e.name === 'ρ' || e.name === 'ϱ');

/** `ρ(W) γ`, which reads as a product of three. */
const inProduct = (node: ProductNode, norm: Expression): Expression => {
  const factors = node.factors.flatMap((factor, i) => {
    if (isRadius(factor) && isWeights(node.factors[i + 1])) return [norm];
    return isRadius(node.factors[i - 1]) && isWeights(factor) ? [] : [factor];
  });
  const [only] = factors;
  if (factors.length === node.factors.length || !only) return node;
  return factors.length === 1 ? only : { ...node, factors };
};

/** The chain with ‖W‖ in the place of the spectral radius ρ(W); `undefined` where none stands in it. */
export const withNormForRadius = (chain: ChainClaim, goal: Goal): ChainClaim | undefined => {
  const norm = normOfWeights(goal);
  if (!norm || !nodesOf(chain).some(isRadius)) return undefined;
  return withMembers(chain, (e) =>
    mapTree(e, (node) => {
      if (node.kind === 'product') return inProduct(node, norm);
      return node.kind === 'apply' && isRadius(node.operator) && isWeights(node.arguments[0]) ? norm : node;
    }),
  );
};
