import { sameWord } from './heading-words.ts';

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** "verschwindet" is `vanish`; "explodiert" begins as its English word does. */
const inEnglish = (word: string): string => (/^verschw[iau]nd/u.test(word) ? 'vanish' : word);

/** `vanish` and `vanishing`, `explode` and `explosion`: one word in two of its forms. */
const isFormOf = (near: string, said: string): boolean => {
  const word = inEnglish(said);
  return word.startsWith(near.replace(/(?:ing|ed|es|e|s|ion)$/u, '')) || sameWord(near, word);
};

/** What the terms of the field are called in everyday words. In small letters. */
const everyday: readonly { readonly term: string; readonly words: RegExp }[] = [
  {
    term: 'vanish',
    words:
      /\b(?:shrink|shrank|decay|disappear|fad(?:e|ing)|dying|d(?:ie|ies|ied)\b|(?:to|towards|near|approach\w*|becom\w*|reach\w*|\bis|=|→|\\to)\s*\$?(?:zero|0)(?![.\d]))/u,
  },
  {
    term: 'explode',
    words:
      /\b(?:blow|blew|diverg|unbounded|grow|grew)|\bwithout\s+(?:any\s+)?(?:bound|limit)|(?:to|towards|approach\w*|becom\w*|reach\w*|→|\\to)\s*\$?(?:infinity|infinite|∞|\\infty)|\binfinitely\s+large/u,
  },
];

/** What a gradient may be called where it is said to grow. */
const grown =
  'gradients?|norms?|products?|loss|losses|components?|terms?|derivatives?|jacobians?|errors?|bounds?|contributions?|it|they|this|these|that';

/** `as $t-k$ grows`, `for t → ∞`, `as the number of steps between them goes to infinity`: no gradient grows there. */
const asItGrows = new RegExp(
  String.raw`\b(?:as|when|for|with|where|while)\s(?:(?!\b(?:${grown})\b)[^,.;]){1,80}?(?:\bgrow\w*|\bincreas\w*|(?:to|towards|approach\w*|→|->|\\to|\\rightarrow)\s*\$?(?:infinity|\\infty|∞))`,
  'gu',
);

const wordsFor = (near: string): RegExp | undefined => everyday.find(({ term }) => isFormOf(term, near))?.words;

/** Whether one word denied denies what `near` stands for: "does not blow up", "does not go to zero". */
export const isMeantBy = (near: string, word: string): boolean => {
  if (isFormOf(near, word)) return true;
  const words = wordsFor(near);
  return words !== undefined && (words.test(word) || words.test(`to ${word}`));
};

/** Whether a text has every word of `near`, in any of its forms. */
const hasWords = (near: string, text: string): boolean => {
  const words = wordsOf(text);
  return wordsOf(near).every((one) => words.some((word) => isFormOf(one, word)));
};

/** How plainly a text speaks of `near`: in its own words (2), in everyday ones (1), or not at all. */
const plainness = (near: string, text: string): 0 | 1 | 2 => {
  if (hasWords(near, text)) return 2;
  return wordsFor(near)?.test(text.toLowerCase().replace(asItGrows, ' ')) ? 1 : 0;
};

/** Whether a text speaks of `near`; every text speaks of nothing in particular. */
export const speaksOf = (near: string | undefined, text: string): boolean =>
  near === undefined || plainness(near, text) > 0;

/** Of two things that a text may be about, the one it is: this one, another more plainly, or as much of both. */
export const whatIsSpokenOf = (near: string, others: readonly string[], text: string): 'this' | 'other' | 'both' => {
  const own = plainness(near, text);
  const most = Math.max(0, ...others.map((other) => plainness(other, text)));
  if (own === 0 || own < most) return 'other';
  return own === most ? 'both' : 'this';
};
