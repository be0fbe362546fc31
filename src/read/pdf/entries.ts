import type { Box } from './box.ts';
import { rowOf } from './row.ts';

/** Plain numbers further apart than so many sizes are entries of their own: none is a product of two. */
const numberGap = 0.3;

const cutAt = (row: readonly Box[], gap: number): readonly (readonly Box[])[] => {
  const cells: Box[][] = [];
  let edge = Number.NEGATIVE_INFINITY;
  for (const box of [...row].sort((a, b) => a.x0 - b.x0)) {
    const last = cells.at(-1);
    if (last && box.x0 - edge < gap) last.push(box);
    else cells.push([box]);
    edge = Math.max(edge, box.x1);
  }
  return cells;
};

const isNumber = (boxes: readonly Box[]): boolean => /^[-−–+]?\d*[.,]?\d+$/.test(rowOf(boxes).text.trim());

/** The entries of a matrix's row: what gaps of so many sizes or more separate, and numbers at smaller ones. */
export const entriesOf = (row: readonly Box[], size: number, gap: number): readonly (readonly Box[])[] => {
  const numbers = cutAt(row, numberGap * size);
  return numbers.length > 1 && numbers.every(isNumber) ? numbers : cutAt(row, gap * size);
};
