/** Which of the stated options a text names. */

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const words = (text: string): string =>
  plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Letters and numbers stand for options in lists only: the `a` of a sentence is an article. */
const isLabel = (option: string): boolean => /^[\p{L}\p{N}]$/u.test(words(option));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const labelled = (option: string): RegExp => {
  const label = escaped(words(option));
  return new RegExp(
    `\\(${label}\\)|(?:^|\\n)\\s*${label}\\s*[).:]?\\s*(?:\\n|$)|(?:answer|option|choice|choose)\\s*(?:is|:)?\\s*\\(?${label}(?![\\p{L}\\p{N}])`,
    'u',
  );
};

const denial = /(?:^| )(?:not|never|cannot|no|nor|neither|without|t|instead of|rather than)(?: \p{L}+){0,2} $/u;

/** The options a text names, and whether one of them is denied: "we do not reject". */
export interface Chosen {
  readonly options: readonly string[];
  readonly denied: boolean;
}

/** Takes the longest options first, so that `reject` is not found in "fail to reject". */
const phrases = (text: string, options: readonly string[]): Chosen => {
  let rest = ` ${words(text)} `;
  let denied = false;
  const found = new Set<string>();
  for (const option of options.toSorted((a, b) => b.length - a.length)) {
    const phrase = ` ${words(option)} `;
    if (phrase.trim() === '') continue;
    for (let at = rest.indexOf(phrase); at >= 0; at = rest.indexOf(phrase)) {
      found.add(option);
      denied ||= denial.test(rest.slice(0, at + 1));
      rest = `${rest.slice(0, at)} | ${rest.slice(at + phrase.length)}`;
    }
  }
  return { options: options.filter((option) => found.has(option)), denied };
};

/** What a short answer names: every option in it counts. */
export const optionsIn = (text: string, options: readonly string[]): readonly string[] =>
  phrases(text, options).options;

/** What running text names; options that are single letters only where they are written as such. */
export const optionsInProse = (text: string, options: readonly string[]): Chosen => {
  const labels = options.filter((option) => isLabel(option) && labelled(option).test(plain(text)));
  const { options: named, denied } = phrases(
    text,
    options.filter((option) => !isLabel(option)),
  );
  return { options: options.filter((option) => labels.includes(option) || named.includes(option)), denied };
};
