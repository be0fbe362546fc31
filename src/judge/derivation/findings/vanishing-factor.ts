import { printPlain } from '../../../math/expression/print-plain.ts';
import type { DerivativeNode, Expression } from '../../../math/expression/tree.ts';
import { nodes } from '../../../math/expression/walk.ts';
import type { DerivationFinding } from '../finding.ts';
import { nameOf, roleOf } from '../roles.ts';

interface Evidence {
  readonly of: string;
  readonly by: string;
}

const constants = new Set(['recurrent', 'input-weights', 'bias', 'parameters']);
const moving = new Set(['state', 'loss']);

const roleOfSide = (side: Expression | undefined): string => (side && roleOf(nameOf(side) ?? '')) ?? '';

const vanishes = (node: Expression): node is DerivativeNode =>
  node.kind === 'derivative' && constants.has(roleOfSide(node.of)) && moving.has(roleOfSide(node.by[0]?.variable));

/** ∂W_rec/∂x_k: the weights are constants, so a product with this factor is zero. */
export const vanishingFactor: DerivationFinding<Evidence> = {
  id: 'vanishing-factor',
  title: 'A factor differentiates a constant',
  spot: ({ right }) => {
    const factor = [...nodes(right)].find(vanishes);
    const by = factor?.by[0]?.variable;
    return factor && by && { of: printPlain(factor.of), by: printPlain(by) };
  },
  say: ({ of, by }) => `${of} does not depend on ${by}: ∂${of}/∂${by} is zero, and the right side vanishes.`,
};
