import { num } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { BigNode, Expression } from '../../../math/expression/tree.ts';
import type { Change, Mutation } from './mutation.ts';
import { sites } from './sites.ts';

/** The whole number one further, or one less, where a bound is one. */
const near = (bound: Expression | undefined): readonly Expression[] =>
  bound?.kind === 'number' && /^\d{1,6}$/.test(bound.text)
    ? [1, -1].flatMap((by) => (Number(bound.text) + by >= 0 ? [num(Number(bound.text) + by)] : []))
    : [];

const changesAt = (node: BigNode): readonly Change[] => [
  ...near(node.from).map((from) => ({ right: { ...node, from }, did: `it was begun at ${printPlain(from)}` })),
  ...near(node.to).map((to) => ({ right: { ...node, to }, did: `it was ended at ${printPlain(to)}` })),
];

/** Σ from 1 for Σ from 0: one term too few or too many. */
export const otherRange: Mutation = {
  id: 'range-off-by-one',
  title: 'A sum begins or ends at another place',
  changes: ({ right }) =>
    sites(right).flatMap(({ node, put }) =>
      node.kind === 'big' && (node.operator === 'sum' || node.operator === 'product')
        ? changesAt(node).map((change) => ({ ...change, right: put(change.right) }))
        : [],
    ),
};
