import { product } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Mutation } from './mutation.ts';
import { sites } from './sites.ts';

/** v_k for γ v_k: one factor of a product left out. */
export const droppedFactor: Mutation = {
  id: 'factor-dropped',
  title: 'A factor was left out',
  changes: ({ right }) =>
    sites(right).flatMap(({ node, put }) =>
      node.kind === 'product'
        ? node.factors.map((factor, i) => ({
            right: put(product(node.factors.filter((_, j) => i !== j))),
            did: `the factor ${printPlain(factor)} was left out of ${printPlain(node)}`,
          }))
        : [],
    ),
};
