import { boxesIn, formulasIn, type Piece, piecesIn } from './pieces.ts';

/** The longest text between two boxes that still belong together. */
const LIMITS = { between: 25 } as const;

/** `\boxed{1}`, ` and `, `\boxed{2}`: what may stand between boxes of one answer. */
const joinsBoxes = (between: string): boolean =>
  between.length <= LIMITS.between && !/\n\s*\n|[.!?]\s+[A-Z]/.test(between);

const joinsFormulas = (between: string): boolean => /^[\s,;]*(?:and|or|und|et)?[\s,;]*$/.test(between);

/** The last pieces that stand together, in order. */
const lastGroup = (text: string, pieces: readonly Piece[], joins: (between: string) => boolean): readonly Piece[] => {
  let first = pieces.length - 1;
  while (first > 0) {
    const [before, here] = [pieces[first - 1], pieces[first]];
    if (!before || !here || !joins(text.slice(before.end, here.start))) break;
    first -= 1;
  }
  return pieces.slice(Math.max(0, first));
};

const lastFormulas = (text: string, pieces: readonly Piece[]): readonly Piece[] =>
  pieces.at(-1)?.kind === 'formula'
    ? lastGroup(
        text,
        pieces.filter(({ kind }) => kind === 'formula'),
        joinsFormulas,
      )
    : pieces.slice(-1);

/** "Answer:", "the final answer is": the offset behind the last of them. */
const markerEnd = (text: string): number | undefined => {
  const marker = [...text.matchAll(/\banswers?\s*(?:\*\*)?\s*(?:is|are|:)(?:\s*:)?/gi)].at(-1);
  return marker && marker.index + marker[0].length;
};

/** The sentence that begins at an offset; full stops inside formulas do not end it. */
const sentenceFrom = (text: string, from: number): string => {
  const rest = text.slice(from);
  const formulas = formulasIn(rest);
  for (const stop of rest.matchAll(/[.!?](?=\s+(?:[A-Z]|<\|)|\s*$)/g))
    if (!formulas.some(({ start, end }) => stop.index > start && stop.index < end)) return rest.slice(0, stop.index);
  return rest;
};

const texts = (pieces: readonly Piece[]): readonly string[] => pieces.map(({ text }) => text);

/** Words of at least three letters between blanks: running text, no formula. */
const isProse = (text: string): boolean => /(?:^|\s)(?!percent\b|pct\b|and\b)\p{L}{3,}(?=[\s.,:;!?]|$)/u.test(text);

/**
 * The final answer of a text, as one or more formulas: the last boxes, else what follows the last "answer is", else the
 * last formula or number. A text that is a formula itself is its own answer. Empty where nothing is found.
 */
export const finalAnswerIn = (text: string): readonly string[] => {
  const boxes = boxesIn(text);
  const marker = markerEnd(text);
  const marked = marker === undefined ? '' : sentenceFrom(text, marker);
  const stated = lastFormulas(marked, piecesIn(marked));
  const boxEnd = boxes.at(-1)?.end;
  if (stated.length > 0 && (boxEnd === undefined || (marker ?? 0) >= boxEnd)) return texts(stated);
  if (boxes.length > 0) return texts(lastGroup(text, boxes, joinsBoxes));
  const pieces = piecesIn(text);
  if (formulasIn(text).length === 0 && !isProse(text)) return [text];
  return texts(lastFormulas(text, pieces));
};
