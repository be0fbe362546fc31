/** Running text cut into sentences. */
import type { FormulaPart } from '../../model/document.ts';
import { matches } from '../matches.ts';
import type { Reading } from '../reading.ts';
import { mayCompare } from './comparisons.ts';
import { type FlatText, flatTexts, formulaLetter } from './flat-text.ts';

/** One sentence; offsets are those of its own `text`. */
export interface Sentence extends FlatText {
  /** What ends it: a stop, a question mark, a line's turn; empty at the end of its section. */
  readonly stop: string;
}

/** A stop, a blank line, or the next list item. */
const boundary =
  /(?<!\b(?:e\.g|i\.e|eq|fig|cf|resp|vs|w\.r\.t|etc|approx|no)\b)[.!?](?=[\s"”’)*]|$)|;(?=\s)|\n(?:[ \t]*\n)+|\n[ \t]*(?=(?:[-*•+]|\d+[.)]|\([a-z\d]\)|\\item\b)\s)/gi;

/** What a blank line does not end: "… vanishes if:", and a display with its tag. */
const leadsOn = /(?:([\uE000-\uF8FF])\s*(?:\([\d.]+\)\s*)?|:\s*)$/u;

/** A sentence's first offset, the one behind its last, and what ends it. */
type Cut = readonly [start: number, end: number, stop: string];

const cutsOf = ({ text, formula }: FlatText): readonly Cut[] => {
  const isDisplay = (letter: string): boolean => formulaLetter.test(letter) && formula(letter)?.display === true;
  const goesOn = (index: number): boolean => {
    const [before, letter] = leadsOn.exec(text.slice(Math.max(0, index - 12), index)) ?? [];
    return before !== undefined && (letter === undefined || isDisplay(letter));
  };
  const cuts: Cut[] = [];
  let start = 0;
  for (const { 0: sign, index } of matches(boundary, text)) {
    const end = index + sign.length;
    const isBlank = /^\n[ \t]*\n/.test(sign);
    if (isBlank && (isDisplay(text[end] ?? '') || goesOn(index))) continue;
    cuts.push([start, index, sign]);
    start = end;
  }
  cuts.push([start, text.length, '']);
  return cuts;
};

/** A sentence longer than this is none; it is read in pieces. */
const longest = 1500;

const pieces = ([start, end, stop]: Cut): readonly Cut[] => {
  const cuts: Cut[] = [];
  for (let at = start; at < end; at += longest) cuts.push([at, Math.min(end, at + longest), stop]);
  return cuts;
};

const twoLetters = /\p{L}{2}/u;

const hasWords = (text: string): boolean =>
  twoLetters.test(text) || twoLetters.test(text.replace(/[\uE000-\uF8FF]/g, ''));

const cut = (flat: FlatText, [start, end, stop]: Cut): Sentence => ({
  stop: stop.trim(),
  section: flat.section,
  text: flat.text.slice(start, end),
  formula: flat.formula,
  range: (from, to) => flat.range(start + from, start + to),
  written: (from, to) => flat.written(start + from, start + to),
});

/** The sentences that hold words, in order, of the sections in which words `matter` or a formula `states` something. */
export const sentencesWith = (
  reading: Reading,
  matter: (words: string) => boolean,
  states: (part: FormulaPart) => boolean,
): readonly Sentence[] =>
  flatTexts(reading, matter, states).flatMap((flat) =>
    cutsOf(flat)
      .flatMap(pieces)
      .map((one) => cut(flat, one))
      .filter(({ text }) => hasWords(text) || matter(text)),
  );

/** The sentences of the sections in which something may be compared. */
export const sentencesOf = (reading: Reading, states: (part: FormulaPart) => boolean): readonly Sentence[] =>
  sentencesWith(reading, mayCompare, states);
