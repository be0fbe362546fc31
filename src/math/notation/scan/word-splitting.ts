import { unitWords } from './plain-words.ts';

/**
 * A word of plain text as names side by side: `xy` where `x` and `y` are names of the document or stand alone in the same formula.
 * `undefined` where the word is one name: everything else, known names and units.
 */
export const splitWord = (
  word: string,
  names: ReadonlySet<string> | undefined,
  letters: ReadonlySet<string>,
): readonly string[] | undefined => {
  if (word.length < 2 || word.length > 40 || names?.has(word) || unitWords.has(word)) return undefined;
  const characters = [...word];
  if (characters.every((one) => names?.has(one) || letters.has(one))) return characters;
  return names === undefined ? undefined : coveredBy(word, names);
};

/** The word as names of the document in a row, the longest first at each place. */
const coveredBy = (word: string, names: ReadonlySet<string>): readonly string[] | undefined => {
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = 0; start < end && best[end] === undefined; start += 1) {
      const before = best[start];
      const part = word.slice(start, end);
      if (before !== undefined && names.has(part)) best[end] = [...before, part];
    }
  }
  return best[word.length];
};
