import { apply, product } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import type { Change, Mutation, Named } from './mutation.ts';
import { sites } from './sites.ts';

const untransposed = (node: Expression): Expression | undefined =>
  node.kind === 'apply' && node.operator.kind === 'symbol' && node.operator.name === 'transpose'
    ? node.arguments[0]
    : undefined;

const isMatrix = (node: Expression, names: readonly Named[]): boolean =>
  node.kind === 'symbol' &&
  names.some(({ name, shape }) => name.kind === 'symbol' && name.name === node.name && shape.startsWith('matrix'));

/** `U^T` for `U`, `U` for `U^T`. */
const turned = (node: Expression, names: readonly Named[]): readonly Change[] => {
  const of = untransposed(node);
  if (of) return [{ right: of, did: `${printPlain(of)} was used in place of its transpose` }];
  if (!isMatrix(node, names)) return [];
  return [{ right: apply('transpose', [node]), did: `the transpose of ${printPlain(node)} was used in its place` }];
};

/** `h δ^T` for `δ h^T`. */
const outer = (node: Expression): readonly Change[] => {
  const [first, second, ...more] = node.kind === 'product' ? node.factors : [];
  const inner = second && untransposed(second);
  if (!first || !inner || more.length > 0 || untransposed(first)) return [];
  const other = product([inner, apply('transpose', [first])]);
  return [{ right: other, did: `${printPlain(other)} was computed in place of ${printPlain(node)}` }];
};

/** `B A` for `A B`. */
const reversed = (node: Expression, names: readonly Named[]): readonly Change[] => {
  if (node.kind !== 'product' || node.factors.length !== 2) return [];
  if (!node.factors.every((factor) => isMatrix(untransposed(factor) ?? factor, names))) return [];
  const other = product([...node.factors].reverse());
  return [{ right: other, did: `${printPlain(other)} was computed in place of ${printPlain(node)}` }];
};

/** A matrix transposed, or not; two multiplied in the other order. */
export const transposed: Mutation = {
  id: 'transposed',
  title: 'A matrix is transposed where it should not be, or the other way round',
  changes: ({ right }, names) =>
    sites(right).flatMap(({ node, put }) =>
      [...turned(node, names), ...outer(node), ...reversed(node, names)].map((change) => ({
        ...change,
        right: put(change.right),
      })),
    ),
};
