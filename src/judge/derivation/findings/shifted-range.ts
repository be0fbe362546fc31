import { negative, num, sum } from '../../../math/expression/build.ts';
import type { BigNode, Expression } from '../../../math/expression/tree.ts';
import { mapTree, nodes } from '../../../math/expression/walk.ts';
import type { DerivationFinding } from '../finding.ts';

interface Evidence {
  readonly operator: 'sum' | 'product';
  readonly limit: 'lower' | 'upper';
  readonly by: 1 | -1;
}

const moved = (limit: Expression, by: 1 | -1): Expression => sum([limit, by === 1 ? num(1) : negative(num(1))]);

const withLimit = (expression: Expression, target: BigNode, limit: 'from' | 'to', by: 1 | -1): Expression =>
  mapTree(expression, (node) => {
    const old = target[limit];
    const same = node.kind === 'big' && node.at === target.at && node.operator === target.operator;
    return same && old ? { ...node, [limit]: moved(old, by) } : node;
  });

/** ∏_{i=k}^{t} for ∏_{i=k+1}^{t}: one factor too many or too few. */
export const shiftedRange: DerivationFinding<Evidence> = {
  id: 'shifted-range',
  title: 'A sum or product runs over one step too many or too few',
  spot: ({ right, holdsWith }) => {
    for (const node of nodes(right)) {
      if (node.kind !== 'big' || (node.operator !== 'sum' && node.operator !== 'product')) continue;
      for (const limit of ['from', 'to'] as const)
        for (const by of [1, -1] as const)
          if (node[limit] && holdsWith(withLimit(right, node, limit, by)))
            return { operator: node.operator, limit: limit === 'from' ? 'lower' : 'upper', by };
    }
    return undefined;
  },
  say: ({ operator, limit, by }) =>
    `The ${operator} is one step off: it holds when the ${limit} limit is one ${by === 1 ? 'higher' : 'lower'}.`,
};
