import { sum } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Mutation } from './mutation.ts';
import { sites } from './sites.ts';

/** ∇f(p_k) for ∇f(p_k + γ v_k): one term of a sum left out. */
export const droppedTerm: Mutation = {
  id: 'term-dropped',
  title: 'A term was left out',
  changes: ({ right }) =>
    sites(right).flatMap(({ node, put }) =>
      (node.kind === 'sum' ? node.terms : []).flatMap((term, i, terms) => {
        const rest = sum(terms.filter((_, j) => i !== j));
        // 1 for 1 - β is the whole factor left out.
        if (rest.kind === 'number' && rest.text === '1' && node !== right) return [];
        const left = printPlain(term.kind === 'negative' ? term.of : term);
        return [{ right: put(rest), did: `${left} was left out of ${printPlain(node)}` }];
      }),
    ),
};
