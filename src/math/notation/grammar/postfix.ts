import type { Expression } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
import { application, applies } from './applications.ts';
import { isValueAt } from './bars.ts';
import { applied, ungrouped } from './node.ts';
import type { Parser } from './parser.ts';
import { primes } from './scripts.ts';
import { subscript } from './subscripts.ts';
import { superscript } from './superscripts.ts';
import { valueAt } from './value-at.ts';

/** All that follows an operand tightly, one step a turn. */
export const postfix = (parser: Parser, left: Expression, start: number): Expression => {
  let node = left;
  for (let steps = 1; ; steps += 1) {
    const next = step(parser, node, start);
    if (next === undefined) return node;
    node = next;
    if (!parser.mayChain(steps)) return parser.tooDeep();
  }
};

const step = (parser: Parser, left: Expression, start: number): Expression | undefined => {
  switch (parser.current.kind) {
    case Kind.subscript:
      return subscript(parser, left, start);
    case Kind.superscript:
      return superscript(parser, left, start);
    case Kind.prime:
      return primes(parser, left, start);
    case Kind.bang:
      return factorial(parser, left, start);
    case Kind.percent:
      return signed(parser, 'percent', left, start);
    case Kind.open:
      return applies(parser, left) ? application(parser, left, start) : undefined;
    case Kind.bar:
      return isValueAt(parser) ? atBar(parser, left, start) : undefined;
    default:
      return undefined;
  }
};

/** `5!!` is 5·3·1, not the factorial of 120. */
const factorial = (parser: Parser, left: Expression, start: number): Expression => {
  const isDouble = parser.ahead(1).kind === Kind.bang && parser.ahead(1).start === parser.current.end;
  if (isDouble) parser.next();
  return signed(parser, isDouble ? 'doublefactorial' : 'factorial', left, start);
};

const signed = (parser: Parser, name: string, left: Expression, start: number): Expression => {
  parser.next();
  return applied(name, [ungrouped(left)], parser.span(start));
};

const atBar = (parser: Parser, left: Expression, start: number): Expression => {
  parser.next();
  return valueAt(parser, left, start);
};
