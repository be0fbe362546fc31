import { printPlain } from '../../../math/expression/print-plain.ts';
import type { DerivativeNode, Expression } from '../../../math/expression/tree.ts';
import { mapTree, nodes } from '../../../math/expression/walk.ts';
import type { DerivationFinding } from '../finding.ts';

const isImmediate = (node: Expression): node is DerivativeNode =>
  node.kind === 'derivative' && node.style === 'immediate';

/** Σ_t ∂ε_t/∂x_t ∂⁺x_t/∂θ: the paths through the earlier states are left out. */
export const immediateForTotal: DerivationFinding<{ readonly immediate: string; readonly of: string }> = {
  id: 'immediate-for-total',
  title: 'Only the immediate derivative is taken, not the paths through earlier states',
  spot: ({ right, relation, holdsWith }) => {
    const immediate = [...nodes(right)].find(isImmediate);
    if (!immediate || relation !== '=') return undefined;
    const total = mapTree(right, (node) => (isImmediate(node) ? { ...node, style: 'total' } : node));
    return holdsWith(total) ? { immediate: printPlain(immediate), of: printPlain(immediate.of) } : undefined;
  },
  say: ({ immediate, of }) =>
    `${immediate} is the immediate derivative alone: it holds with the total one, which runs through the states before ${of} too.`,
};
