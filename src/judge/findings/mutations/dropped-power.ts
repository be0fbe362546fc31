import { power } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import type { Change, Mutation } from './mutation.ts';
import { sites } from './sites.ts';

const isSquareRoot = (node: Expression): boolean =>
  (node.kind === 'root' && node.degree === undefined) ||
  (node.kind === 'apply' && node.operator.kind === 'symbol' && node.operator.name === 'sqrt');

const inside = (node: Expression): Expression | undefined =>
  node.kind === 'root' ? node.of : node.kind === 'apply' ? node.arguments[0] : undefined;

const two: Expression = { kind: 'number', text: '2' };

const changesAt = (node: Expression): readonly Change[] => {
  if (node.kind === 'power') return [{ right: node.base, did: `the power of ${printPlain(node)} was left out` }];
  const of = isSquareRoot(node) ? inside(node) : undefined;
  if (of) return [{ right: of, did: `the root of ${printPlain(of)} was not taken` }];
  const isLength = node.kind === 'apply' && node.operator.kind === 'symbol' && node.operator.name === 'norm';
  return isLength
    ? [{ right: power(node, two), did: `the root of ${printPlain(power(node, two))} was not taken` }]
    : [];
};

/** v for √v, g for g²: a power or a root forgotten. */
export const droppedPower: Mutation = {
  id: 'power-dropped',
  title: 'A power or a root was left out',
  changes: ({ right }) =>
    sites(right).flatMap(({ node, put }) => changesAt(node).map((change) => ({ ...change, right: put(change.right) }))),
};
