/**
 * Walking the tree without recursion: a chain of ten thousand minus signs does not overflow the stack.
 */
import { children, pushParts, withChildren } from './parts.ts';
import type { Expression } from './tree.ts';

export { freeSymbols, type Name } from './free-symbols.ts';
export { children, nodes, withChildren } from './parts.ts';
export { sameTree, treeKey } from './same-tree.ts';

/**
 * Computes something for every node from what was computed for its parts: `combine(node, of)` may ask `of` for each
 * part. Parts come before wholes; a part shared by several wholes is computed once. Where `cut` has an answer for a
 * node, that is its result and its parts are not looked at.
 */
export const fold = <R>(
  tree: Expression,
  combine: (node: Expression, of: (part: Expression) => R) => R,
  cut: (node: Expression) => R | undefined = () => undefined,
): R => {
  const results = new Map<Expression, R>();
  const of = (part: Expression): R => {
    if (!results.has(part)) throw new RangeError('asked for a node that is no part of this one');
    return results.get(part) as R;
  };
  const stack: { readonly node: Expression; readonly parts: readonly Expression[]; next: number }[] = [];
  const enter = (node: Expression): void => {
    if (results.has(node)) return;
    const answer = cut(node);
    const parts = answer === undefined ? children(node) : [];
    if (parts.length > 0) stack.push({ node, parts, next: 0 });
    else results.set(node, answer === undefined ? combine(node, of) : answer);
  };
  enter(tree);
  for (let top = stack[stack.length - 1]; top; top = stack[stack.length - 1]) {
    const part = top.parts[top.next++];
    if (part) enter(part);
    else {
      results.set(top.node, combine(top.node, of));
      stack.pop();
    }
  }
  return of(tree);
};

const rebuilt = (node: Expression, of: (part: Expression) => Expression): Expression => {
  const parts = children(node);
  const now = parts.map(of);
  return now.every((part, i) => part === parts[i]) ? node : withChildren(node, now);
};

/** Replaces every node by `change(node)`, parts before wholes. What does not change is kept, not copied. */
export const mapTree = (tree: Expression, change: (node: Expression) => Expression): Expression =>
  fold<Expression>(tree, (node, of) => change(rebuilt(node, of)));

/** Replaces the outermost nodes for which `replacement` has an answer; what it answered is not searched again. */
export const substitute = (tree: Expression, replacement: (node: Expression) => Expression | undefined): Expression =>
  fold(tree, rebuilt, replacement);

/** The number of nodes, counted up to `limit`. */
export const size = (tree: Expression, limit = Number.POSITIVE_INFINITY): number => {
  let count = 0;
  const open = [tree];
  for (let node = open.pop(); node && count < limit; node = open.pop()) {
    count += 1;
    pushParts(node, open);
  }
  return count;
};

/** How many nodes stand one inside the other on the longest way down; a leaf has depth 1. */
export const depth = (tree: Expression): number =>
  fold<number>(tree, (node, of) => 1 + children(node).reduce((deepest, part) => Math.max(deepest, of(part)), 0));
