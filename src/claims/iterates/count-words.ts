/** Words that count steps, in the languages students write in most. All in small letters. */

/** By number: `ten` and `zehn` are 10. */
const cardinals: readonly string[] = [
  'no|zero|null',
  'one|einem|einer|ein',
  'two|zwei',
  'three|drei',
  'four|vier',
  'five|fünf',
  'six|sechs',
  'seven|sieben',
  'eight|acht',
  'nine|neun',
  'ten|zehn',
];

const ordinals: readonly string[] = [
  'zeroth|nullte[nrms]?',
  'first|erste[nrms]?',
  'second|zweite[nrms]?',
  'third|dritte[nrms]?',
  'fourth|vierte[nrms]?',
  'fifth|fünfte[nrms]?',
  'sixth|sechste[nrms]?',
  'seventh|sieb(?:en)?te[nrms]?',
  'eighth|achte[nrms]?',
  'ninth|neunte[nrms]?',
  'tenth|zehnte[nrms]?',
];

/** Alternatives of a pattern: "two", "zwei". */
export const cardinalWords = cardinals.join('|');
/** "second", "zweiten". */
export const ordinalWords = ordinals.join('|');
/** "steps", "Schritten". */
export const countedWords =
  '(?:steps?|iterations?|iterates?|updates?|epochs?|schritt(?:e[ns]?|s)?|iterationen|durchl[aä]uf(?:en?)?|epochen?)';

const numbered = [...cardinals, ...ordinals].map((words) => new RegExp(`^(?:${words})$`, 'u'));

/** The number that a word or its digits say: 2 for "two", "second", "zweiten", "2nd", "2". */
export const countOf = (word: string): number | undefined => {
  const digits = /^(\d{1,4})(?:st|nd|rd|th|\.)?$/.exec(word)?.[1];
  if (digits !== undefined) return Number(digits);
  const at = numbered.findIndex((pattern) => pattern.test(word));
  return at < 0 ? undefined : at % cardinals.length;
};
