import { negative, num, sum } from '../../../math/expression/build.ts';
import type { BigNode, Expression } from '../../../math/expression/tree.ts';
import { mapTree, nodes } from '../../../math/expression/walk.ts';
import type { DerivationFinding } from '../finding.ts';

interface Evidence {
  readonly operator: 'sum' | 'product';
  readonly limit: 'lower limit is' | 'upper limit is' | 'limits are both';
  readonly by: 1 | -1;
}

const moved = (limit: Expression, by: 1 | -1): Expression => sum([limit, by === 1 ? num(1) : negative(num(1))]);

type Limits = readonly ('from' | 'to')[];

const withLimits = (expression: Expression, target: BigNode, limits: Limits, by: 1 | -1): Expression =>
  mapTree(expression, (node) => {
    const same = node.kind === 'big' && node.at === target.at && node.operator === target.operator;
    if (!same) return node;
    const changed = limits.flatMap((limit) => {
      const old = target[limit];
      return old ? [[limit, moved(old, by)] as const] : [];
    });
    return { ...node, ...Object.fromEntries(changed) };
  });

const shifts = [
  ['lower limit is', ['from']],
  ['upper limit is', ['to']],
  ['limits are both', ['from', 'to']],
] as const;

/** ∏_{i=k}^{t} for ∏_{i=k+1}^{t}: one factor too many or too few. */
export const shiftedRange: DerivationFinding<Evidence> = {
  id: 'shifted-range',
  title: 'A sum or product runs over one step too many or too few',
  spot: ({ right, holdsWith }) => {
    for (const node of nodes(right)) {
      if (node.kind !== 'big' || (node.operator !== 'sum' && node.operator !== 'product')) continue;
      for (const [limit, which] of shifts)
        for (const by of [1, -1] as const)
          if (which.every((one) => node[one]) && holdsWith(withLimits(right, node, which, by)))
            return { operator: node.operator, limit, by };
    }
    return undefined;
  },
  say: ({ operator, limit, by }) =>
    `The ${operator} is one step off: it holds when the ${limit} one ${by === 1 ? 'higher' : 'lower'}.`,
};
