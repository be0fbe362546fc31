import { index, negative, num, sum } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression, IndexNode } from '../../../math/expression/tree.ts';
import type { Change, Definition, Mutation } from './mutation.ts';
import { sites } from './sites.ts';

const shifted = (node: IndexNode, by: 1 | -1): Expression => {
  const [step] = node.indices;
  return step ? index(node.base, [sum([step, by === 1 ? num(1) : negative(num(1))])], node.position) : node;
};

const changes =
  (by: 1 | -1, say: (was: string, became: string) => string) =>
  ({ right }: Definition): readonly Change[] =>
    sites(right).flatMap(({ node, put }) => {
      if (node.kind !== 'index' || node.indices.length !== 1) return [];
      const other = shifted(node, by);
      return [{ right: put(other), did: say(printPlain(node), printPlain(other)) }];
    });

/** ∇f(p_{k−1}) for ∇f(p_k): a value one step old. */
export const staleIndex: Mutation = {
  id: 'stale-index',
  title: 'A value from one step earlier was used',
  changes: changes(-1, (was, became) => `${became} was used in place of ${was}`),
};

/** v_{k+1} for v_k: a value one step too new. */
export const freshIndex: Mutation = {
  id: 'fresh-index',
  title: 'A value from one step later was used',
  changes: changes(1, (was, became) => `${became} was used in place of ${was}`),
};
