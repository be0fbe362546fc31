import type { Expression } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
import { symbol } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import { subscript } from './subscripts.ts';
import { superscript } from './superscripts.ts';

/** `f'`, `f''` */
export const primes = (parser: Parser, of: Expression, start: number): Expression => {
  let order = 0;
  while (parser.current.kind === Kind.prime) order += parser.next().text.length;
  return { kind: 'prime', of, order, at: parser.span(start) };
};

/** The name that is the current token, or another operand, with its scripts and nothing else. */
export const scripted = (parser: Parser): Expression => {
  const start = parser.current.start;
  return scripts(parser, bare(parser), start, true);
};

/** `left` with the subscripts and primes that follow it. */
export const indexed = (parser: Parser, left: Expression, start: number): Expression =>
  scripts(parser, left, start, false);

const bare = (parser: Parser): Expression => {
  const { kind } = parser.current;
  if (kind !== Kind.name && kind !== Kind.nabla && kind !== Kind.function) return parser.atom(Power.factor);
  const token = parser.next();
  return symbol(token.text, { start: token.start, end: token.end });
};

const scripts = (parser: Parser, left: Expression, start: number, raised: boolean): Expression => {
  let node = left;
  for (let steps = 1; ; steps += 1) {
    const { kind } = parser.current;
    if (kind === Kind.subscript) node = subscript(parser, node, start);
    else if (kind === Kind.superscript && raised) node = superscript(parser, node, start);
    else if (kind === Kind.prime) node = primes(parser, node, start);
    else return node;
    if (!parser.mayChain(steps)) return parser.tooDeep();
  }
};
