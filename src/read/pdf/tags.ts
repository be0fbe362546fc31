import { around } from './box.ts';
import type { Line } from './lines.ts';
import type { ReadLine } from './page.ts';
import { isFormulaAlone } from './words.ts';

/** An equation's number stands further than so many sizes behind what it numbers, and so near the margin. */
const before = 1.2;
const fromMargin = 0.3;

/** A display's number: `(3)`, `(2.1)`, `(4b)`, `(*)`. */
const number = /^\((\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|\*{1,3})\)$/;
const longest = 14;

/** The right edge of what is written. */
export const marginOf = (lines: readonly Line[]): number =>
  lines.reduce((most, { x1 }) => Math.max(most, x1), Number.NEGATIVE_INFINITY);

/** A line without the number at the right margin, and that number. */
export const withoutTag = (line: Line, margin: number): { readonly line: Line; readonly tag?: string } => {
  const { boxes, size } = line;
  const begin = boxes.findLastIndex(({ kind }) => kind === 'open');
  const [head, tail] = [boxes.slice(0, begin), boxes.slice(begin)];
  const [last, first] = [head.at(-1), tail[0]];
  if (begin < 0 || tail.length > longest || !first || line.x1 < margin - fromMargin * size) return { line };
  const tag = number.exec(tail.map(({ text }) => text).join(''))?.[1];
  if (tag === undefined || (last && first.x0 - last.x1 < before * size)) return { line };
  return { line: { ...line, ...around(head.length > 0 ? head : tail), boxes: head }, tag };
};

/** The middle of a formula of several rows is no further from its number than so many sizes. */
const farthest = 4;

/** Numbers that stand on a height of their own, beside the middle of several rows, given to the nearest formula. */
export const withTagsPlaced = (lines: readonly ReadLine[]): readonly ReadLine[] => {
  const tags = new Map<ReadLine, string>();
  const placed = lines.filter(({ tag, stretches }) => tag !== undefined && stretches.length === 0);
  for (const { tag, baseline, size } of placed) {
    const distance = (line: ReadLine): number => Math.abs(line.baseline - baseline);
    const [nearest] = lines
      .filter(
        (line) => isFormulaAlone(line) && line.tag === undefined && !tags.has(line) && distance(line) < farthest * size,
      )
      .sort((a, b) => distance(a) - distance(b));
    if (nearest && tag !== undefined) tags.set(nearest, tag);
  }
  const left = lines.filter((line) => !placed.includes(line) || ![...tags.values()].includes(line.tag ?? ''));
  return left.map((line) => ({ ...line, ...(tags.has(line) ? { tag: tags.get(line) ?? '' } : {}) }));
};
