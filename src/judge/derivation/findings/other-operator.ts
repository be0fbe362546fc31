import type { Expression } from '../../../math/expression/tree.ts';
import { nodes, substitute } from '../../../math/expression/walk.ts';
import type { DerivationFinding } from '../finding.ts';

type Operator = 'sum' | 'product';

const other = { sum: 'product', product: 'sum' } as const;

const swapped = (whole: Expression, target: Expression): Expression =>
  substitute(whole, (node) =>
    node === target && node.kind === 'big' && (node.operator === 'sum' || node.operator === 'product')
      ? { ...node, operator: other[node.operator] }
      : undefined,
  );

/** ∏_t ∂ε_t/∂θ for Σ_t ∂ε_t/∂θ. */
export const otherOperator: DerivationFinding<{ readonly is: Operator }> = {
  id: 'other-operator',
  title: 'A sum stands where a product belongs, or the other way round',
  spot: ({ right, holdsWith }) => {
    for (const node of nodes(right)) {
      if (node.kind !== 'big' || (node.operator !== 'sum' && node.operator !== 'product')) continue;
      if (holdsWith(swapped(right, node))) return { is: node.operator };
    }
    return undefined;
  },
  say: ({ is }) => `It holds with a ${other[is]} in the place of the ${is}.`,
};
