import { Kind, kindCount } from '../scan/token.ts';
import type { Parser } from './parser.ts';

/** Two of these letters under a name are two indices, `w_{ij}`; other letters together are a word, `W_{rec}`. */
const pairs = new Set(['ij', 'ji', 'ik', 'ki', 'jk', 'kj', 'kl', 'lk', 'mn', 'nm', 'jl', 'lj', 'il', 'ii', 'jj', 'kk']);

const tableOf = (kinds: readonly Kind[]): readonly boolean[] => {
  const table: boolean[] = new Array(kindCount).fill(false);
  for (const kind of kinds) table[kind] = true;
  return table;
};

/** Tokens a subscript's word is spelled with. */
const isWord = tableOf([Kind.name, Kind.text, Kind.function, Kind.big, Kind.and, Kind.or, Kind.not]);

/** Signs that mark a name when they are all of its subscript: `x_+`, `v_\perp`. */
const isSign = tableOf([Kind.plus, Kind.minus, Kind.times, Kind.setOperator, Kind.factorOperator, Kind.bar]);

/**
 * The word that the tokens from `from` to before `to` spell: letters side by side, `\mathrm{rec}`, `\max`, `\text{new}`.
 * `undefined` where they are indices: one letter, two that count (`ij`), numbers, anything else.
 */
export const subscriptWord = (parser: Parser, from: number, to: number): string | undefined => {
  const first = parser.token(from);
  if (to === from + 1 && isSign[first.kind] === true) return first.text;
  if (isWord[first.kind] !== true) return undefined;
  if (to === from + 1) return isLong(first.text) || first.kind !== Kind.name ? first.text : undefined;
  let word = '';
  for (let i = from; i < to; i += 1) {
    const token = parser.token(i);
    if (isWord[token.kind] !== true || token.kind === Kind.big) return undefined;
    word += token.text;
  }
  return pairs.has(word) ? undefined : word;
};

/** More than one letter; an accent is no letter. */
const isLong = (name: string): boolean => name.length > 1 && name.normalize('NFD').replace(/\p{M}/gu, '').length > 1;
