import type { Section } from '../../model/document.ts';

/** What a heading's words say: the number bare, the title without it. */
export interface HeadingWords {
  readonly number?: string;
  readonly title: string;
}

const kinds =
  'problem|exercise|question|task|part|aufgabe|übung|teil|exercice|partie|ejercicio|problema|esercizio|opgave|uppgift|zadanie|задача|section|chapter|abschnitt|q|ex|prob|pb';
const numeral = '\\d{1,3}(?:\\.\\d{1,3}){0,5}';
const letter = '(?:[a-zA-Z]|[ivxIVX]{1,5})';

/** `2.2.1`, `2.2.1.`, `§ 2`, `2(b)`, `2.b)`, then words. */
const numbered = new RegExp(
  `^(?:§\\s*)?(?<digits>${numeral})(?:\\s?\\(?(?:(?<=\\()|(?<=\\d)|\\.)(?<letter>[a-z])\\)|\\.(?<tail>[a-z])(?![\\p{L}]))?(?:\\s*[.):]+|\\s*[-–—](?=\\s))?(?=\\s|$)\\s*(?<title>.*)$`,
  'u',
);

/** `Problem 3`, `Exercise 2.1 (b): Words`, `Q1.` */
const named = new RegExp(
  `^(?:${kinds})(?:\\s|\\.|#|№|no\\.?|nr\\.?)*(?<digits>${numeral}|[IVX]{1,5}(?![\\p{L}])|[A-Za-z](?![\\p{L}]))(?:\\s?[.(]?(?<letter>${letter})\\)|\\.?(?<tail>[a-z])(?![\\p{L}]))?\\s*(?:[.:)\\-–—]+\\s*)?(?<title>.*)$`,
  'iu',
);

/** `(a)`, `a)`, `(iv)`, then words. */
const lettered = new RegExp(`^\\(?(?<digits>${letter})\\)\\s*[.:]?\\s*(?<title>.*)$`, 'u');

/** What headings carry beside their words: `(10 points)`, a colon. */
const ballast = /\s*[([]\s*\d+(?:\.\d+)?\s*(?:points?|pts?\.?|marks?|punkte?|credits?)\s*[)\]]|\s*:\s*$/gi;

const fromMatch = (match: RegExpExecArray): HeadingWords => {
  const { digits = '', letter: sub, tail, title = '' } = match.groups ?? {};
  const part = sub ?? tail;
  return { number: part === undefined ? digits : `${digits}.${part}`, title: title.replace(ballast, '').trim() };
};

/** Number and title of a heading that stands for itself (`# 2.2.1 Words`, `\section*{Problem 3}`). */
export const headingWords = (text: string): HeadingWords => {
  const shown = text.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 500);
  const match = numbered.exec(shown) ?? named.exec(shown) ?? lettered.exec(shown);
  return match ? fromMatch(match) : { title: shown.replace(ballast, '').trim() };
};

const separated = /^\S+\s*(?:no\.?|nr\.?|#)?\s*\S*?\s*(?:[.:)–—-]|$)/i;

const mathOrSentence = /[=$\\]|[.;,]\s*$|\S[.!?]\s+\p{Lu}.*[.!?]$/u;

/** `Problem 3`, `Exercise 2.1: Words`, `Question 4(a)` on a line of its own; not `Problem 3 asks for more`. */
export const namedHeading = (line: string): (HeadingWords & { readonly number: string }) | undefined => {
  const text = line.trim().slice(0, 160);
  const match = named.exec(text);
  if (!match || mathOrSentence.test(text.replace(/[.]\s*$/, ''))) return undefined;
  const { number, title } = fromMatch(match);
  if (number === undefined) return undefined;
  return title === '' || separated.test(text) || /^\p{Lu}/u.test(title) ? { number, title } : undefined;
};

/**
 * Number and title of a bare line between blank lines, where it is a heading and no sentence:
 * `2.2.1 Stochastic Gradient Descent`, but not `3 apples were left.`
 */
export const bareHeading = (line: string): (HeadingWords & { readonly number: string }) | undefined => {
  const text = line.trim();
  if (text.length > 120 || mathOrSentence.test(text)) return undefined;
  const match = numbered.exec(text);
  const { number, title } = match ? fromMatch(match) : { number: undefined, title: '' };
  if (number === undefined || !/^[\p{L}\p{Quotation_Mark}(]/u.test(title)) return undefined;
  return { number, title };
};

/** How far back a bare heading looks for the ones before it. */
const recent = 50;

/**
 * Whether a bare line's number continues the headings so far. A whole number must be larger than the last and its words
 * begin with a capital: "4 iterations" is a sentence. `1.5 is enough` is one too, unless there is a section 1.
 */
export const continues = (sections: readonly Section[], { number, title }: Required<HeadingWords>): boolean => {
  const numbers: string[] = [];
  for (const section of sections.slice(-recent))
    if (!section.item && section.number !== undefined) numbers.push(section.number);
  const capital = /^[\p{Lu}\p{Lo}\p{Lt}\p{Quotation_Mark}(]/u.test(title);
  const dots = number.split('.').length - 1;
  if (dots === 0) {
    const last = numbers.findLast((other) => /^\d+$/.test(other));
    return capital && (last === undefined || Number(number) > Number(last));
  }
  const parent = number.slice(0, number.lastIndexOf('.'));
  return capital || dots > 1 || numbers.some((other) => other === parent || other.startsWith(`${parent}.`));
};
