import type { Box } from './box.ts';
import { around, middle } from './box.ts';
import type { Rectangle } from './content.ts';
import type { Line } from './lines.ts';
import { cutAt } from './lines.ts';
import { rowOf } from './row.ts';

/** Columns are at least so many sizes apart. */
const columnGap = 0.9;

interface Cells {
  readonly line: Line;
  readonly cells: readonly Line[];
  readonly texts: readonly string[];
}

/** Whether an upright line of the page stands between two boxes of a line. */
const isBetween = (posts: readonly Rectangle[], left: number, right: number, { baseline, size }: Line): boolean =>
  posts.some(
    ({ x0, x1, y0, y1 }) => x0 > left - 1 && x1 < right + 1 && y0 < baseline + 0.3 * size && y1 > baseline + 0.3 * size,
  );

/** Segments cut where an upright line stands: cells may be set tight. */
const cutAtPosts = (line: Line, posts: readonly Rectangle[]): readonly Line[] => {
  const cells: Box[][] = [];
  for (const box of line.boxes) {
    const last = cells.at(-1);
    const before = last?.at(-1);
    if (last && before && !isBetween(posts, before.x1, box.x0, line)) last.push(box);
    else cells.push([box]);
  }
  return cells.map((boxes) => ({ ...line, ...around(boxes), boxes }));
};

/** What is bold as a whole is a header, and its letters are none of another name. */
const inHeader = (boxes: readonly Box[]): readonly Box[] =>
  boxes.every((box) => box.bold || box.kind !== 'word') ? boxes.map((box) => ({ ...box, bold: false })) : boxes;

const cellsOf = (line: Line, posts: readonly Rectangle[]): Cells => {
  const here = posts.filter(({ y0, y1 }) => y0 < line.y1 && y1 > line.y0);
  const cells = cutAt({ ...line, boxes: inHeader(line.boxes) }, columnGap).flatMap((cell) => cutAtPosts(cell, here));
  return { line, cells, texts: cells.map(({ boxes }) => rowOf(boxes).text.trim()) };
};

/** A number, or several in brackets. */
const isNumeric = (text: string): boolean => /\d/.test(text) && /^[-+−–\d.,;{}()[\]\s]+$/.test(text);

/** Short cells without a relation: no formula that happens to have gaps, no sentence. */
const mayBeRow = ({ cells, texts }: Cells): boolean =>
  cells.length >= 2 && texts.every((text) => text.length <= 40 && !/[=<>≈≤≥→]/.test(text));

const isUnder = (cell: Line, column: Line): boolean =>
  Math.abs(middle(cell) - middle(column)) < 2 * cell.size || Math.abs(cell.x0 - column.x0) < cell.size;

/** A row's texts under the columns of another, empty where it has none; nothing where it has other columns. */
const under = (row: Cells, columns: readonly Line[]): readonly string[] | undefined => {
  const texts = columns.map(() => '');
  let next = 0;
  for (const [index, cell] of row.cells.entries()) {
    while (next < columns.length && !isUnder(cell, columns[next] as Line)) next += 1;
    if (next === columns.length) return undefined;
    texts[next] = row.texts[index] ?? '';
    next += 1;
  }
  return texts;
};

/** The columns of two rows that follow each other, if they have the same: those of the row that has more. */
const sharedColumns = (columns: readonly Line[], row: Cells): readonly Line[] | undefined => {
  const [wide, narrow] = columns.length >= row.cells.length ? [columns, row.cells] : [row.cells, columns];
  if (narrow.length < wide.length / 2) return undefined;
  return under({ ...row, cells: narrow, texts: [] }, wide) ? wide : undefined;
};

/** Tables need three rows, and more numbers than not; two will do where numbers alone stand below none. */
const isTable = (rows: readonly (readonly string[])[]): boolean => {
  const [header = [], ...body] = rows;
  const cells = body.flat().filter((text) => text !== '');
  const numbers = cells.filter(isNumeric).length;
  if (rows.length >= 3) return numbers > cells.length / 2;
  return rows.length === 2 && numbers === cells.length && !header.some(isNumeric);
};

/** Rows of numbers under each other: first and last line, and the texts of the cells. */
export interface FoundTable {
  readonly first: number;
  readonly last: number;
  readonly rows: readonly (readonly string[])[];
}

/** Rows further apart than this many sizes are no rows of one table. */
const farthest = 3;

/** The last of the rows from one on that share their columns, and these. */
const grown = (
  cells: readonly Cells[],
  first: number,
): { readonly last: number; readonly columns: readonly Line[] } => {
  let [last, columns]: [number, readonly Line[]] = [first, cells[first]?.cells ?? []];
  for (let next = first + 1; next < cells.length; next += 1) {
    const [here, row] = [cells[next - 1], cells[next]];
    if (!here || !row || !mayBeRow(here) || !mayBeRow(row)) break;
    const shared = sharedColumns(columns, row);
    if (!shared || here.line.baseline - row.line.baseline > farthest * row.line.size) break;
    [last, columns] = [next, shared];
  }
  return { last, columns };
};

/** The tables among a page's lines; `posts` are its upright lines. */
export const tablesIn = (lines: readonly Line[], posts: readonly Rectangle[]): readonly FoundTable[] => {
  const found: FoundTable[] = [];
  const cells = lines.map((line) => cellsOf(line, posts));
  for (let first = 0; first < cells.length; first += 1) {
    const { last, columns } = grown(cells, first);
    const rows = cells.slice(first, last + 1).map((row) => under(row, columns) ?? row.texts);
    if (isTable(rows)) found.push({ first, last, rows });
    first = last;
  }
  return found;
};
