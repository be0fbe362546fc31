/** Numbers for subtrees, the same for equal ones, and which of them stand in several places. */
import { children } from './parts.ts';
import { label } from './same-tree.ts';
import type { Expression } from './tree.ts';
import { fold } from './walk.ts';

export interface Identity {
  /** The number of a node; nodes not met before are numbered with all their parts. */
  readonly number: (node: Expression) => number;
  /** Whether equal copies of a node stand in several places of the trees numbered so far. */
  readonly isShared: (node: Expression) => boolean;
}

/** Numbers nodes as they come; `numbers` keeps them apart over several identities. */
export const identity = (numbers: Map<string, number>): Identity => {
  const uses = new Map<number, number>();
  const ofNode = new Map<Expression, number>();
  const combine = (node: Expression, of: (part: Expression) => number): number => {
    const parts = children(node).map(of);
    for (const part of parts) uses.set(part, (uses.get(part) ?? 0) + 1);
    const key = `${label(node)}(${parts.join(',')})`;
    const found = numbers.get(key) ?? numbers.size;
    numbers.set(key, found);
    ofNode.set(node, found);
    return found;
  };
  const number = (node: Expression): number => ofNode.get(node) ?? fold(node, combine, (part) => ofNode.get(part));
  return { number, isShared: (node) => (uses.get(number(node)) ?? 0) > 1 };
};
