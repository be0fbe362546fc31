import type { Expression, Span } from '../../src/math/expression/tree.ts';

/** The nodes directly below a node, whatever its kind. */
const below = (node: Expression): Expression[] => {
  const found: Expression[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) {
      if ('kind' in value) found.push(value as Expression);
      else if ('variable' in value) Object.values(value).forEach(collect);
    }
  };
  for (const [key, value] of Object.entries(node)) if (key !== 'at') collect(value);
  return found;
};

/** Walks a tree without recursion. */
export const everyNode = (
  tree: Expression,
  see: (node: Expression, parent: Expression | undefined, depth: number) => void,
): void => {
  const stack: [Expression, Expression | undefined, number][] = [[tree, undefined, 1]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [node, parent, depth] = next;
    see(node, parent, depth);
    for (const child of below(node)) stack.push([child, node, depth + 1]);
  }
};

/** The first fault in the places of a tree over a source from `from` to `to`: a node without a place, outside, or outside its parent. */
export const placeFault = (tree: Expression, from: number, to: number): string | undefined => {
  let fault: string | undefined;
  everyNode(tree, (node, parent) => {
    const outer: Span = parent?.at ?? { start: from, end: to };
    const { at } = node;
    if (fault !== undefined) return;
    if (at === undefined) fault = `${node.kind} has no place`;
    else if (at.start > at.end || at.start < outer.start || at.end > outer.end) {
      fault = `${node.kind} ${at.start}-${at.end} is not inside ${parent?.kind ?? 'the source'} ${outer.start}-${outer.end}`;
    }
  });
  return fault;
};

/** How many nodes the longest way down a tree has. */
export const heightOf = (tree: Expression): number => {
  let height = 0;
  everyNode(tree, (_node, _parent, depth) => {
    height = Math.max(height, depth);
  });
  return height;
};
