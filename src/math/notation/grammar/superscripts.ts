import type { Expression } from '../../expression/tree.ts';
import { Kind, type Token } from '../scan/token.ts';
import { ungrouped, widen } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import {
  bracketedSign,
  inverseTransposed,
  isBracketedSign,
  isInverseTranspose,
  type Raised,
  raisedMark,
} from './raised-marks.ts';
import { inside, readSequence } from './sequences.ts';
import { subscript } from './subscripts.ts';

/** `x^2`, `x^T`, `x^{(k)}`; a subscript behind it belongs to the base: `W^m_{rec}`. The sign is the current token. */
export const superscript = (parser: Parser, base: Expression, start: number): Expression => {
  parser.next();
  const raised = readSuperscript(parser, base);
  const inner = parser.current.kind === Kind.subscript ? subscript(parser, base, start) : base;
  return raised(ungrouped(inner), start);
};

const readSuperscript = (parser: Parser, base: Expression): Raised => {
  const mark = singleToken(parser);
  const marked = mark && raisedMark(parser, mark, base);
  if (mark !== undefined && marked !== undefined) {
    consumeSingle(parser);
    return marked;
  }
  if (isInverseTranspose(parser)) return inverseTransposed(parser);
  const bracket = bracketInside(parser);
  if (bracket && isBracketedSign(parser)) return bracketedSign(parser);
  const exponent = readExponent(parser);
  if (bracket && mayBeIndexed(base) && isIndexLike(exponent)) {
    return (of, start) => ({ kind: 'index', base: of, indices: [exponent], position: 'super', at: parser.span(start) });
  }
  return (of, start) => ({ kind: 'power', base: of, exponent, at: parser.span(start) });
};

/** The only token of the script, in braces or not. */
const singleToken = (parser: Parser): Token | undefined => {
  if (parser.current.kind !== Kind.groupOpen) return parser.current;
  return parser.current.match === parser.position + 2 ? parser.ahead(1) : undefined;
};

const consumeSingle = (parser: Parser): void => {
  if (parser.current.kind === Kind.groupOpen) parser.skipTo(parser.current.match);
  parser.next();
};

/** Whether the whole script is one bracket: `{(k)}`, `{[l]}`. */
const bracketInside = (parser: Parser): boolean => {
  const { current } = parser;
  const bracket = parser.ahead(1);
  return (
    current.kind === Kind.groupOpen &&
    bracket.kind === Kind.open &&
    isRoundOrSquare(bracket.text) &&
    bracket.match === current.match - 1
  );
};

const isRoundOrSquare = (text: string): boolean => text === '(' || text === '[';

/** A power of a number or of e is never an index; iterates are names. */
const mayBeIndexed = (base: Expression): boolean =>
  base.kind === 'index' || base.kind === 'prime' || (base.kind === 'symbol' && base.name !== 'e');

/** `k`, `2`, `k+1`: what counts iterates. */
const isIndexLike = (node: Expression): boolean => {
  if (node.kind === 'sum') return node.terms.length === 2 && node.terms.every(isIndexLike);
  if (node.kind === 'negative') return isIndexLike(node.of);
  return node.kind === 'symbol' || node.kind === 'index' || (node.kind === 'number' && /^\d+$/.test(node.text));
};

/** An exponent; `x^y^z` is `x^(y^z)`. */
const readExponent = (parser: Parser): Expression => {
  const start = parser.current.start;
  const first = parser.current.kind === Kind.groupOpen ? braced(parser) : unbraced(parser);
  if (parser.current.kind !== Kind.superscript) return ungrouped(first);
  parser.next();
  const exponent = parser.nested(readExponent);
  return { kind: 'power', base: first, exponent, at: parser.span(start) };
};

const unbraced = (parser: Parser): Expression => {
  const { kind, start } = parser.current;
  if (kind !== Kind.minus && kind !== Kind.plus) return parser.atom(Power.factor);
  parser.next();
  const of = parser.atom(Power.factor);
  return kind === Kind.minus ? { kind: 'negative', of, at: parser.span(start) } : of;
};

/** What braces around a script hold. */
const braced = (parser: Parser): Expression => {
  const start = parser.current.start;
  const content = inside(parser, readSequence);
  return widen(content, parser.span(start));
};
