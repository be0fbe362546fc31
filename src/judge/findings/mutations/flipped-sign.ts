import { negative, sum } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import type { Change, Mutation } from './mutation.ts';
import { sites } from './sites.ts';

const opposite = (term: Expression): Expression => (term.kind === 'negative' ? term.of : negative(term));

const bare = (term: Expression): string => printPlain(term.kind === 'negative' ? term.of : term);

const changesAt = (node: Expression): readonly Change[] => {
  if (node.kind !== 'sum') return [];
  return node.terms.map((term, i) => ({
    right: sum(node.terms.map((other, j) => (i === j ? opposite(other) : other))),
    did: `the sign of ${bare(term)} was flipped`,
  }));
};

/** The minus of exp(−z), which is no term of a sum. */
const lost = (node: Expression): readonly Change[] =>
  node.kind === 'apply'
    ? node.arguments.flatMap((argument, i) =>
        argument.kind === 'negative'
          ? [
              {
                right: { ...node, arguments: node.arguments.map((other, j) => (i === j ? argument.of : other)) },
                did: `the minus sign in ${printPlain(node)} was lost`,
              },
            ]
          : [],
      )
    : [];

/** p_k + α ∇f(p_k) for p_k − α ∇f(p_k): one term of a sum with the wrong sign. */
export const flippedSign: Mutation = {
  id: 'sign-flipped',
  title: 'A term has the wrong sign',
  changes: ({ right }) =>
    sites(right).flatMap(({ node, put }) =>
      [...changesAt(node), ...lost(node)].map((change) => ({ ...change, right: put(change.right) })),
    ),
};
