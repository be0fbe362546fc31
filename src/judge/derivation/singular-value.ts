import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { nodes, substitute } from '../../math/expression/walk.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { Goal } from './goal.ts';
import { isNorm, nameOf, roleOf } from './roles.ts';

/** What the largest singular value, or eigenvalue, of the weights is called. */
const names: ReadonlySet<string> = new Set(['λ_max', 'λ_1', 'λ', 'σ_max', 'σ_1', 's_max', 's_1', 'μ_1']);

const textOf = (index: Expression | undefined): string =>
  index?.kind === 'symbol' ? index.name : index?.kind === 'number' ? index.text : '';

const calledSo = (e: Expression): boolean => {
  if (e.kind === 'symbol') return names.has(e.name);
  return e.kind === 'index' && e.base.kind === 'symbol' && names.has(`${e.base.name}_${textOf(e.indices[0])}`);
};

const normOfWeights = (goal: Goal): Expression | undefined =>
  [...nodes(goal.to)].find((node) => isNorm(node) && roleOf(nameOf(node.arguments[0] ?? node) ?? '') === 'recurrent');

/** The chain with ‖W‖ in the place of λ_max, which it is where λ_max names the largest singular value of W. */
export const withNormOfWeights = (
  chain: ChainClaim,
  goal: Goal,
): { readonly chain: ChainClaim; readonly name: string } | undefined => {
  const norm = normOfWeights(goal);
  const called = chain.members.flatMap(({ expression }) => [...nodes(expression)]).find(calledSo);
  if (!norm || !called) return undefined;
  const members = chain.members.map((member) => ({
    ...member,
    expression: substitute(member.expression, (node) => (calledSo(node) ? norm : undefined)),
  }));
  return { chain: { ...chain, members }, name: printPlain(called) };
};
