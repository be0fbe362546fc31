import type { Box } from './box.ts';
import { around, mainSize, put } from './box.ts';
import { rowOf } from './row.ts';

/** Entries of a row stand further apart than signs of one formula: plain numbers so many sizes, others so many. */
const numberGap = 0.3;
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

const cutAt = (boxes: readonly Box[], gap: number): readonly (readonly Box[])[] => {
  const cells: Box[][] = [];
  for (const box of boxes) {
    const [last, before] = [cells.at(-1), cells.at(-1)?.at(-1)];
    if (last && before && box.x0 - before.x1 < gap * box.size) last.push(box);
    else cells.push([box]);
  }
  return cells;
};

const isNumber = (text: string): boolean => /^[-−–+]?\d*[.,]?\d+$/.test(text);

/** Signs that an entry neither begins nor ends with: what stands beside a wide gap around them is one formula. */
const joins = /[-−–+*/=·⋅×<>≈≤≥,;:∈→]$|^[*/=·⋅×<>≈≤≥,;:∈→]/;

const entriesOf = (content: readonly Box[]): readonly string[] | undefined => {
  const texts = (gap: number): readonly string[] => cutAt(content, gap).map((cell) => rowOf(cell).text.trim());
  const numbers = texts(numberGap);
  if (numbers.length > 1 && numbers.every(isNumber)) return numbers;
  const entries = texts(entryGap);
  const isFormula = content.every(({ kind, italic }) => kind !== 'word' || italic);
  return entries.length > 1 && isFormula && !entries.some((text) => joins.test(text)) ? entries : undefined;
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
    const entries = inner && entriesOf(inner.content);
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
