/** Relations said in words: "smaller than", "at most", "does not exceed". */
import type { Relation } from '../../math/expression/tree.ts';
import { matches } from '../matches.ts';
import { smallLetters } from './small-letters.ts';

export interface Comparison {
  readonly start: number;
  readonly end: number;
  readonly relation: Relation;
  /** "larger" alone, where the sentence before said than what. */
  readonly bare: boolean;
}

const less = '(?:smaller|less|lower)';
const more = '(?:larger|greater|bigger|higher|more)';
const orEqual = String.raw`(?:\s+than)?\s+or\s+equals?(?:\s+to)?(?:\s+than)?`;
const not = String.raw`(?:not|never|no|n['’]t|cannot)\s+(?:be\s+|get\s+|become\s+)?(?:any\s+|strictly\s+)?`;

const kleiner = '(?:kleiner|geringer|niedriger)';
const größer = '(?:größer|groesser|höher)';
const oderGleich = String.raw`\s*(?:als\s+)?(?:oder\s+|/\s*)?gleich(?:\s+als)?`;

/** The same in German. */
const german: readonly (readonly [string, Relation])[] = [
  [`nicht\\s+${kleiner}${oderGleich}`, '>'],
  [`nicht\\s+${größer}${oderGleich}`, '<'],
  [`nicht\\s+(?:${kleiner}\\s+als|unter)`, '≥'],
  [`nicht\\s+(?:${größer}\\s+als|über)`, '≤'],
  [`${kleiner}${oderGleich}`, '≤'],
  [`${größer}${oderGleich}`, '≥'],
  [`${kleiner}\\s+als`, '<'],
  [`${größer}\\s+als`, '>'],
  ['höchstens', '≤'],
  ['mindestens', '≥'],
  ['unterhalb(?:\\s+von)?|unter(?=\\s+(?:dem\\s+wert\\s+)?[\\d\\uE000-\\uF8FF])', '<'],
  ['oberhalb(?:\\s+von)?|über(?=\\s+(?:dem\\s+wert\\s+)?[\\d\\uE000-\\uF8FF])', '>'],
];

/** Longest first: the first that matches at a place wins. */
const phrases: readonly (readonly [string, Relation])[] = [
  [`${not}${less}${orEqual}`, '>'],
  [`${not}${more}${orEqual}`, '<'],
  [`${not}(?:${less}\\s+than|below)`, '≥'],
  [`${not}(?:${more}\\s+than|above|exceed(?:s|ing)?)`, '≤'],
  [`${not}reach(?:es|ing)?`, '<'],
  [`${less}${orEqual}`, '≤'],
  [`${more}${orEqual}`, '≥'],
  [`${less}\\s+than`, '<'],
  [`${more}\\s+than`, '>'],
  ['at\\s+most|up\\s+to|bounded\\s+(?:from\\s+)?(?:above\\s+)?by', '≤'],
  ['at\\s+least|bounded\\s+(?:from\\s+)?below\\s+by', '≥'],
  ['(?:stays?|is|are|be|lies?|remains?|falls?|drops?|being)\\s+(?:strictly\\s+)?(?:below|under)', '<'],
  ['(?:stays?|is|are|be|lies?|remains?|rises?|being)\\s+(?:strictly\\s+)?(?:above|over)', '>'],
  ['below', '<'],
  ['above', '>'],
  ['exceed(?:s|ed|ing)?|surpass(?:es|ed)?', '>'],
  [`${not}equals?(?:\\s+to)?|differs?\\s+from|different\\s+from`, '≠'],
  ['equals?(?:\\s+to)?|is\\s+exactly', '='],
];

const bare: readonly (readonly [string, Relation])[] = [
  [`${less}(?=\\s*(?:[,.;:)]|$|and\\b|then\\b|the\\b))`, '<'],
  [`${more}(?=\\s*(?:[,.;:)]|$|and\\b|then\\b|the\\b))`, '>'],
];

const all = [
  ...[...phrases, ...german].map((one) => [...one, false] as const),
  ...bare.map((one) => [...one, true] as const),
];

/** One group a phrase; at each place the first that fits is taken. In small letters. */
const anyPhrase = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${all.map(([source]) => `(${source})`).join('|')})(?![\\p{L}])`,
  'gu',
);

/** A word that every comparison has one of: most sentences have none. */
const trigger =
  /\b(?:than|most|least|up\s+to|bounded|below|above|under|over|exceed|surpass|reach|equal|exactly|differ|smaller|less|lower|larger|greater|bigger|higher|more|als\b|gleich|höchstens|mindestens|unter\b|unterhalb|oberhalb)|\süber\s/i;

/** Whether a text may compare anything in words. */
export const mayCompare = (text: string): boolean => trigger.test(text);

/** Every comparison of a text, in order and without overlaps. */
export const comparisons = (text: string): readonly Comparison[] => {
  if (!mayCompare(text)) return [];
  return matches(anyPhrase, smallLetters(text)).flatMap((match) => {
    const phrase = all.find((_, i) => match[i + 1] !== undefined);
    const [start, end] = [match.index, match.index + match[0].length];
    return phrase ? [{ start, end, relation: phrase[1], bare: phrase[2] }] : [];
  });
};

/** The relation read from the other side: `a < b` is `b > a`. */
export const flipped = (relation: Relation): Relation =>
  (({ '<': '>', '>': '<', '≤': '≥', '≥': '≤', '≪': '≫', '≫': '≪' }) as Partial<Record<Relation, Relation>>)[relation] ??
  relation;

/** The relation that holds where the other does not. */
export const complement = (relation: Relation): Relation =>
  (({ '<': '≥', '≥': '<', '>': '≤', '≤': '>', '=': '≠', '≠': '=' }) as Partial<Record<Relation, Relation>>)[relation] ??
  relation;
