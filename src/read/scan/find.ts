/**
 * Looks things up ahead of a cursor that only moves forward. What was found is remembered, so that all the questions
 * of one kind together cost one pass over the text.
 */
export interface Finder {
  /** Where a string next occurs, not behind a backslash of its own; the text's length where it does not. */
  readonly next: (needle: string, from: number) => number;
  /** The line end before the next blank line; the text's length where there is none. */
  readonly blankLine: (from: number) => number;
}

/** Whether an odd number of backslashes stands before the offset. */
export const escaped = (text: string, at: number): boolean => {
  let count = 0;
  while (count < at && text.charCodeAt(at - 1 - count) === 92) count += 1;
  return count % 2 === 1;
};

const unescapedIndex = (text: string, needle: string, from: number): number => {
  let at = text.indexOf(needle, from);
  while (at >= 0 && escaped(text, at)) at = text.indexOf(needle, at + 1);
  return at < 0 ? text.length : at;
};

/** The first line end from `from` on with nothing but room between it and the next. */
const beforeBlankLine = (text: string, from: number): number => {
  let at = text.indexOf('\n', from);
  while (at >= 0) {
    let next = at + 1;
    while (isRoom(text.charCodeAt(next))) next += 1;
    if (text.charCodeAt(next) === 10) return at;
    at = text.indexOf('\n', next);
  }
  return text.length;
};

const isRoom = (code: number): boolean => code === 32 || code === 9 || code === 13;

/** A question of one kind, answered once for a whole stretch of cursor positions. */
const remembered = (look: (from: number) => number): ((from: number) => number) => {
  let [asked, answer] = [-1, -1];
  return (from) => {
    if (asked >= 0 && from >= asked && from <= answer) return answer;
    [asked, answer] = [from, look(from)];
    return answer;
  };
};

/** A finder over one text. */
export const finderOf = (text: string): Finder => {
  const needles = new Map<string, (from: number) => number>();
  const blankLine = remembered((from) => beforeBlankLine(text, from));
  const next = (needle: string, from: number): number => {
    const known = needles.get(needle);
    if (known) return known(from);
    const made = remembered((start) => unescapedIndex(text, needle, start));
    needles.set(needle, made);
    return made(from);
  };
  return { next, blankLine };
};
