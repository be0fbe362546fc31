/**
 * Walking the tree without recursion: a chain of ten thousand minus signs does not overflow the stack.
 */
import { children, nodes, withChildren } from './parts.ts';
import type { Expression } from './tree.ts';

export { freeSymbols, type Name } from './free-symbols.ts';
export { children, nodes, withChildren } from './parts.ts';
export { sameTree, treeKey } from './same-tree.ts';

interface Visit {
  readonly node: Expression;
  readonly parts: readonly Expression[];
  readonly done: Expression[];
}

const visit = (node: Expression): Visit => ({ node, parts: children(node), done: [] });

const rebuilt = ({ node, parts, done }: Visit): Expression =>
  done.every((part, i) => part === parts[i]) ? node : withChildren(node, done);

/**
 * Bottom-up map. `enter` may answer for a whole node before its parts are looked at; `leave` sees the node with its
 * parts already mapped. A node none of whose parts changed is kept as it is.
 */
const transform = (
  tree: Expression,
  enter: (node: Expression) => Expression | undefined,
  leave: (node: Expression) => Expression,
): Expression => {
  const stack: Visit[] = [{ node: tree, parts: [tree], done: [] }];
  for (;;) {
    const top = stack[stack.length - 1];
    if (!top) throw new Error('the bottom of the walk is never taken off');
    const next = top.parts[top.done.length];
    if (next) {
      const answer = enter(next);
      if (answer) top.done.push(answer);
      else stack.push(visit(next));
      continue;
    }
    const [below, result] = [stack[stack.length - 2], top.done[0]];
    if (!below && result) return result;
    stack.pop();
    below?.done.push(leave(rebuilt(top)));
  }
};

/** Replaces every node by `change(node)`, parts before wholes. */
export const mapTree = (tree: Expression, change: (node: Expression) => Expression): Expression =>
  transform(tree, () => undefined, change);

/** Replaces the outermost nodes for which `replacement` has an answer; what it answered is not searched again. */
export const substitute = (tree: Expression, replacement: (node: Expression) => Expression | undefined): Expression =>
  transform(tree, replacement, (node) => node);

/** The number of nodes, counted up to `limit`. */
export const size = (tree: Expression, limit = Number.POSITIVE_INFINITY): number => {
  let count = 0;
  for (const _ of nodes(tree)) {
    count += 1;
    if (count >= limit) break;
  }
  return count;
};

/** How many nodes stand one inside the other on the longest way down; a leaf has depth 1. */
export const depth = (tree: Expression): number => {
  let deepest = 0;
  const stack: [Expression, number][] = [[tree, 1]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    deepest = Math.max(deepest, top[1]);
    for (const part of children(top[0])) stack.push([part, top[1] + 1]);
  }
  return deepest;
};
