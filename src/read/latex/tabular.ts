import type { TableCell } from '../../model/document.ts';
import { addPart } from '../draft/draft.ts';
import { tableCell } from '../scan/cell.ts';
import { breakParagraph, rangeIn } from '../scan/walk.ts';
import type { Stretch } from '../source/blank.ts';
import { afterArguments } from './arguments.ts';
import type { LatexWalk } from './state.ts';

/** Table environments with their number of braced arguments. */
export const tables: ReadonlyMap<string, number> = new Map([
  ['tabular', 1],
  ['tabular*', 2],
  ['tabularx', 2],
  ['tabulary', 2],
  ['longtable', 1],
  ['tblr', 1],
  ['NiceTabular', 1],
]);

const rules =
  /\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|(?:cline|cmidrule)(?:\([a-z]*\))?\s*\{[^{}]*\}|(?:rowcolor|caption|label)\s*(?:\[[^\]]*\])?\{[^{}]*\})/g;

/** Stretches of cells by rows, between `&` and `\\`; in inner braces and environments they separate nothing. */
const cells = (text: string, start: number, end: number): readonly (readonly Stretch[])[] => {
  const rows: Stretch[][] = [[]];
  let [from, depth] = [start, 0];
  const close = (to: number, next: number): void => {
    rows.at(-1)?.push({ start: from, end: to });
    from = next;
  };
  for (let at = start; at < end; at += 1) {
    const sign = text[at];
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (sign === '&' && depth <= 0) close(at, at + 1);
    else if (sign === '\\') {
      const next = text[at + 1];
      if (text.startsWith('begin{', at + 1)) depth += 1;
      else if (text.startsWith('end{', at + 1)) depth -= 1;
      if ((next === '\\' || text.startsWith('tabularnewline', at + 1)) && depth <= 0) {
        const after = next === '\\' ? at + 2 : at + 15;
        close(at, after);
        rows.push([]);
        at = after - 1;
      } else at += 1;
    }
  }
  close(end, end);
  return rows;
};

const shown = (walk: LatexWalk, cell: Stretch): TableCell => {
  const raw = walk.text.slice(cell.start, cell.end);
  let start = cell.start;
  for (const match of raw.matchAll(rules)) {
    if (raw.slice(start - cell.start, match.index).trim() !== '') break;
    start = cell.start + match.index + match[0].length;
  }
  return tableCell(walk.file, walk.text, { start, end: cell.end });
};

/** Takes the table whose `\begin{…}` ends at `from`, up to its `\end`. */
export const takeTable = (walk: LatexWalk, name: string, from: number): boolean => {
  const end = walk.find.next(`\\end{${name}}`, from);
  if (end >= walk.text.length) return false;
  const start = afterArguments(walk.text, from, tables.get(name) ?? 1);
  const rows = cells(walk.text, start, end)
    .map((row) => row.map((cell) => shown(walk, cell)))
    .filter((row) => row.some((cell) => cell.text !== ''));
  const range = rangeIn(walk, walk.at, end);
  breakParagraph(walk, end);
  addPart(walk.draft, { kind: 'table', rows, range });
  return true;
};
