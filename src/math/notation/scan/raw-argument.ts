/** A piece of source with its range; `end` is behind the closing brace. */
export interface RawArgument {
  readonly text: string;
  readonly end: number;
}

/** The first place from `from` on that is no blank. */
export const skipBlanks = (source: string, from: number): number => {
  let i = from;
  for (;;) {
    const code = source.charCodeAt(i);
    if (code === 32 || (code >= 9 && code <= 13) || code === 126) i += 1;
    else return i;
  }
};

/**
 * The argument of a LaTeX command as text: what the braces hold, or one character or command.
 * An argument that is never closed ends with the source.
 */
export const rawArgument = (source: string, from: number): RawArgument => {
  const start = skipBlanks(source, from);
  const code = source.charCodeAt(start);
  if (Number.isNaN(code)) return { text: '', end: start };
  if (code === 123) return delimited(source, start, 123, 125);
  const end = code === 92 ? commandEnd(source, start) : start + ((source.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  return { text: source.slice(start, end), end };
};

/** `[…]`, when one stands there. */
export const optionalArgument = (source: string, from: number): RawArgument | undefined => {
  const start = skipBlanks(source, from);
  return source.charCodeAt(start) === 91 ? delimited(source, start, 91, 93) : undefined;
};

/** Where the command that begins at `start` with a backslash ends. */
export const commandEnd = (source: string, start: number): number => {
  let i = start + 1;
  while (isLetter(source.charCodeAt(i))) i += 1;
  return i === start + 1 ? Math.min(start + 2, source.length) : i;
};

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

const delimited = (source: string, start: number, open: number, close: number): RawArgument => {
  let braces = 0;
  for (let i = start + 1; i < source.length; i += 1) {
    const code = source.charCodeAt(i);
    if (code === 92) i += 1;
    else if (braces === 0 && code === close) return { text: source.slice(start + 1, i), end: i + 1 };
    else if (code === 123 && open !== 0) braces += 1;
    else if (code === 125) braces -= 1;
  }
  return { text: source.slice(start + 1), end: source.length };
};
