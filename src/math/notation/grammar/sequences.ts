import type { Expression } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
import { applied, empty } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';

const closes = (kind: Kind): boolean =>
  kind === Kind.end ||
  kind === Kind.close ||
  kind === Kind.groupClose ||
  kind === Kind.environmentClose ||
  kind === Kind.cell ||
  kind === Kind.row;

/** Whether after `\quad` the formula before it goes on: `x \quad = 3`. */
const goesOn = (kind: Kind): boolean => kind === Kind.relation || kind === Kind.implication;

const readItem = (parser: Parser): Expression => {
  const start = parser.current.start;
  let item = parser.expression(Power.none);
  while (parser.current.kind === Kind.gap) {
    while (parser.current.kind === Kind.gap) parser.next();
    if (!goesOn(parser.current.kind)) break;
    item = parser.operators(item, start, Power.none);
  }
  return isGiven(parser, item) ? given(parser, item, start) : item;
};

/** `A | B`: a bar that neither closes nor opens. */
const isGiven = (parser: Parser, left: Expression): boolean =>
  parser.current.kind === Kind.bar && parser.bars.length === 0 && left.kind !== 'text' && parser.barsAhead() % 2 === 1;

const given = (parser: Parser, left: Expression, start: number): Expression => {
  const bar = parser.next();
  const right = parser.expression(Power.none);
  return applied(bar.text, [left, right], parser.span(start));
};

/**
 * Reads expressions up to the end of the group, cell or formula, between commas, gaps and words. A token that begins
 * no expression becomes an error item, so it always moves on. `until`: the separator to stop at.
 */
export const readItems = (parser: Parser, until?: ';'): Expression[] => {
  let items: Expression[] = [];
  while (!closes(parser.current.kind)) {
    if (parser.current.kind === Kind.comma && parser.current.text === until) return items;
    if (parser.current.kind === Kind.comma || parser.current.kind === Kind.gap) {
      parser.next();
      continue;
    }
    const { position } = parser;
    const read = readItem(parser);
    const item = parser.position > position ? read : stray(parser);
    // Most hold one; an array that grows keeps room for sixteen more.
    if (items.length === 0) items = [item];
    else items.push(item);
  }
  return items;
};

const stray = (parser: Parser): Expression => {
  const token = parser.next();
  return parser.fault('unexpected-token', `“${token.text}” is not expected here`, token.start);
};

/** What a group or a cell holds: nothing, one expression, or a sequence of several. */
export const readSequence = (parser: Parser): Expression => {
  const start = parser.current.start;
  return asSequence(parser, readItems(parser), start);
};

const asSequence = (parser: Parser, items: readonly Expression[], start: number): Expression => {
  const [only] = items;
  if (only === undefined) return empty(parser.lastEnd);
  return items.length === 1 ? only : { kind: 'sequence', items, at: parser.span(start) };
};

/** Cells and rows up to the end of the environment, group or formula. */
export const readRows = (parser: Parser): Expression[][] => {
  const rows = [[readSequence(parser)]];
  continueRows(parser, rows);
  return rows;
};

const continueRows = (parser: Parser, rows: Expression[][]): void => {
  for (;;) {
    const { kind } = parser.current;
    if (kind !== Kind.cell && kind !== Kind.row) return;
    parser.next();
    if (kind === Kind.row) rows.push([]);
    rows.at(-1)?.push(readSequence(parser));
  }
};

/** What braces hold: a sequence, or rows where it is split into cells. `first`: the items already read. */
export const readBlock = (parser: Parser, first?: Expression[]): Expression => {
  const start = first?.[0]?.at?.start ?? parser.current.start;
  const cell = asSequence(parser, first ?? readItems(parser), start);
  if (parser.current.kind !== Kind.cell && parser.current.kind !== Kind.row) return cell;
  const rows = [[cell]];
  continueRows(parser, rows);
  return rowsNode(parser, rows, start);
};

/** Rows without those that hold nothing: a trailing `\\`, a line with a tag alone. */
export const filled = (rows: Expression[][]): Expression[][] =>
  rows.filter((row) => row.some((cell) => cell.kind !== 'empty'));

/** One cell is itself; more are `rows`. */
export const rowsNode = (parser: Parser, rows: Expression[][], start: number): Expression => {
  const alone = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
  if (alone !== undefined) return alone.kind === 'empty' ? empty(start) : alone;
  const kept = filled(rows);
  const [first] = kept;
  const [only] = first ?? [];
  if (first === undefined || only === undefined) return empty(start);
  if (kept.length === 1 && first.length === 1) return only;
  return { kind: 'rows', rows: kept, at: parser.span(start) };
};

/** Reads inside the bracket or brace that is the current token, which has a partner, and steps behind the partner. */
export const inside = <Read>(parser: Parser, read: (parser: Parser) => Read): Read => {
  const { bars, groupEnd, groupDepth, insideSquare } = parser;
  const { match: end, kind, text } = parser.current;
  parser.next();
  parser.bars = [];
  parser.groupEnd = end;
  parser.groupDepth = groupDepth + 1;
  parser.insideSquare = kind === Kind.open && text === '[';
  const result = read(parser);
  while (parser.position < end) stray(parser);
  parser.next();
  parser.bars = bars;
  parser.groupEnd = groupEnd;
  parser.groupDepth = groupDepth;
  parser.insideSquare = insideSquare;
  return result;
};
