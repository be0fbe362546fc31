/** Where mathematics stands in running text. Offsets are into the text it was found in. */
export interface Piece {
  readonly kind: 'boxed' | 'formula' | 'number';
  /** What stands inside the box or the dollars. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** For each opening brace the offset of the one that closes it; those never closed have none. */
const closingBraces = (text: string): ReadonlyMap<number, number> => {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '{') open.push(at);
    else if (character === '}') {
      const from = open.pop();
      if (from !== undefined) closings.set(from, at);
    }
  }
  return closings;
};

/** `\boxed{…}`, also with the backslash doubled by a wrapper; an unclosed box ends at the next one or with the text. */
export const boxesIn = (text: string): readonly Piece[] => {
  const closings = closingBraces(text);
  const starts = [...text.matchAll(/\\{1,2}(?:boxed|fbox)\s*\{/g)];
  const boxes: Piece[] = [];
  for (const [k, match] of starts.entries()) {
    const brace = match.index + match[0].length - 1;
    if (match.index < (boxes.at(-1)?.end ?? 0)) continue;
    const end = closings.get(brace) ?? starts[k + 1]?.index ?? text.length;
    boxes.push({
      kind: 'boxed',
      text: text.slice(brace + 1, end),
      start: match.index,
      end: Math.min(text.length, end + 1),
    });
  }
  return boxes;
};

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
const numbersIn = (text: string): readonly Piece[] =>
  [...text.matchAll(numberPattern)].map((match) => ({
    kind: 'number',
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** `not 42`, `It isn't $7$`: what stands behind is denied. */
const isDenied = (text: string, { start }: Piece): boolean =>
  /(?:\b(?:not|never|neither|nor)|n['’]t(?:\s+be)?)(?:\s+equal(?:\s+to)?)?\s+$/i.test(
    text.slice(Math.max(0, start - 30), start),
  );

/** Formulas, and numbers outside of them, in order; what is denied is left out. */
export const piecesIn = (text: string): readonly Piece[] => {
  const formulas = formulasIn(text);
  const outside = numbersIn(text).filter(({ start }) => !formulas.some((f) => start >= f.start && start < f.end));
  return [...formulas, ...outside].filter((piece) => !isDenied(text, piece)).sort((a, b) => a.start - b.start);
};
