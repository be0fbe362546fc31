/** Running text cut into sentences. */
import type { FormulaPart } from '../model/document.ts';
import { mayCompare } from './comparisons.ts';
import { type FlatText, flatTexts, formulaLetter } from './flat-text.ts';
import type { Reading } from './reading.ts';

/** One sentence; offsets are those of its own `text`. */
export type Sentence = FlatText;

/** A stop, a blank line, or the next list item. */
const boundary =
  /(?<!\b(?:e\.g|i\.e|eq|fig|cf|resp|vs|w\.r\.t|etc|approx|no)\b)[.!?](?=[\s"”’)*]|$)|;(?=\s)|\n(?:[ \t]*\n)+|\n[ \t]*(?=(?:[-*•+]|\d+[.)]|\([a-z\d]\)|\\item\b)\s)/gi;

/** What a blank line does not end: "… vanishes if:" and a display, with its tag. */
const leadsOn = /(?:[\uE000-\uF8FF]\s*(?:\([\d.]+\)\s*)?|:\s*)$/u;

const cutsOf = (text: string): readonly (readonly [number, number])[] => {
  const cuts: [number, number][] = [];
  let start = 0;
  for (const { 0: sign, index } of text.matchAll(boundary)) {
    const end = index + sign.length;
    const isBlank = /^\n[ \t]*\n/.test(sign);
    const joins = formulaLetter.test(text[end] ?? '') || leadsOn.test(text.slice(Math.max(0, index - 12), index));
    if (isBlank && joins) continue;
    cuts.push([start, index]);
    start = end;
  }
  cuts.push([start, text.length]);
  return cuts;
};

/** A sentence longer than this is none; it is read in pieces. */
const longest = 1500;

const pieces = ([start, end]: readonly [number, number]): readonly (readonly [number, number])[] => {
  const cuts: [number, number][] = [];
  for (let at = start; at < end; at += longest) cuts.push([at, Math.min(end, at + longest)]);
  return cuts;
};

const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text.replace(/[\uE000-\uF8FF]/g, ''));

const cut = (flat: FlatText, start: number, end: number): Sentence => ({
  section: flat.section,
  text: flat.text.slice(start, end),
  formula: flat.formula,
  range: (from, to) => flat.range(start + from, start + to),
  written: (from, to) => flat.written(start + from, start + to),
});

/** The sentences that hold words, in order, of the sections in which something may be compared. */
export const sentencesOf = (reading: Reading, states: (part: FormulaPart) => boolean): readonly Sentence[] =>
  flatTexts(reading, mayCompare, states).flatMap((flat) =>
    cutsOf(flat.text)
      .flatMap(pieces)
      .map(([start, end]) => cut(flat, start, end))
      .filter(({ text }) => hasWords(text)),
  );
