import { Kind } from '../scan/token.ts';
import { derivativeByIndex } from './derivatives.ts';
import { innerDifferential } from './integrals.ts';
import { widen } from './node.ts';
import type { Parser } from './parser.ts';
import type { Reader } from './reader.ts';
import { inside, readBlock } from './sequences.ts';

export const number: Reader = (parser, token) => {
  parser.next();
  return { kind: 'number', text: token.text, at: { start: token.start, end: token.end } };
};

/** A name; `∂_x f` and `D_x f` are derivatives, `dx` inside an integral its variable. */
export const name: Reader = (parser, token) => {
  if (token.text === '∂' || token.text === 'D') {
    if (isIndexedDerivative(parser)) return derivativeByIndex(parser);
  } else if (token.text === 'd' && parser.integrals.length > 0) {
    const one = innerDifferential(parser);
    if (one !== undefined) return one;
  }
  parser.next();
  return { kind: 'symbol', name: token.text, at: { start: token.start, end: token.end } };
};

/** `∂_x`; `D_x` with one small letter, so that `D_{KL}` and `D_1` stay names. */
const isIndexedDerivative = (parser: Parser): boolean => {
  if (parser.ahead(1).kind !== Kind.subscript) return false;
  if (parser.current.text === '∂') return true;
  const braced = parser.ahead(2).kind === Kind.groupOpen;
  const letter = parser.ahead(braced ? 3 : 2);
  const after = parser.ahead(braced ? 5 : 3);
  return letter.kind === Kind.name && /^\p{Ll}$/u.test(letter.text) && after.kind === Kind.name;
};

export const text: Reader = (parser, token) => {
  parser.next();
  return { kind: 'text', text: token.text, at: { start: token.start, end: token.end } };
};

export const ellipsis: Reader = (parser, token) => {
  parser.next();
  return { kind: 'ellipsis', at: { start: token.start, end: token.end } };
};

/** One error node for a run of tokens that could not be read; their problems are there already. */
export const unreadable: Reader = (parser, token) => {
  while (parser.current.kind === Kind.error) parser.next();
  return { kind: 'error', message: token.text, at: parser.span(token.start) };
};

/** `{…}` in LaTeX: grouping, with no meaning of its own. */
export const group: Reader = (parser, token) => {
  const content = inside(parser, readBlock);
  return widen(content, parser.span(token.start));
};

/** A construct of the notation reads itself. */
export const construct: Reader = (parser, token, power) => {
  const { read } = token;
  if (read !== undefined) return read(parser, token, power);
  parser.next();
  return parser.fault('unexpected-token', `“${token.text}” is not expected here`, token.start);
};
