import type { Box } from './box.ts';
import { around, mainSize, put } from './box.ts';
import { entriesOf } from './entries.ts';
import { rowOf } from './row.ts';

/** Entries of a row stand further apart than signs of one formula, in sizes. */
const entryGap = 0.7;

const environments: Readonly<Record<string, string>> = { '[': 'bmatrix', '(': 'pmatrix' };
const closers: Readonly<Record<string, string>> = { '[': ']', '(': ')' };

const onLine = (a: Box, b: Box): boolean => Math.abs(a.baseline - b.baseline) < 0.1 * a.size;

/** What stands between an innermost bracket and its partner, on their line; nothing where they hold other brackets. */
const contentOf = (
  open: Box,
  line: readonly Box[],
): { readonly content: readonly Box[]; readonly close: Box } | undefined => {
  const behind = line.slice(line.indexOf(open) + 1);
  const end = behind.findIndex(({ kind }) => kind === 'open' || kind === 'close');
  const close = behind[end];
  return close && end > 0 && close.text === closers[open.text] ? { content: behind.slice(0, end), close } : undefined;
};

/** Signs that an entry neither begins nor ends with: what stands beside a wide gap around them is one formula. */
const joins = /[-−–+*/=·⋅×<>≈≤≥,;:∈→]$|^[*/=·⋅×<>≈≤≥,;:∈→]/;

const isFormula = (content: readonly Box[]): boolean => content.every(({ kind, italic }) => kind !== 'word' || italic);

const textsOf = (content: readonly Box[], open: Box): readonly string[] | undefined => {
  const entries = entriesOf(content, open.size, entryGap).map((entry) => rowOf(entry).text.trim());
  return entries.length > 1 && isFormula(content) && !entries.some((text) => joins.test(text)) ? entries : undefined;
};

/**
 * A row of entries between brackets without a comma between them, `[0.1  0.2  −0.7]`, as a matrix of one row: read as a
 * formula it would be a product.
 */
export const withRowVectors = (boxes: readonly Box[]): readonly Box[] => {
  let found = boxes;
  for (const open of boxes
    .filter(({ kind, text, typed }) => !typed && kind === 'open' && environments[text] !== undefined)
    .slice(0, 500)) {
    const line = found.filter((box) => onLine(open, box) || box.size < 0.88 * open.size).sort((a, b) => a.x0 - b.x0);
    const height = 0.8 * open.size;
    const inner = contentOf(
      open,
      line.filter((box) => box.y0 > open.y0 - height && box.y1 < open.y1 + height),
    );
    const entries = inner && textsOf(inner.content, open);
    if (!inner || !entries) continue;
    const name = environments[open.text];
    const parts = [open, ...inner.content, inner.close];
    const gone = new Set(parts);
    const text = `\\begin{${name}} ${entries.join(' & ')} \\end{${name}}`;
    const row = put(text, around(parts), open.baseline, mainSize(parts), parts);
    found = [...found.filter((box) => !gone.has(box)), row];
  }
  return found;
};
