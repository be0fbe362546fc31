import type { Expression } from '../../expression/tree.ts';
import { Kind, Token } from '../scan/token.ts';
import { empty, widen } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import { inside, readBlock } from './sequences.ts';

/** One argument of a LaTeX command: a group, or the next token alone; of a number the first digit, `\frac12`. */
export const argument = (parser: Parser): Expression => {
  const { current } = parser;
  if (current.kind === Kind.groupOpen) {
    const content = inside(parser, readBlock);
    if (content.kind === 'empty') return parser.fault('missing-operand', 'the braces are empty', current.start);
    return widen(content, parser.span(current.start));
  }
  if (current.kind === Kind.number && current.text.length > 1) return firstDigit(parser, current);
  return parser.atom(Power.factor);
};

const firstDigit = (parser: Parser, token: Token): Expression => {
  const start = token.start;
  const middle = Math.min(start + 1, token.end);
  parser.replaceCurrent(new Token(Kind.number, token.text.slice(1), middle, token.end, false, undefined));
  return { kind: 'number', text: token.text.slice(0, 1), at: { start, end: middle } };
};

/** `[…]` behind a command, if one stands there; `undefined` otherwise. */
export const optionalArgument = (parser: Parser): Expression | undefined => {
  const { current } = parser;
  if (current.kind !== Kind.open || current.text !== '[') return undefined;
  const content = inside(parser, readBlock);
  return content.kind === 'empty' ? empty(current.start) : content;
};
