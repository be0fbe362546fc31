import { printPlain } from './print-plain.ts';
import type { Expression, ListNode } from './tree.ts';
import { substitute } from './walk.ts';

/** The column `[3.55; 0.2]` as the vector `(3.55, 0.2)`; `undefined` for anything else. */
const asVector = (node: Expression): ListNode | undefined => {
  if (node.kind !== 'matrix' || node.rows.length < 2 || !node.rows.every((row) => row.length === 1)) return undefined;
  return { kind: 'list', open: '(', close: ')', items: node.rows.flat() };
};

/**
 * Plain text as it stands in a sentence: as `printPlain`, but a column is written on the line, `(3.55, 0.2)`, the way
 * references are. For people only: what is read back is a vector.
 */
export const printSpoken = (expression: Expression): string => printPlain(substitute(expression, asVector));
