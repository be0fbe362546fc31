import { boxesIn, formulasIn, type Piece, piecesIn } from './pieces.ts';

/**
 * The longest text between two boxes that still belong together, the longest answer in words, and how many questions at
 * the end of a text are looked behind.
 */
const LIMITS = { between: 25, words: 40, questions: 50 } as const;

/** `\boxed{1}`, ` and `, `\boxed{2}`: what may stand between boxes of one answer. */
const joinsBoxes = (between: string): boolean =>
  between.length <= LIMITS.between &&
  !/\n\s*\n|[.!?]\s+[A-Z]|\b(?:wait|no|not|actually|instead|sorry|then|so)\b/i.test(between);

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

/** ` or x = ` between two numbers in words. */
const joinsNumbers = (between: string): boolean => /^\s*(?:,|,?\s*(?:and|or))\s*\p{L}\w?\s*=\s*$/u.test(between);

const lastFormulas = (text: string, pieces: readonly Piece[]): readonly Piece[] => {
  const kind = pieces.at(-1)?.kind;
  const alike = pieces.filter((piece) => piece.kind === kind);
  return lastGroup(text, alike, kind === 'formula' ? joinsFormulas : joinsNumbers);
};

/** The sentence that begins at an offset; full stops inside formulas do not end it. */
const sentenceFrom = (text: string, from: number): string => {
  const rest = text.slice(from);
  const formulas = formulasIn(rest);
  for (const stop of rest.matchAll(/[.!?](?=\s+(?:[A-Z]|<\|)|\s*$)/g))
    if (!formulas.some(({ start, end }) => stop.index > start && stop.index < end)) return rest.slice(0, stop.index);
  return rest;
};

/** Whether the sentence goes on to a question mark: what is asked is not answered. */
const isAsked = (text: string, from: number): boolean => text[from + sentenceFrom(text, from).length] === '?';

/** "Answer:", "the final answer is": the offset behind the last of them that asks nothing. */
const markerEnd = (text: string): number | undefined =>
  [...text.matchAll(/\banswers?\s*(?:\*\*)?\s*(?:(?:is|are)\b|:)(?:\s*:)?/gi)]
    .slice(-LIMITS.questions)
    .map(({ 0: words, index }) => index + words.length)
    .findLast((end) => !isAsked(text, end));

/** The pieces up to the last that no question is about; all of them where every one is asked. */
const answered = (text: string, pieces: readonly Piece[]): readonly Piece[] => {
  const late = pieces.slice(-LIMITS.questions);
  const last = late.findLastIndex(({ end }) => !isAsked(text, end));
  return last < 0 ? pieces : pieces.slice(0, pieces.length - late.length + last + 1);
};

/** The final answer of a text: formulas, and whether "or" stands between them. */
export interface FoundAnswer {
  readonly pieces: readonly string[];
  readonly joinedBy: 'or' | 'and';
}

const nothing: FoundAnswer = { pieces: [], joinedBy: 'and' };

const found = (text: string, pieces: readonly Piece[]): FoundAnswer => {
  const between = pieces.slice(1).map(({ start }, k) => text.slice(pieces[k]?.end ?? start, start));
  return {
    pieces: pieces.map((piece) => piece.text),
    joinedBy: between.some((words) => /\bor\b/.test(words)) ? 'or' : 'and',
  };
};

/** What mathematics says in words, in one spelling. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(?:does not|doesn['’]t) exist\b|^DNE$/i, '\\text{DNE}'],
  [/^(?:(?:there (?:is|are)|it has) )?no (?:real )?solutions?$|^(?:the )?empty set$/i, '\\emptyset'],
];

/** A short answer in words: `B`, `(C)`, `even`, `no solution`. */
const inWords = (text: string): FoundAnswer => {
  const words = text.replace(/^[#*\s:]+|[*\s.]+$/g, '');
  const isShort = words.length > 0 && words.length <= LIMITS.words && !/[$\\{}<>]/.test(words);
  const [, said = `\\text{${words}}`] = phrases.find(([pattern]) => pattern.test(words)) ?? [];
  return isShort ? { pieces: [said], joinedBy: 'and' } : nothing;
};

/** Words of at least three letters between blanks: running text, no formula. */
const isProse = (text: string): boolean => /(?:^|\s)(?!percent\b|pct\b|and\b)\p{L}{3,}(?=[\s.,:;!?]|$)/u.test(text);

/** A text that is a formula; as people type it, all digits of an exponent belong to it: `2^10`. */
const bare = (text: string): FoundAnswer => {
  const isTyped = !/[\\{}]/.test(text);
  return { pieces: [isTyped ? text.replace(/\^([-−]?\d{2,})/g, '^{$1}') : text], joinedBy: 'and' };
};

const isBare = (text: string): boolean => /\d/.test(text) && formulasIn(text).length === 0 && !isProse(text);

const afterMarker = (text: string, from: number): FoundAnswer => {
  const sentence = sentenceFrom(text, from);
  // `Answer: (1, 2)`: nothing but the answer stands there
  if (isBare(sentence)) return bare(sentence.replace(/^[*\s:]+|[*\s]+$/g, ''));
  const stated = lastFormulas(sentence, piecesIn(sentence));
  return stated.length > 0 ? found(sentence, stated) : inWords(sentence);
};

/**
 * The final answer of a text: the last boxes, else what follows the last "answer is", else the last formula or number.
 * A text that is a formula itself is its own answer. No pieces where nothing is found.
 */
export const finalAnswerIn = (whole: string): FoundAnswer => {
  const text = whole.replace(/[^\S\n]+/g, ' ').replace(/\n{3,}/g, '\n\n');
  const boxes = boxesIn(text);
  const [marker, boxEnd] = [markerEnd(text), boxes.at(-1)?.end];
  if (marker !== undefined && marker >= (boxEnd ?? 0)) {
    const stated = afterMarker(text, marker);
    if (stated.pieces.length > 0) return stated;
  }
  if (boxes.length > 0) return found(text, lastGroup(text, boxes, joinsBoxes));
  if (formulasIn(text).length === 0 && !isProse(text)) return bare(text);
  const last = lastFormulas(text, answered(text, piecesIn(text)));
  return last.length > 0 ? found(text, last) : inWords(text);
};
