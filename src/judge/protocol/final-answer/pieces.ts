/** Where mathematics stands in running text. Offsets are into the text it was found in. */
export interface Piece {
  readonly kind: 'boxed' | 'formula' | 'number';
  /** What stands inside the box or the dollars. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The offset behind the brace that closes the group which opened before `from`; the end of the text where none does. */
const groupEnd = (text: string, from: number): number => {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
};

/** `\boxed{…}`, also with the backslash doubled by a wrapper, also unclosed at the end. */
export const boxesIn = (text: string): readonly Piece[] =>
  [...text.matchAll(/\\{1,2}(?:boxed|fbox)\s*\{/g)].map((match) => {
    const from = match.index + match[0].length;
    const end = groupEnd(text, from);
    return { kind: 'boxed', text: text.slice(from, end), start: match.index, end: Math.min(text.length, end + 1) };
  });

const formulaPattern =
  /\$\$([\s\S]+?)\$\$|(?<!\\)\$((?:\\[\s\S]|[^$\\])+?)(?<!\\)\$|\\\(([\s\S]+?)\\\)|\\\[([\s\S]+?)\\\]/g;

/** What stands between `$…$`, `$$…$$`, `\(…\)` and `\[…\]`. */
export const formulasIn = (text: string): readonly Piece[] =>
  [...text.matchAll(formulaPattern)].map((match) => ({
    kind: 'formula',
    text: match[1] ?? match[2] ?? match[3] ?? match[4] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));

const numberPattern = /(?<![\w\\.])[-−]?\d+(?:[.,]\d+)*(?:\s*\/\s*\d+)?(?:\s*(?:%|percent\b|pct\b))?/g;

/** Numbers in words: `2/3`, `28 %`, `16,386.17`. */
export const numbersIn = (text: string): readonly Piece[] =>
  [...text.matchAll(numberPattern)].map((match) => ({
    kind: 'number',
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Formulas, and numbers outside of them, in order. */
export const piecesIn = (text: string): readonly Piece[] => {
  const formulas = formulasIn(text);
  const outside = numbersIn(text).filter(({ start }) => !formulas.some((f) => start >= f.start && start < f.end));
  return [...formulas, ...outside].sort((a, b) => a.start - b.start);
};
