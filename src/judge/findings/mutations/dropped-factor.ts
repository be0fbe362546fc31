import { product } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import type { Change, Mutation } from './mutation.ts';
import { sites } from './sites.ts';

const changesAt = (node: Expression): readonly Change[] => {
  if (node.kind === 'quotient')
    return [{ right: node.over, did: `the divisor ${printPlain(node.under)} was left out of ${printPlain(node)}` }];
  if (node.kind !== 'product') return [];
  return node.factors.map((factor, i) => ({
    right: product(node.factors.filter((_, j) => i !== j)),
    did: `the factor ${printPlain(factor)} was left out of ${printPlain(node)}`,
  }));
};

/** v_k for γ v_k: one factor of a product left out, or what is divided by. */
export const droppedFactor: Mutation = {
  id: 'factor-dropped',
  title: 'A factor was left out',
  changes: ({ right }) =>
    sites(right).flatMap(({ node, put }) => changesAt(node).map((change) => ({ ...change, right: put(change.right) }))),
};
