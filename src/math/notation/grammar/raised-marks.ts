import type { Expression } from '../../expression/tree.ts';
import { Kind, type Token } from '../scan/token.ts';
import { applied, symbol } from './node.ts';
import type { Parser } from './parser.ts';

/** What a superscript makes of its base, which began at `start`. */
export type Raised = (base: Expression, start: number) => Expression;

/** `^T`, `^*`, `^\circ`, `^\prime` and the other signs that are no exponent. */
export const raisedMark = (parser: Parser, mark: Token, base: Expression): Raised | undefined => {
  if (mark.kind === Kind.name && base.kind !== 'number') {
    if (mark.text === 'T' || mark.text === '⊤') return (of, start) => applied('transpose', [of], parser.span(start));
    if (mark.text === '†') return superIndex(parser, mark);
  }
  if (mark.kind === Kind.prime) return (of, start) => ({ kind: 'prime', of, order: 1, at: parser.span(start) });
  if (mark.kind === Kind.factorOperator && mark.text === '∘') return degrees(parser, mark);
  return isLoneSign(parser, mark) ? superIndex(parser, mark) : undefined;
};

/** A sign that marks the name, `x^*`, `∂^+`; the signs of `10^-3`, `10^+3` and `e^-x` belong to the exponent. */
const isLoneSign = (parser: Parser, mark: Token): boolean => {
  if (mark.kind !== Kind.times && mark.kind !== Kind.plus && mark.kind !== Kind.minus) return false;
  if (parser.current.kind === Kind.groupOpen || mark.kind === Kind.times) return true;
  const { kind } = parser.ahead(1);
  return kind !== Kind.number && (mark.kind === Kind.plus || (kind !== Kind.name && kind !== Kind.groupOpen));
};

/** `x^{(*)}`, `x^{(+)}`; the brace is the current token and a bracket stands behind it. */
export const isBracketedSign = (parser: Parser): boolean => {
  const { kind } = parser.ahead(2);
  return (
    parser.current.match === parser.position + 4 && (kind === Kind.times || kind === Kind.plus || kind === Kind.minus)
  );
};

export const bracketedSign = (parser: Parser): Raised => {
  const mark = parser.ahead(2);
  parser.skipTo(parser.current.match);
  parser.next();
  return superIndex(parser, mark);
};

const superIndex =
  (parser: Parser, mark: Token): Raised =>
  (base, start) => ({
    kind: 'index',
    base,
    indices: [symbol(mark.text, { start: mark.start, end: mark.end })],
    position: 'super',
    at: parser.span(start),
  });

/** `90^\circ` is 90 times the degree, `25^\circ C` 25 times the degree Celsius. */
const degrees =
  (parser: Parser, mark: Token): Raised =>
  (base, start) => {
    const { kind, text } = parser.current;
    const scale = kind === Kind.name && (text === 'C' || text === 'F') ? parser.next().text : '';
    const unit = symbol(`°${scale}`, { start: mark.start, end: parser.lastEnd });
    return { kind: 'product', factors: [base, unit], at: parser.span(start) };
  };

/** `A^{-T}` */
export const isInverseTranspose = (parser: Parser): boolean =>
  parser.current.kind === Kind.groupOpen &&
  parser.current.match === parser.position + 3 &&
  parser.ahead(1).kind === Kind.minus &&
  (parser.ahead(2).text === 'T' || parser.ahead(2).text === '⊤');

/** Reads `^{-T}`: the transpose of the inverse. */
export const inverseTransposed = (parser: Parser): Raised => {
  const { start, end } = parser.ahead(1);
  parser.skipTo(parser.current.match);
  parser.next();
  const minusOne: Expression = {
    kind: 'negative',
    of: { kind: 'number', text: '1', at: { start: end, end } },
    at: { start, end },
  };
  return (base, from) => {
    const at = parser.span(from);
    return applied('transpose', [{ kind: 'power', base, exponent: minusOne, at }], at);
  };
};
