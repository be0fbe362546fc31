import type { Expression } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
import { applied, empty, ungrouped } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import type { Infix, Reader } from './reader.ts';

const plusOrMinus = (kind: Kind): boolean => kind === Kind.plus || kind === Kind.minus;

/** `a + b - c` as one sum: `a`, `b`, `negative c`. `a ± b` closes the sum before it. */
export const sum: Infix = {
  power: Power.sum,
  read: (parser, left, start) => {
    const terms = [ungrouped(left), nextTerm(parser)];
    while (plusOrMinus(parser.current.kind)) terms.push(nextTerm(parser));
    return { kind: 'sum', terms, at: parser.span(start) };
  },
};

/** The term behind the sign that is the current token. */
const nextTerm = (parser: Parser): Expression => {
  const sign = parser.next();
  const term = endsHere(parser.current.kind) ? empty(parser.lastEnd) : ungrouped(parser.expression(Power.sum));
  return sign.kind === Kind.minus ? { kind: 'negative', of: term, at: parser.span(sign.start) } : term;
};

/** A sum may go on in the next cell or row: `a + \\ b`. */
const endsHere = (kind: Kind): boolean => kind === Kind.cell || kind === Kind.row;

/** `1 ± √19` */
export const plusMinus: Infix = {
  power: Power.sum,
  read: (parser, left, start) => {
    parser.next();
    const right = parser.expression(Power.sum);
    return applied('plusminus', [left, right], parser.span(start));
  },
};

const signed = (power: number): number => (power >= Power.product ? Power.product : Power.sum);

/** `-a b` is the negative of the product; after a sign of multiplication, `2 · -a b`, of the factor. */
export const negative: Reader = (parser, token, power) => {
  parser.next();
  const of: Expression = ungrouped(parser.expression(signed(power)));
  return { kind: 'negative', of, at: parser.span(token.start) };
};

/** `+3` is 3; a row that goes on a sum, `&+ c`, is the sum of nothing and `c`. */
export const positive: Reader = (parser, token, power) => {
  parser.next();
  const first = parser.expression(signed(power));
  if (power > Power.none || parser.groupDepth > 0 || first.kind === 'number') return first;
  return { kind: 'sum', terms: [empty(token.start), first], at: parser.span(token.start) };
};

/** `±2` */
export const plusMinusSign: Reader = (parser, token, power) => {
  parser.next();
  const of = parser.expression(signed(power));
  return applied('plusminus', [of], parser.span(token.start));
};
