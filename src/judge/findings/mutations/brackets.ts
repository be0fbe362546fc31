import { product, sum } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import type { Change, Mutation } from './mutation.ts';
import { sites } from './sites.ts';

/** `γ (v - α g)` → `γ v - α g`: the factor reaches the first term alone. */
const opened = (node: Expression): readonly Change[] => {
  if (node.kind !== 'product') return [];
  const at = node.factors.findIndex((factor) => factor.kind === 'sum');
  const inner = node.factors[at];
  if (inner?.kind !== 'sum') return [];
  const [first, ...rest] = inner.terms;
  if (!first) return [];
  const other = sum([product(node.factors.map((factor, i) => (i === at ? first : factor))), ...rest]);
  return [{ right: other, did: `the brackets of ${printPlain(node)} were left out` }];
};

/** `γ v - α g` → `γ (v - α g)`: the factor of the first term reaches them all. */
const closed = (node: Expression): readonly Change[] => {
  if (node.kind !== 'sum') return [];
  const [first, ...rest] = node.terms;
  if (first?.kind !== 'product' || first.factors.length !== 2) return [];
  const [factor, of] = first.factors;
  if (!factor || !of) return [];
  const other = product([factor, sum([of, ...rest])]);
  return [{ right: other, did: `${printPlain(factor)} was multiplied with all of ${printPlain(sum([of, ...rest]))}` }];
};

/** A bracket left out, or one too many. */
export const brackets: Mutation = {
  id: 'brackets',
  title: 'A factor reaches too far, or not far enough',
  changes: ({ right }) =>
    sites(right).flatMap(({ node, put }) =>
      [...opened(node), ...closed(node)].map((change) => ({ ...change, right: put(change.right) })),
    ),
};
