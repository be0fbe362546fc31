import type { Box } from './box.ts';

/** `(a)`, `(iv)`: the mark of a part. */
const part = /^\((?:[a-z]|[ivx]{1,5})\)$/;
/** `3.`, `(2)`, `b)`: with a gap behind it the mark of a list's item. */
const label = /^(?:\(\d{1,2}\)|(?:[a-z]|[ivx]{1,5})\)|\d{1,2}[.)])$/;
const labelGap = 0.4;

/** Whether the boxes at a line's beginning are the mark of an item whose words begin with `first`. */
export const isLabel = (boxes: readonly Box[], first: Box | undefined, size: number): boolean => {
  const last = boxes.at(-1);
  if (!last || !first || boxes.some((box) => box.italic || box.size <= 0.85 * size)) return false;
  const text = boxes.map((box) => box.text).join('');
  return part.test(text) || (label.test(text) && first.x0 - last.x1 > labelGap * size);
};
