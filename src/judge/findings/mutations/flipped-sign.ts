import { negative, sum } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import type { Mutation } from './mutation.ts';
import { sites } from './sites.ts';

const opposite = (term: Expression): Expression => (term.kind === 'negative' ? term.of : negative(term));

/** p_k + α ∇f(p_k) for p_k − α ∇f(p_k): one term of a sum with the wrong sign. */
export const flippedSign: Mutation = {
  id: 'sign-flipped',
  title: 'A term has the wrong sign',
  changes: ({ right }) =>
    sites(right).flatMap(({ node, put }) =>
      node.kind === 'sum'
        ? node.terms.map((term, i) => ({
            right: put(sum(node.terms.map((other, j) => (i === j ? opposite(other) : other)))),
            did: `the sign of ${printPlain(term.kind === 'negative' ? term.of : term)} was flipped`,
          }))
        : [],
    ),
};
