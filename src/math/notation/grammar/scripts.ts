import type { ApplyNode, Expression, Span } from '../../expression/tree.ts';
import { Kind, type Token } from '../scan/token.ts';
import { applied, symbol, ungrouped, widen } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import { inside, readItems, readSequence } from './sequences.ts';
import { subscriptWord } from './subscript-words.ts';

/** `x_1`, `W_{rec}`, `x_{i,j}`: the subscript sign is the current token. */
export const subscript = (parser: Parser, base: Expression, start: number): Expression => {
  const read = readSubscript(parser);
  return attach(parser, base, read, start);
};

interface Subscript {
  /** Letters that belong to the name: the `rec` of `W_{rec}`. */
  readonly word: string | undefined;
  readonly indices: readonly Expression[];
  readonly start: number;
}

const readSubscript = (parser: Parser): Subscript => {
  parser.next();
  const { kind, start } = parser.current;
  if (kind !== Kind.groupOpen) {
    const word = subscriptWord(parser, parser.position, parser.position + 1);
    if (word !== undefined) parser.next();
    return { word, indices: word === undefined ? [parser.atom(Power.factor)] : [], start };
  }
  return inside(parser, (group) => {
    const end = wordEnd(group);
    const word = subscriptWord(group, group.position, end);
    if (word !== undefined) group.skipTo(end);
    return { word, indices: readItems(group), start };
  });
};

/** The word of a subscript ends with its group or at the first comma: `x_{max,1}`. */
const wordEnd = (parser: Parser): number => {
  let end = parser.position;
  while (end < parser.groupEnd && parser.token(end).kind !== Kind.comma) end += 1;
  return end;
};

/** The expressions of a script; its sign is the current token. */
export const scriptItems = (parser: Parser): readonly Expression[] => {
  parser.next();
  return parser.current.kind === Kind.groupOpen ? inside(parser, readItems) : [parser.atom(Power.factor)];
};

const attach = (parser: Parser, base: Expression, read: Subscript, start: number): Expression => {
  const at = parser.span(start);
  if (base.kind === 'apply' && isMeasure(base)) return normOf(base.arguments, read, at);
  if (read.word === undefined) return { kind: 'index', base, indices: read.indices, position: 'sub', at };
  if (base.kind !== 'symbol') {
    const name = symbol(read.word, { start: read.start, end: at.end });
    return { kind: 'index', base, indices: [name, ...read.indices], position: 'sub', at };
  }
  const named = symbol(`${base.name}_${read.word}`, at);
  return read.indices.length === 0
    ? named
    : { kind: 'index', base: named, indices: read.indices, position: 'sub', at: parser.span(start) };
};

const isMeasure = (node: ApplyNode): boolean =>
  node.operator.kind === 'symbol' &&
  (node.operator.name === 'norm' || node.operator.name === 'abs') &&
  node.arguments.length === 1;

/** `‖x‖_2` has its index as second argument. */
const normOf = (args: readonly Expression[], read: Subscript, at: Span): Expression => {
  const word = read.word === undefined ? [] : [symbol(read.word, { start: read.start, end: at.end })];
  return applied('norm', [...args, ...word, ...read.indices], at);
};

/** `x^2`, `x^T`, `x^{(k)}`; a subscript behind it belongs to the base: `W^m_{rec}`. The sign is the current token. */
export const superscript = (parser: Parser, base: Expression, start: number): Expression => {
  parser.next();
  const raised = readSuperscript(parser, base);
  const inner = parser.current.kind === Kind.subscript ? subscript(parser, base, start) : base;
  return raised(ungrouped(inner), start);
};

type Raised = (base: Expression, start: number) => Expression;

const readSuperscript = (parser: Parser, base: Expression): Raised => {
  const mark = singleToken(parser);
  const marked = mark && raisedMark(parser, mark, base);
  if (mark !== undefined && marked !== undefined) {
    consumeSingle(parser);
    return marked;
  }
  if (isInverseTranspose(parser)) return inverseTransposed(parser);
  const bracket = bracketInside(parser);
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

/** `^T`, `^*`, `^\circ`, `^\prime` and the other signs that are no exponent. */
const raisedMark = (parser: Parser, mark: Token, base: Expression): Raised | undefined => {
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
const isInverseTranspose = (parser: Parser): boolean =>
  parser.current.kind === Kind.groupOpen &&
  parser.current.match === parser.position + 3 &&
  parser.ahead(1).kind === Kind.minus &&
  (parser.ahead(2).text === 'T' || parser.ahead(2).text === '⊤');

const inverseTransposed = (parser: Parser): Raised => {
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
  if (kind !== Kind.name && kind !== Kind.nabla) return parser.atom(Power.factor);
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
