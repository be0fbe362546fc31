import type { Expression } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
import { applied } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import type { Reader } from './reader.ts';

/** `|x|`, `‖x‖`, `|A|` of a matrix; a bar without a partner is an error of its own. */
export const barred: Reader = (parser, token) => {
  if (parser.barsAhead() < 2) {
    parser.next();
    return parser.fault('unclosed-bar', `“${token.text}” has no partner`, token.start);
  }
  parser.next();
  parser.bars.push(token.text);
  const content = parser.expression(Power.none);
  parser.bars.pop();
  if (parser.current.kind !== Kind.bar || parser.current.text !== token.text) {
    return parser.fault('unclosed-bar', `“${token.text}” is not closed where it should be`, token.start);
  }
  parser.next();
  return measure(parser, token.text, content, token.start);
};

/** The absolute value, norm or determinant that bars around `content` mean. */
export const measure = (parser: Parser, bar: string, content: Expression, start: number): Expression => {
  const matrix = content.kind === 'matrix';
  const name = bar === '‖' ? 'norm' : matrix ? 'det' : 'abs';
  return applied(name, [content], parser.span(start));
};

/** `f |_{x=0}`: the bar is the current token, no bar is open, a subscript follows. */
export const isValueAt = (parser: Parser): boolean =>
  parser.current.text === '|' && parser.bars.length === 0 && parser.ahead(1).kind === Kind.subscript;
