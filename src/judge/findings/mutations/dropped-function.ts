import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Mutation } from './mutation.ts';
import { sites } from './sites.ts';

/** Operators that are slips of their own to leave out. */
const others: ReadonlySet<string> = new Set(['transpose', 'norm', 'sqrt', 'det', 'eigenvalues']);

/** z for σ(z): a function that was not applied. */
export const droppedFunction: Mutation = {
  id: 'function-dropped',
  title: 'A function was not applied',
  changes: ({ right }) =>
    sites(right).flatMap(({ node, put }) => {
      if (node.kind !== 'apply' || node.operator.kind !== 'symbol' || others.has(node.operator.name)) return [];
      const [argument, ...more] = node.arguments;
      if (!argument || more.length > 0) return [];
      return [{ right: put(argument), did: `${printPlain(argument)} was used in place of ${printPlain(node)}` }];
    }),
};
