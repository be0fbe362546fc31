import { apply, prime } from '../../../math/expression/build.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import { mapTree, nodes } from '../../../math/expression/walk.ts';
import type { DerivationFinding } from '../finding.ts';
import { nameOf, roleOf } from '../roles.ts';

const isValue = (node: Expression): boolean =>
  node.kind === 'apply' && node.operator.kind === 'symbol' && roleOf(node.operator.name) === 'activation';

/** W_rec diag(σ(x_{i−1})): the activation itself where its slope belongs. */
export const slopeForValue: DerivationFinding<{ readonly name: string }> = {
  id: 'slope-for-value',
  title: 'The activation stands where its derivative belongs',
  spot: ({ right, holdsWith }) => {
    const value = [...nodes(right)].find(isValue);
    const mended = mapTree(right, (node) =>
      node.kind === 'apply' && isValue(node) ? apply(prime(node.operator), node.arguments) : node,
    );
    if (value?.kind !== 'apply' || !holdsWith(mended)) return undefined;
    return { name: nameOf(value.operator) ?? 'σ' };
  },
  say: ({ name }) => `It holds with the derivative ${name}' in the place of ${name}.`,
};
