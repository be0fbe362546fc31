import { product, sym } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import { nodes, substitute } from '../../../math/expression/walk.ts';
import type { DerivationFinding } from '../finding.ts';
import { nameOf, roleOf } from '../roles.ts';

interface Evidence {
  /** What stands in the place of the recurrent weights; nothing where they are left out. */
  readonly instead?: string;
}

const weights = sym('W_rec');

const isSlope = (node: Expression): boolean =>
  node.kind === 'apply' && (nameOf(node.operator) === 'diag' || node.operator.kind === 'prime');

/** W_in diag(σ′(x_{i−1})), or diag(σ′(x_{i−1})) alone. */
export const otherWeights: DerivationFinding<Evidence> = {
  id: 'other-weights',
  title: 'The recurrent weights are missing',
  spot: ({ right, relation, holdsWith }) => {
    if (relation !== '=') return undefined;
    const isOther = (node: Expression): boolean => node.kind === 'symbol' && roleOf(node.name) === 'input-weights';
    const instead = [...nodes(right)].find(isOther);
    if (instead) {
      const mended = substitute(right, (node) => (isOther(node) ? weights : undefined));
      return holdsWith(mended) ? { instead: printPlain(instead) } : undefined;
    }
    const mended = substitute(right, (node) => (isSlope(node) ? product([weights, node]) : undefined));
    return mended !== right && holdsWith(mended) ? {} : undefined;
  },
  say: ({ instead }) =>
    instead === undefined
      ? 'The factor W_rec is missing: it holds with it before the slope.'
      : `It holds with W_rec in the place of ${instead}.`,
};
