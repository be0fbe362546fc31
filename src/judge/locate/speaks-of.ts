import { sameWord } from './heading-words.ts';

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** `vanish` and `vanishing`, `explode` and `explosion`: one word in two of its forms. */
export const isFormOf = (near: string, word: string): boolean =>
  word.startsWith(near.replace(/(?:ing|ed|es|e|s|ion)$/u, '')) || sameWord(near, word);

/** Whether a text has every word of `near`, in any of its forms; every text has none. */
export const speaksOf = (near: string | undefined, text: string): boolean => {
  if (near === undefined) return true;
  const words = wordsOf(text);
  return wordsOf(near).every((one) => words.some((word) => isFormOf(one, word)));
};
