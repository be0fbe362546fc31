import type { Expression } from '../../../math/expression/tree.ts';
import { children, withChildren } from '../../../math/expression/walk.ts';

/** One node of a tree, and the tree with another in its place. */
export interface Site {
  readonly node: Expression;
  readonly put: (other: Expression) => Expression;
}

/** Names are wholes: nobody mistakes the `k + 1` of `v_{k+1}` by itself, nor the z of ∂L/∂z. */
const names: ReadonlySet<Expression['kind']> = new Set(['index', 'derivative', 'gradient', 'prime']);

const partsOf = (node: Expression): readonly Expression[] => (names.has(node.kind) ? [] : children(node));

/** Every node of a tree as a site, wholes before parts. */
export const sites = (tree: Expression): readonly Site[] => {
  const found: Site[] = [];
  const stack: Site[] = [{ node: tree, put: (other) => other }];
  for (let site = stack.pop(); site; site = stack.pop()) {
    const here = site;
    found.push(here);
    const parts = partsOf(here.node);
    for (const [i, part] of [...parts.entries()].reverse())
      stack.push({
        node: part,
        put: (other) =>
          here.put(
            withChildren(
              here.node,
              parts.map((p, j) => (j === i ? other : p)),
            ),
          ),
      });
  }
  return found;
};
