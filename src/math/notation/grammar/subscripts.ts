import type { ApplyNode, Expression, Span } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
import { applied, symbol } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import { inside, readItems } from './sequences.ts';
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
  return inside(parser, bracedSubscript);
};

const bracedSubscript = (group: Parser): Subscript => {
  const { start } = group.token(group.position - 1);
  const end = wordEnd(group);
  const word = subscriptWord(group, group.position, end);
  if (word !== undefined) group.skipTo(end);
  return { word, indices: readItems(group), start };
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
