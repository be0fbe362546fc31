import { functionNames } from '../commands/functions.ts';
import type { ParseOptions } from '../problem.ts';
import { unitWords } from './plain-words.ts';
import { Kind, type Sign } from './token.ts';

const all = (kind: Kind, words: readonly string[]): [string, Sign][] =>
  words.map((text): [string, Sign] => [text, { kind, text }]);

/** Names of functions that are ordinary products of letters as well. */
const tooShort = new Set(['tr', 'lg', 'Pr', 'deg', 'dim', 'ker', 'hom', 'sup', 'inf', 'arg', 'sec']);

/** Words people type between dollars as they would in a sentence. */
const typedWords: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ...all(
    Kind.function,
    functionNames.filter((name) => !tooShort.has(name)),
  ),
  ...all(Kind.big, ['max', 'min', 'argmax', 'argmin']),
  ['lim', { kind: Kind.big, text: 'limit' }],
  ['and', { kind: Kind.comma, text: 'and' }],
  ['or', { kind: Kind.or, text: 'or' }],
  ...all(Kind.text, ['if', 'for', 'where', 'when', 'otherwise', 'else', 'then', 'with', 'since', 'thus', 'hence']),
]);

/** Those too short to be told from products, where the document has them as functions. */
const calledWords: ReadonlyMap<string, Sign> = new Map(
  all(
    Kind.function,
    functionNames.filter((name) => tooShort.has(name)),
  ),
);

/** No such word is longer. */
const longest = 24;

/** A word as a sign, and how many letters it has in the source. */
interface TypedWord extends Sign {
  readonly length: number;
}

/**
 * The word that a run of letters in LaTeX is, when it is exactly one: a function, a connective, a name of the document, or
 * a unit behind a number. `undefined` in the middle of a run, and for the product that other letters are.
 */
export const typedWordAt = (
  text: string,
  start: number,
  { names, functions }: ParseOptions,
  behindNumber: boolean,
): TypedWord | undefined => {
  if (isLetter(text.charCodeAt(start - 1))) return undefined;
  const end = runEnd(text, start);
  const word = end - start <= longest ? text.slice(start, end) : '';
  const typed = typedWords.get(word) ?? (functions?.has(word) ? calledWords.get(word) : undefined);
  const isOwn = (names?.has(word) || functions?.has(word)) && typed?.kind !== Kind.function;
  const isName = isOwn || (behindNumber && unitWords.has(word));
  const sign = isName ? { kind: Kind.name, text: word } : typed;
  if (sign === undefined || (word.length === 2 && !standsAlone(text, start, end))) return undefined;
  return { ...sign, length: word.length };
};

const runEnd = (text: string, start: number): number => {
  let end = start + 1;
  while (isLetter(text.charCodeAt(end))) end += 1;
  return end;
};

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Whether blanks, digits or brackets stand around a word of two letters. */
const standsAlone = (text: string, start: number, end: number): boolean =>
  /[\s)\]}\d]$/.test(text.slice(Math.max(0, start - 1), start) || ' ') &&
  /^[\s(\\[\d]/.test(text.slice(end, end + 1) || ' ');
