import type { Stretch } from '../source/blank.ts';

/** A braced or bracketed argument: the stretch inside, and where the text goes on. */
export interface Argument extends Stretch {
  readonly after: number;
}

/** The longest argument that is looked through for its end. */
const longest = 4_000;

const skipSpace = (text: string, from: number): number => {
  let at = from;
  while (/\s/.test(text.charAt(at))) at += 1;
  return at;
};

/** The argument in braces after an offset (white space allowed between), `undefined` where none begins or ends soon. */
export const braced = (text: string, from: number, most: number = longest): Argument | undefined => {
  const start = skipSpace(text, from) + 1;
  if (text.charAt(start - 1) !== '{') return undefined;
  let depth = 1;
  const stop = Math.min(text.length, start + most);
  for (let at = start; at < stop; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 123) depth += 1;
    else if (code === 125 && --depth === 0) return { start, end: at, after: at + 1 };
  }
  return undefined;
};

/** The optional argument in square brackets after an offset. */
export const bracketed = (text: string, from: number): Argument | undefined => {
  const start = skipSpace(text, from) + 1;
  if (text.charAt(start - 1) !== '[') return undefined;
  let depth = 0;
  const stop = Math.min(text.length, start + 1_000);
  for (let at = start; at < stop; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 123) depth += 1;
    else if (code === 125) depth -= 1;
    else if (code === 93 && depth <= 0) return { start, end: at, after: at + 1 };
  }
  return undefined;
};

/** Where the text goes on after any number of optional and so many braced arguments. */
export const afterArguments = (text: string, from: number, count: number): number => {
  let at = from;
  for (let option = bracketed(text, at); option; option = bracketed(text, at)) at = option.after;
  for (let left = count; left > 0; left -= 1) {
    const argument = braced(text, at);
    if (!argument) return at;
    at = argument.after;
  }
  return at;
};
