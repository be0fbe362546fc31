/** Words of headings, compared without accents, case, endings and small slips. */

/** Words before a number that say nothing themselves: "Problem 2.1". */
export const labels =
  /^\s*(?:problem|exercise|question|task|part|section|chapter|aufgabe|teil|frage|kapitel|exercice|probl[eè]me|partie|ejercicio|problema|parte|esercizio|domanda|opgave|uppgift|zadanie)\b[\s.:#-]*/iu;
const leadingNumber = /^\s*[([]?(?:\d+|[ivx]+|[a-z])(?:\.(?:\d+|[a-z]))*[)\].:]?(?:\s+|$)/iu;

const stop = new Set(
  'the a an of and or for in with to on by at from s using via der die das und mit von le la les et de du des el los las y il lo e di'.split(
    ' ',
  ),
);

/** A heading longer than this is a paragraph. */
const longestTitle = 300;

/** `Problem 2.1: The SGD step` → `sgd`, `step`. Numbers that end a title stay: `Chain Rule 2`. */
export const headingWords = (title: string): readonly string[] =>
  title
    .slice(0, longestTitle)
    .replace(labels, '')
    .replace(leadingNumber, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .match(/[\p{L}]+|\d+/gu)
    ?.filter((word) => !stop.has(word)) ?? [];

/** The edit distance, counted up to `limit + 1`. */
const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

const sharedStart = (a: string, b: string): number => {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  return i;
};

/** `gradient` and `gradients`, `stochastic` and `stochastisch`, `nestorov` and `nesterov`. Numbers must be equal. */
export const sameWord = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (a[0] !== b[0] || /\d/.test(a + b) || Math.min(a.length, b.length) < 4) return false;
  const shorter = Math.min(a.length, b.length);
  if (shorter >= 5 && sharedStart(a, b) >= Math.max(5, shorter - 2)) return true;
  const limit = shorter >= 8 ? 2 : 1;
  return distance(a.slice(0, 40), b.slice(0, 40), limit) <= limit;
};

/** `sgd` for `stochastic gradient descent`. */
export const initials = (words: readonly string[]): string => words.map((word) => word[0] ?? '').join('');

/** How much words tell. */
export interface Weights {
  readonly of: (word: string) => number;
  /** The weight of a word that one heading alone has. */
  readonly telling: number;
}

/** How rare a word is among the headings of the rubric: what many headings share tells little. */
export const wordWeights = (headings: readonly (readonly string[])[]): Weights => {
  const known = new Map<string, number>();
  const of = (word: string): number => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const holding = headings.filter((words) => words.some((other) => sameWord(word, other))).length;
    const weight = holding === 0 ? 0.6 : Math.log(1 + headings.length / holding);
    known.set(word, weight);
    return weight;
  };
  return { of, telling: Math.log(1 + headings.length) };
};

/** `plain sgd` as `plain stochastic gradient descent`, where the initials of the other heading stand among words. */
const spelledOut = (ours: readonly string[], theirs: readonly string[]): readonly string[] | undefined => {
  const short = theirs.length > 2 ? ours.indexOf(initials(theirs)) : -1;
  return short < 0 ? undefined : [...ours.slice(0, short), ...theirs, ...ours.slice(short + 1)];
};

/** The weight of two lists of words, and of the words of each that the other has too. */
interface Overlap {
  readonly own: number;
  readonly all: number;
  readonly shared: number;
  readonly back: number;
}

const overlap = (ours: readonly string[], theirs: readonly string[], weights: Weights): Overlap => {
  const total = (words: readonly string[]): number => words.reduce((sum, word) => sum + weights.of(word), 0);
  const within = (words: readonly string[], others: readonly string[]): number =>
    total(words.filter((word) => others.some((other) => sameWord(word, other))));
  return { own: total(ours), all: total(theirs), shared: within(ours, theirs), back: within(theirs, ours) };
};

/** The share of all their weight that is in words of both. */
const common = ({ own, all, shared, back }: Overlap): number => (shared + back) / (all + own);

/** How alike two headings are: 0 for nothing in common, 1 for the same words. */
export const likeness = (ours: readonly string[], theirs: readonly string[], weights: Weights): number => {
  const whole = spelledOut(ours, theirs);
  return Math.max(asWritten(ours, theirs, weights), whole ? common(overlap(whole, theirs, weights)) : 0);
};

const asWritten = (ours: readonly string[], theirs: readonly string[], weights: Weights): number => {
  if (ours.length === 0 || theirs.length === 0) return 0;
  if (theirs.length > 1 && ours.length === 1 && ours[0] === initials(theirs)) return 1;
  if (ours.length > 1 && theirs.length === 1 && theirs[0] === initials(ours)) return 1;
  const words = overlap(ours, theirs, weights);
  const { own, all, shared, back } = words;
  const both = common(words);
  const isTelling = both >= 0.75 || Math.max(shared, back) >= 0.95 * weights.telling;
  if (!isTelling) return 0;
  return Math.max(both, Math.max(shared / own, back / all) > 0.99 ? 0.55 + 0.4 * both : 0);
};
