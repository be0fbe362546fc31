import type { Expression, Span } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';

/** The same node at a wider place: its brackets belong to it. Only for nodes the parser has just made. */
export const widen = (node: Expression, at: Span): Expression => {
  (node as { at?: Span }).at = at;
  return node;
};

/** `symbol` node. */
export const symbol = (name: string, at: Span): Expression => ({ kind: 'symbol', name, at });

/** A named operator applied to arguments. */
export const applied = (name: string, args: readonly Expression[], at: Span): Expression => ({
  kind: 'apply',
  operator: { kind: 'symbol', name, at: { start: at.start, end: at.start } },
  arguments: args,
  at,
});

/** Nothing, at one place. */
export const empty = (place: number): Expression => ({ kind: 'empty', at: { start: place, end: place } });

/** `[x + 1]` where a number is wanted: square brackets around one item group. */
export const ungrouped = (node: Expression): Expression => {
  if (node.kind !== 'list' || node.open !== '[' || node.close !== ']' || node.items.length !== 1) return node;
  const [only] = node.items;
  return only !== undefined && node.at !== undefined ? widen(only, node.at) : node;
};

/** Whether `∂_x` and `∇` apply to what begins with such a token. */
export const isDifferentiable = (kind: Kind): boolean =>
  kind === Kind.name || kind === Kind.open || kind === Kind.construct || kind === Kind.function || kind === Kind.nabla;
