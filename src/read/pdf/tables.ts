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

const isNumber = /^[-+−]?[\d.,{}]+$/;

/** Short cells without a relation: no formula that happens to have gaps, no sentence. */
const mayBeRow = ({ cells, texts }: Cells): boolean =>
  cells.length >= 2 && texts.every((text) => text.length <= 40 && !/[=<>≈≤≥→]/.test(text));

const aligned = (a: Cells, b: Cells): boolean =>
  a.cells.length === b.cells.length &&
  a.line.baseline - b.line.baseline < 3 * a.line.size &&
  a.cells.every((cell, index) => {
    const other = b.cells[index];
    return (
      other !== undefined &&
      (Math.abs(middle(cell) - middle(other)) < 2 * a.line.size || Math.abs(cell.x0 - other.x0) < a.line.size)
    );
  });

/** Tables need three rows, and more numbers than not. */
const isTable = (rows: readonly Cells[]): boolean => {
  const body = rows.slice(1).flatMap(({ texts }) => texts);
  return rows.length >= 3 && body.filter((text) => isNumber.test(text)).length > body.length / 2;
};

/** Rows of numbers under each other: first and last line, and the texts of the cells. */
export interface FoundTable {
  readonly first: number;
  readonly last: number;
  readonly rows: readonly (readonly string[])[];
}

/** The tables among a page's lines. */
export const tablesIn = (lines: readonly Line[]): readonly FoundTable[] => {
  const found: FoundTable[] = [];
  const cells = lines.map(cellsOf);
  for (let first = 0; first < cells.length; first += 1) {
    let last = first;
    const fits = (): boolean => {
      const [here, next] = [cells[last], cells[last + 1]];
      return here !== undefined && next !== undefined && mayBeRow(here) && mayBeRow(next) && aligned(here, next);
    };
    while (fits()) last += 1;
    const rows = cells.slice(first, last + 1);
    if (isTable(rows)) found.push({ first, last, rows: rows.map(({ texts }) => texts) });
    first = last;
  }
  return found;
};
