import { functionNames } from '../commands/functions.ts';
import { Kind, type Sign } from './token.ts';

const all = (kind: Kind, words: readonly string[]): [string, Sign][] =>
  words.map((text): [string, Sign] => [text, { kind, text }]);

/** Names of functions that are ordinary products of letters as well. */
const tooShort = new Set(['tr', 'lg', 'Pr', 'deg', 'dim', 'ker', 'hom', 'sup', 'inf', 'arg', 'sec']);

/** Words people type between dollars as they would in a sentence. */
export const typedWords: ReadonlyMap<string, Sign> = new Map<string, Sign>([
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
