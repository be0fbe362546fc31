import { middle } from './box.ts';
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

const cellsOf = (line: Line): Cells => {
  const cells = cutAt(line, columnGap);
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

/** The tables among a page's lines. */
export const tablesIn = (lines: readonly Line[]): readonly FoundTable[] => {
  const found: FoundTable[] = [];
  const cells = lines.map(cellsOf);
  for (let first = 0; first < cells.length; first += 1) {
    const { last, columns } = grown(cells, first);
    const rows = cells.slice(first, last + 1).map((row) => under(row, columns) ?? row.texts);
    if (isTable(rows)) found.push({ first, last, rows });
    first = last;
  }
  return found;
};
