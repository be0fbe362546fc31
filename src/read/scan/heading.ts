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
const ballast = /\s*[([]\s*\d+(?:\.\d+)?\s*(?:points?|pts?\.?|marks?|punkte?|credits?)\s*[)\]]|\s*:\s*$/giu;

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

const separated = /^\S+\s*(?:no\.?|nr\.?|#)?\s*\S*?\s*(?:[.:)–—-]|$)/iu;

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
  const numbers = sections.slice(-recent).flatMap((section) => (section.item ? [] : (section.number ?? [])));
  const capital = /^[\p{Lu}\p{Lo}\p{Lt}\p{Quotation_Mark}(]/u.test(title);
  const dots = number.split('.').length - 1;
  if (dots === 0) {
    const last = numbers.findLast((other) => /^\d+$/.test(other));
    return capital && (last === undefined || Number(number) > Number(last));
  }
  const parent = number.slice(0, number.lastIndexOf('.'));
  return capital || dots > 1 || numbers.some((other) => other === parent || other.startsWith(`${parent}.`));
};

/**
 * Levels leave room for what has none of its own: `#` headings and \section lie at hundreds, bare numbered lines at tens
 * below them, bold titles under those, lettered items at units.
 */
const hundred = 100;
const ten = 10;
const boldTitle = 80;

/** The level of a `#` heading (depth 1 to 6) or of \part, \chapter, \section … */
export const strongLevel = (depth: number): number => depth * hundred;

const isStrong = ({ level, item }: Section): boolean => level % hundred === 0 && item !== true;

const mayHold = ({ level, number }: Section, inner: string): boolean =>
  level === 0 || number === undefined || inner === '' || inner.startsWith(`${number}.`);

const strongAround = (section: Section, number: string): number => {
  let around: Section | undefined = section;
  while (around && !(isStrong(around) && mayHold(around, number))) around = around.parent;
  return around?.level ?? 0;
};

/** The level of a bare numbered line: `2.2.1` lies below `2.2`, and below the `#` heading whose number begins its own. */
export const bareLevel = (section: Section, number: string): number =>
  strongAround(section, number) + ten * Math.min(7, number.split('.').length);

/** The level of a bold line without a number: below the numbered lines around it. */
export const boldLevel = (section: Section): number => {
  let around: Section = section;
  while (!isStrong(around) && around.parent) around = around.parent;
  return around.level + boldTitle;
};

/** The level of a problem environment: below the headings around it, above lettered items. */
export const levelAround = (section: Section): number => strongAround(section, '') + ten;

const isItem = ({ item }: Section): boolean => item === true;

/** The innermost section around that is no item. */
const headingAround = (section: Section): Section => {
  let around = section;
  while (isItem(around) && around.parent) around = around.parent;
  return around;
};

const styles = ['letter', 'roman', 'digit'] as const;
type ItemStyle = (typeof styles)[number];

/** The level of a lettered item: letters above Roman numbers above digits, all below the heading around. */
export const itemLevel = (section: Section, style: ItemStyle): number =>
  headingAround(section).level + 1 + styles.indexOf(style);

/** A sub-question's mark at the beginning of a line: `(a)`, `b)`, `(ii)`, `(2)`. */
export interface ItemMark {
  readonly number: string;
  readonly level: number;
  /** Length of the mark. */
  readonly length: number;
}

const mark =
  /^(?:\*\*|__)?(?:\((?<inner>[a-z]|[ivx]{1,5}|\d{1,2})\)|(?<half>[a-z]|[ivx]{1,5})\))[.:]?(?:\*\*|__)?[.:]?(?=\s|$)/;

const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' ');

const position = (number: string, style: ItemStyle): number => {
  if (style === 'digit') return Number(number);
  return style === 'roman' ? romans.indexOf(number) + 1 : number.charCodeAt(0) - 96;
};

const stylesOf = (number: string): readonly ItemStyle[] => {
  if (/^\d/.test(number)) return ['digit'];
  if (number.length > 1) return ['roman'];
  return romans.includes(number) ? ['roman', 'letter'] : ['letter'];
};

/** The last item of a level that is still open. */
const openItem = (section: Section, level: number): string | undefined => {
  for (let around: Section | undefined = section; around && isItem(around); around = around.parent)
    if (around.level === level) return around.number;
  return undefined;
};

/**
 * The mark at the beginning of a line, where it continues a count: `(a)` begins one, `(c)` may follow `(a)` or `(b)`
 * but not open one, so that "(5) into (4)" and an equation's `(8)` are none.
 */
export const itemMark = (section: Section, line: string): ItemMark | undefined => {
  const match = mark.exec(line);
  const number = match?.groups?.['inner'] ?? match?.groups?.['half'];
  if (!match || number === undefined) return undefined;
  if (/^\d/.test(number) && line.slice(match[0].length).trim() === '') return undefined;
  for (const style of stylesOf(number)) {
    const level = itemLevel(section, style);
    const last = openItem(section, level);
    const [here, before] = [position(number, style), last === undefined ? 0 : position(last, style)];
    const begins = here <= 1 || (last === undefined && /^[*_]/.test(line));
    if (here > before && (begins || (last !== undefined && here <= before + 2)))
      return { number, level, length: match[0].length };
  }
  return undefined;
};
