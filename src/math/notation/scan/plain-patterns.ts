/** What plain text looks like, from a place on: sticky patterns, asked where a sign suggests them. */

/** `dx` as `d` and `x`, `dxdy` as `d`, `x`, `d` and `y`. */
export const differentials = (word: string): readonly string[] =>
  /^(?:d\p{L}){2,4}$/u.test(word) ? [...word] : ['d', word.slice(1)];

/** A letter of ASCII. */
export const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** A word from a place on; letters above the line belong to none. */
export const wordPattern = /(?!\p{Lm})\p{Script=Latin}(?:(?!\p{Lm})[\p{Script=Latin}\p{M}\d])*/uy;
/** `y_1` behind the sign of a power. */
export const indexedExponent = /-?(?:(?!\p{Lm})\p{L})[\p{L}\d]*_(?:\{[^{}]*\}|[\p{L}\d]+(?!\.\d))/uy;
/** `[0]`, `[k + 1]` right behind a name. */
export const indexPattern = /\[[\w+\-, ]{1,20}\]/y;
/** Numbers alone, blanks or semicolons between at least two of them. */
const arrayPattern = /\[\s*[-+]?[\d.][\d.e+-]*(?:(?:\s*;\s*|\s+)[-+]?[\d.][\d.e+-]*)+\s*\]/y;

/** At least one comma, no other comparison, and nothing behind it that would be compared. */
export const anglePattern = /<[^<>=,]+(?:,[^<>=,]+)+>(?!\s*[\p{L}\d(])/uy;

/** Latin letters that stand alone somewhere in the text: one-letter names. */
export const loneLetters = (text: string): ReadonlySet<string> =>
  new Set(text.length > 10_000 ? [] : text.match(/(?<![\p{L}\p{M}_%])[a-zA-Z](?![\p{L}\p{M}\d(])/gu));

/** `(5 9; 7 12)`: the same in round brackets, more than one number in every row, and more than one row. */
const rowsPattern =
  /\(\s*[-+]?[\d.][\d.e+-]*(?:\s+[-+]?[\d.][\d.e+-]*)+(?:\s*;\s*[-+]?[\d.][\d.e+-]*(?:\s+[-+]?[\d.][\d.e+-]*)+)+\s*\)/y;

/** `λ1` is one name, as `x1` is; a multiple of π is none. */
export const numberedGreekPattern = /(?!π)\p{Script=Greek}\d{1,4}(?![\p{L}\d]|[.,]\d)/uy;

/** Where the bracket of numbers with blanks between them closes that opens here; `undefined` for another bracket. */
export const arrayEndAt = (text: string, start: number): number | undefined => {
  const pattern = text[start] === '(' ? rowsPattern : arrayPattern;
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex - 1 : undefined;
};
