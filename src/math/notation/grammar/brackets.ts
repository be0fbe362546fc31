import type { Expression, ListNode } from '../../expression/tree.ts';
import { Kind, type Token } from '../scan/token.ts';
import { measure } from './bars.ts';
import { applied, widen } from './node.ts';
import type { Parser } from './parser.ts';
import type { Reader } from './reader.ts';
import { inside, readBlock, readItems } from './sequences.ts';
import { valueAt } from './value-at.ts';

/** A bracket: grouping around one expression, else a list; `⌊x⌋`, `\left|x\right|`, `\left\{ array \right.` as what they mean. */
export const bracket: Reader = (parser, open) => {
  const close = parser.token(open.match);
  if (open.text === '.' || isMeasure(open.text)) return single(parser, open, close);
  const lines = isRowWise(parser, open, close);
  if (lines) return { kind: 'matrix', rows: inside(parser, readLines), at: parser.span(open.start) };
  const items = inside(parser, bracketItems);
  const at = parser.span(open.start);
  const [only] = items;
  if (only !== undefined && open.text === '[' && items.length === 1 && hasBothScripts(parser)) {
    return valueAt(parser, only, open.start);
  }
  if (items.length === 1 && only !== undefined) {
    const one = alone(open.text, close.text, only);
    if (one !== undefined) return widen(one, at);
  }
  return { kind: 'list', open: opening(open.text), close: closing(close.text), items, at };
};

/** `[1, 2; 3, 4]`: semicolons end rows, unless commas are decimal. */
const isRowWise = (parser: Parser, open: Token, close: Token): boolean => {
  if (open.text !== '[' || close.text !== ']' || parser.vocabulary.decimal === ',') return false;
  for (let i = parser.position + 1; i < open.match; i += 1) {
    const token = parser.token(i);
    if (token.kind === Kind.comma && token.text === ';') return true;
    if (token.match > i) i = token.match;
  }
  return false;
};

const readLines = (parser: Parser): Expression[][] => {
  const rows: Expression[][] = [];
  for (;;) {
    const row = readItems(parser, ';');
    if (row.length > 0) rows.push(row);
    if (parser.current.kind !== Kind.comma) return rows;
    parser.next();
  }
};

/** `[F(x)]_0^1`: a lower and an upper limit behind the bracket. */
const hasBothScripts = (parser: Parser): boolean => {
  if (parser.current.kind !== Kind.subscript) return false;
  const first = parser.ahead(1);
  const behind = first.kind === Kind.groupOpen ? parser.token(first.match + 1) : parser.ahead(2);
  return behind.kind === Kind.superscript;
};

/** Items of a bracket; rows of an array in it are one item. */
const bracketItems = (parser: Parser): readonly Expression[] => {
  const items = readItems(parser);
  const { kind } = parser.current;
  if (kind !== Kind.cell && kind !== Kind.row) return items;
  return [readBlock(parser, items)];
};

const isMeasure = (text: string): boolean => text === '|' || text === '‖' || text === '⌊' || text === '⌈';

/** Brackets that hold one expression whatever it is. */
const single = (parser: Parser, open: Token, close: Token): Expression => {
  const content = inside(parser, (group) => readBlock(group, readItems(group)));
  const at = parser.span(open.start);
  if (open.text === '⌊') return applied('floor', [content], at);
  if (open.text === '⌈') return applied('ceil', [content], at);
  if (open.text !== '.') return measure(parser, open.text, asMatrix(content), open.start);
  const isAt = close.text === '|' && parser.current.kind === Kind.subscript;
  return isAt ? valueAt(parser, content, open.start) : widen(content, at);
};

/** What a bracket around one expression is, where it is no list. */
const alone = (open: string, close: string, item: Expression): Expression | undefined => {
  if (open === '{' && close === '.' && (item.kind === 'rows' || item.kind === 'matrix')) {
    return { kind: 'cases', rows: item.rows };
  }
  if (item.kind === 'rows' || item.kind === 'matrix') return asMatrix(item);
  return open === '(' && close === ')' ? item : undefined;
};

const asMatrix = (node: Expression): Expression =>
  node.kind === 'rows' ? { kind: 'matrix', rows: node.rows, ...(node.at && { at: node.at }) } : node;

const opening = (text: string): ListNode['open'] =>
  text === '[' || text === '{' || text === '⟨' || text === ']' ? text : '(';

const closing = (text: string): ListNode['close'] =>
  text === ']' || text === '}' || text === '⟩' || text === '[' ? text : ')';
