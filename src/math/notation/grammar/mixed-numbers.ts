import type { Expression } from '../../expression/tree.ts';
import type { Parser } from './parser.ts';

const isInteger = (node: Expression | undefined): node is Expression & { kind: 'number' } =>
  node?.kind === 'number' && /^\d+$/.test(node.text);

/**
 * `1\frac12` is one and a half: an integer next to a proper fraction of integers. A product would be the other reading,
 * so it is noted. `undefined` for everything else.
 */
export const mixedNumber = (
  parser: Parser,
  left: Expression | undefined,
  right: Expression,
): Expression | undefined => {
  if (right.kind !== 'quotient' || !isInteger(left)) return undefined;
  const { over, under } = right;
  if (!isInteger(over) || !isInteger(under)) return undefined;
  if (over.text.length > 9 || under.text.length > 9 || Number(over.text) >= Number(under.text)) return undefined;
  const at = parser.span(left.at?.start ?? 0);
  parser.problems.note('mixed-number', 'read as a mixed number, not as a product', at.start, at.end);
  return { kind: 'sum', terms: [left, right], at };
};
