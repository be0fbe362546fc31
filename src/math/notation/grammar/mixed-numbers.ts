import type { Expression } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
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

/** `1 1/2` in plain text: an integer, a blank, and a proper fraction whose slash touches both its numbers. */
export const writtenMixed = (parser: Parser, left: Expression | undefined): boolean => {
  const [over, slash, under] = [parser.current, parser.ahead(1), parser.ahead(2)];
  return (
    over.kind === Kind.number &&
    over.spaced &&
    isInteger(left) &&
    slash.kind === Kind.slash &&
    !slash.spaced &&
    under.kind === Kind.number &&
    !under.spaced
  );
};

/** The fraction of `1 1/2`; its first number is the current token. */
export const fractionOfMixed = (parser: Parser): Expression => {
  const over = parser.next();
  parser.next();
  const under = parser.next();
  return {
    kind: 'quotient',
    over: { kind: 'number', text: over.text, at: { start: over.start, end: over.end } },
    under: { kind: 'number', text: under.text, at: { start: under.start, end: under.end } },
    at: parser.span(over.start),
  };
};
