import { addPart } from '../draft/draft.ts';
import { tableCell } from '../scan/cell.ts';
import { breakParagraph, rangeIn } from '../scan/walk.ts';
import type { Stretch } from '../source/blank.ts';
import type { Block } from './blocks.ts';
import { afterLine, lineAt } from './blocks.ts';

const rule = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,200}\|?[ \t\r]*$/;

/** The cells of a row: stretches between bars, where bars inside `$…$`, `` `…` `` and behind a backslash do not count. */
const cellsOf = (text: string, start: number, end: number): readonly Stretch[] => {
  const cells: Stretch[] = [];
  let from = start;
  let dollar = false;
  for (let at = start; at < end; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '$') dollar = !dollar;
    else if (sign === '|' && !dollar) {
      cells.push({ start: from, end: at });
      from = at + 1;
    }
  }
  cells.push({ start: from, end });
  const isEmpty = (cell: Stretch | undefined): boolean => !cell || text.slice(cell.start, cell.end).trim() === '';
  return cells.slice(isEmpty(cells[0]) ? 1 : 0, cells.length > 1 && isEmpty(cells.at(-1)) ? -1 : undefined);
};

/** A pipe table: header, rule, rows down to the first line without a bar. */
export const pipeTable: Block = (walk, line) => {
  if (!line.includes('|')) return false;
  const { text } = walk;
  const ruleAt = afterLine(text, walk.at);
  if (!rule.test(lineAt(text, ruleAt)) || !lineAt(text, ruleAt).includes('-')) return false;
  const rows = [cellsOf(text, walk.at, walk.at + line.length)];
  let at = afterLine(text, ruleAt);
  for (let row = lineAt(text, at); at < text.length && row.includes('|'); row = lineAt(text, at)) {
    rows.push(cellsOf(text, at, at + row.length));
    at = afterLine(text, at);
  }
  const range = rangeIn(walk, walk.at, at);
  breakParagraph(walk, at);
  const cells = rows.map((row) => row.map((cell) => tableCell(walk.file, text, cell)));
  addPart(walk.draft, { kind: 'table', rows: cells, range });
  return true;
};
