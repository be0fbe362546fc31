import type { Walk } from '../scan/walk.ts';

/** The line at an offset, without its end. */
export const lineAt = (text: string, at: number): string => {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
};

/** The offset of the line after this one; the text's length after the last. */
export const afterLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};

/** A kind of block: takes what begins at the cursor (the first sign of a line) and says whether it was one. */
export type Block = (walk: Walk, line: string) => boolean;
