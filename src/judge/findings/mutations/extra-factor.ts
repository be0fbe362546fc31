import { product, sum } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import type { Mutation } from './mutation.ts';
import { sites } from './sites.ts';

const times = (factor: Expression, term: Expression): Expression =>
  term.kind === 'negative' ? { ...term, of: product([factor, term.of]) } : product([factor, term]);

/** p_k + α v_{k+1} for p_k + v_{k+1}: a constant multiplied in once too often. */
export const extraFactor: Mutation = {
  id: 'factor-added',
  title: 'A factor does not belong there',
  changes: ({ right }, names) => {
    const constants = names.filter(({ name, shape }) => shape === 'constant' && name.kind !== 'list');
    return sites(right).flatMap(({ node, put }) =>
      node.kind !== 'sum'
        ? []
        : node.terms.flatMap((term, i) =>
            constants.map(({ name }) => ({
              right: put(sum(node.terms.map((other, j) => (i === j ? times(name, other) : other)))),
              did: `${printPlain(term.kind === 'negative' ? term.of : term)} was multiplied by ${printPlain(name)}`,
            })),
          ),
    );
  },
};
