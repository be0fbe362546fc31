import type { TableCell } from '../../model/document.ts';
import { tableCell } from '../scan/cell.ts';
import type { Walk } from '../scan/walk.ts';

const cellTag = /<(tr|td|th)(?:\s[^<>]{0,500})?>|<\/(?:tr|td|th|thead|tbody)\s*>/gi;

/** The rows of an HTML table between two offsets. */
export const htmlTable = (walk: Walk, start: number, end: number): readonly (readonly TableCell[])[] => {
  const rows: TableCell[][] = [];
  let open: number | undefined;
  const closeCell = (at: number): void => {
    if (open !== undefined) rows.at(-1)?.push(tableCell(walk.file, walk.text, { start: open, end: at }));
    open = undefined;
  };
  const body = walk.text.slice(start, end);
  for (const match of body.matchAll(cellTag)) {
    const at = start + match.index;
    closeCell(at);
    const name = match[1]?.toLowerCase();
    if (name === 'tr') rows.push([]);
    else if (name) open = at + match[0].length;
  }
  closeCell(end);
  return rows.filter((row) => row.length > 0);
};
