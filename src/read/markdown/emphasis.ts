import type { Walk } from '../scan/walk.ts';
import { hide } from '../scan/walk.ts';

const runLength = (text: string, at: number): number => {
  const sign = text.charCodeAt(at);
  let end = at;
  while (text.charCodeAt(end) === sign) end += 1;
  return end - at;
};

const isSpace = (sign: string): boolean => sign === '' || /\s/.test(sign);
const isWord = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);

const beforeUnderscore = /^$|[\s([{"'*~>-]/;
const afterUnderscore = /^$|[\s)\]}"'*~.,;:!?-]/;

/** `a*b` and `2 * 3` open nothing; `*word*` does. An underscore beside a letter or brace is a subscript's. */
const sides = (text: string, at: number, length: number): { readonly opens: boolean; readonly closes: boolean } => {
  const [before, after, sign] = [text.charAt(at - 1), text.charAt(at + length), text.charAt(at)];
  const [opens, closes] = [!isSpace(after), !isSpace(before)];
  if (sign === '_')
    return { opens: opens && beforeUnderscore.test(before), closes: closes && afterUnderscore.test(after) };
  const tight = length === 1;
  return { opens: opens && !(tight && isWord(before)), closes: closes && !(tight && isWord(after)) };
};

/** `**bold**` marks what it holds as final, `~~words~~` as crossed out; `*word*` only loses its stars. */
export const emphasis = (walk: Walk): boolean => {
  const { text, at, paragraph } = walk;
  const length = runLength(text, at);
  const sign = text.charAt(at);
  if (length > 3 || (sign === '~' && length === 1)) {
    walk.at += length;
    return true;
  }
  const { opens, closes } = sides(text, at, length);
  const key = sign.repeat(length);
  const open = paragraph.open?.get(key);
  if (closes && open !== undefined && open < at) {
    paragraph.open?.delete(key);
    paragraph.blanks.push({ start: open, end: open + length });
    if (length > 1) paragraph.marks.push({ start: open, end: at + length, mark: sign === '~' ? 'struck' : 'final' });
    hide(walk, at + length);
  } else {
    if (opens) paragraph.open = (paragraph.open ?? new Map()).set(key, at);
    walk.at += length;
  }
  return true;
};
