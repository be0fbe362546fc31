/** Numbers for subtrees, the same for equal ones, and how often each stands in the tree. */
import { children } from './parts.ts';
import { label } from './same-tree.ts';
import type { Expression } from './tree.ts';
import { fold } from './walk.ts';

export interface Identity {
  readonly number: (node: Expression) => number;
  /** Whether equal copies of a node stand in several places. */
  readonly isShared: (node: Expression) => boolean;
}

/** Numbers every node of a tree; `numbers` keeps them apart over several trees. */
export const identify = (tree: Expression, numbers: Map<string, number>): Identity => {
  const uses = new Map<number, number>();
  const ofNode = new Map<Expression, number>();
  fold<number>(tree, (node, of) => {
    const parts = children(node).map(of);
    for (const part of parts) uses.set(part, (uses.get(part) ?? 0) + 1);
    const key = `${label(node)}(${parts.join(',')})`;
    const found = numbers.get(key) ?? numbers.size;
    numbers.set(key, found);
    ofNode.set(node, found);
    return found;
  });
  const number = (node: Expression): number => ofNode.get(node) ?? -1;
  return { number, isShared: (node) => (uses.get(number(node)) ?? 0) > 1 };
};
