import { index } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import { freeSymbols, sameTree } from '../../../math/expression/walk.ts';
import type { Mutation, Named } from './mutation.ts';
import { sites } from './sites.ts';

/** Whether a name counts steps: `v_{k+1}`; `β_1` has a label. */
const counts = (name: Expression): boolean =>
  name.kind === 'index' && name.indices.length === 1 && name.indices.some((step) => freeSymbols(step).length > 0);

const shapeOf = (node: Expression, names: readonly Named[]): string | undefined =>
  names.find(({ name }) =>
    counts(node) && node.kind === 'index'
      ? name.kind === 'index' && counts(name) && sameTree(name.base, node.base)
      : sameTree(name, node),
  )?.shape;

/** The other name in the place of this one, at the same step. */
const inPlaceOf = (node: Expression, other: Expression): Expression | undefined => {
  if (!counts(node) || node.kind !== 'index') return counts(other) ? undefined : other;
  return other.kind === 'index' && counts(other) ? index(other.base, node.indices, node.position) : undefined;
};

/** x for h, m for m̂: another quantity of the same shape. */
export const otherName: Mutation = {
  id: 'other-quantity',
  title: 'Another quantity was used',
  changes: ({ left, right }, names) =>
    sites(right).flatMap(({ node, put }) => {
      if (node.kind !== 'symbol' && node.kind !== 'index') return [];
      const shape = shapeOf(node, names);
      if (shape === undefined) return [];
      return names.flatMap(({ name, shape: theirs }) => {
        const other = theirs === shape && !sameTree(name, left) ? inPlaceOf(node, name) : undefined;
        if (!other || sameTree(other, node)) return [];
        return [{ right: put(other), did: `${printPlain(other)} was used in place of ${printPlain(node)}` }];
      });
    }),
};
