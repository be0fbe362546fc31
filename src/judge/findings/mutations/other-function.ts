import { apply, num, product, quotient, sym } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { ApplyNode, Expression } from '../../../math/expression/tree.ts';
import type { Change, Mutation } from './mutation.ts';
import { sites } from './sites.ts';

/** Functions that are taken for one another. */
const others: ReadonlyMap<string, readonly string[]> = new Map([
  ['sin', ['cos']],
  ['cos', ['sin']],
  ['σ', ['tanh']],
  ['tanh', ['σ']],
  ['ln', ['lg']],
]);

const angles: ReadonlySet<string> = new Set(['sin', 'cos', 'tan']);

const inDegrees = (argument: Expression): Expression => product([argument, quotient(sym('π'), num(180))]);

const changesAt = (node: ApplyNode): readonly Change[] => {
  const [argument, ...more] = node.arguments;
  if (node.operator.kind !== 'symbol' || !argument || more.length > 0) return [];
  const { name } = node.operator;
  const taken = (others.get(name) ?? []).map((other) => ({
    right: apply(other, [argument]),
    did: `${printPlain(apply(other, [argument]))} was used in place of ${printPlain(node)}`,
  }));
  const degrees = { right: apply(name, [inDegrees(argument)]), did: `${printPlain(argument)} was taken for degrees` };
  return angles.has(name) ? [...taken, degrees] : taken;
};

/** cos for sin, tanh for the logistic function, degrees for radians. */
export const otherFunction: Mutation = {
  id: 'other-function',
  title: 'Another function was used',
  changes: ({ right }) =>
    sites(right).flatMap(({ node, put }) =>
      node.kind === 'apply' ? changesAt(node).map((change) => ({ ...change, right: put(change.right) })) : [],
    ),
};
