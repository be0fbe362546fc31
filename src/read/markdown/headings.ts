import { openSection } from '../draft/draft.ts';
import type { HeadingWords } from '../scan/heading.ts';
import { bareHeading, continues, headingWords, namedHeading } from '../scan/heading.ts';
import { bareLevel, boldLevel, itemLevel, levelOf, strongLevel } from '../scan/heading-level.ts';
import { itemMark } from '../scan/item-mark.ts';
import type { Walk } from '../scan/walk.ts';
import { atParagraphStart, breakParagraph, rangeIn, takeHeading } from '../scan/walk.ts';
import type { Block } from './blocks.ts';
import { afterLine, lineAt } from './blocks.ts';

const emphasis = /\*\*|__|[*`~]|<\/?[a-z][^<>]{0,200}>|\{#[^{}]*\}/gi;
const delimiters = /\\[()[\]]|\$/g;

/** A heading's words without Markdown's marks; mathematics in it loses its dollars. */
export const shownWords = (text: string): string =>
  text.replace(emphasis, '').replace(delimiters, '').replace(/\s+/g, ' ').trim();

/** Of a longer line only so much is the heading's words. */
const longestHeading = 500;

const claimsSomething = /[=<>≈≤≥]|\\(?:approx|le|ge|lt|gt)/;

const atx = /^(#{1,6})(?:[ \t]+|(?=[\p{Lu}\d]))(.*?)[ \t]*#*[ \t\r]*$/u;

/** `## 2.2 Weights` */
export const atxHeading: Block = (walk, line) => {
  const match = atx.exec(line.slice(0, longestHeading));
  const [, marks = '', words = ''] = match ?? [];
  if (!match) return false;
  const shown = headingWords(shownWords(words));
  const heading = { ...shown, level: levelOf(walk.draft.section, shown, strongLevel(marks.length)) };
  // `## Answer: $x = 3$` claims something: its words are read as well.
  const next = claimsSomething.test(shownWords(words)) ? walk.at + marks.length : afterLine(walk.text, walk.at);
  return takeHeading(walk, heading, walk.at + line.length, next);
};

const underline = /^[ \t]{0,3}(?:=+|-{2,})[ \t\r]*$/;

/** Signs that an underline begins with: most lines have none of them below. */
const mayUnderline = (code: number): boolean => code === 61 || code === 45 || code === 32 || code === 9;

/** A line underlined with `===` or `---`. */
export const setextHeading: Block = (walk, line) => {
  const next = afterLine(walk.text, walk.at);
  if (!mayUnderline(walk.text.charCodeAt(next))) return false;
  const under = lineAt(walk.text, next);
  if (
    line.length > longestHeading ||
    claimsSomething.test(line) ||
    !underline.test(under) ||
    !atParagraphStart(walk) ||
    line.trim() === '' ||
    /^\||[|]\s*$|^---/.test(line)
  )
    return false;
  const level = strongLevel(under.trim().startsWith('=') ? 1 : 2);
  takeHeading(walk, { ...headingWords(shownWords(line)), level }, walk.at + line.length, afterLine(walk.text, next));
  return true;
};

const blankAfter = (walk: Walk): boolean => {
  const next = afterLine(walk.text, walk.at);
  return next >= walk.text.length || lineAt(walk.text, next).trim() === '';
};

const wholeBold = /^(?:\*\*|__)(?!\s)([^*_]{1,120})(?:\*\*|__)[ \t]*:?[ \t\r]*$/;

const weakLevel = (walk: Walk, words: HeadingWords & { readonly number: string }): number => {
  const { section } = walk.draft;
  return /^\d/.test(words.number) ? bareLevel(section, words.number) : itemLevel(section, 'letter');
};

const takeWeak = (walk: Walk, words: HeadingWords & { readonly number: string }, line: string): true => {
  const item = !/^\d/.test(words.number);
  const level = weakLevel(walk, words);
  takeHeading(walk, { ...words, level, item }, walk.at + line.length, afterLine(walk.text, walk.at));
  return true;
};

const notATitle = /[=$\\]|[.,;!?]$|^(?:solution|answer|proof|note|remark|given|hint|lösung|result)/i;

/** `2.2.1`, which is no value. */
const numberAlone = (words: string): (HeadingWords & { readonly number: string }) | undefined => {
  const number = /^(\d{1,3}(?:\.\d{1,3}){2,5})[.):]?$/.exec(words)?.[1];
  return number === undefined ? undefined : { number, title: '' };
};

const boldNumber =
  /^(?:\*\*|__)(?<number>\d{1,3}(?:\.\d{1,3}){2,5}|\d\.\d(?=[^=<>≈]{1,50}=))[.:)]?(?:\*\*|__)[.:)]?[ \t]+(?=\S)/;

/** `**2.2.1** x_1 = 3.55`: the number of what begins on its line; `**3.55** is the end` is a value. */
export const boldNumberBefore: Block = (walk, line) => {
  const match = boldNumber.exec(line.slice(0, longestHeading));
  const number = match?.groups?.['number'];
  if (!match || number === undefined) return false;
  const [start, end] = [walk.at, walk.at + match[0].length];
  const level = bareLevel(walk.draft.section, number);
  breakParagraph(walk, end);
  openSection(walk.draft, { number, level, item: false, title: '', range: rangeIn(walk, start, end) });
  return true;
};

/** `**Problem 3**`, `**2.2.1 Words**`, `**2.2.1**`, `**Words**` on a line of their own. */
export const boldHeading: Block = (walk, line) => {
  const words = wholeBold.exec(line)?.[1]?.trim().replace(/:$/, '');
  if (words === undefined || !atParagraphStart(walk)) return false;
  const numbered = namedHeading(words) ?? bareHeading(words) ?? numberAlone(words);
  if (numbered) return takeWeak(walk, numbered, line);
  if (notATitle.test(words) || !blankAfter(walk) || !/\p{L}{2}/u.test(words)) return false;
  const level = boldLevel(walk.draft.section);
  takeHeading(walk, { title: words, level }, walk.at + line.length, afterLine(walk.text, walk.at));
  return true;
};

/** `2.2.1` alone, where the numbers of the text tell that it is a heading and no result. */
const loneNumber = (walk: Walk, line: string): boolean => {
  const isNumber = /^\d+\.[\d.]*[.):]?\s*$/.test(line) && walk.loneNumbers().has(walk.at);
  return isNumber && takeWeak(walk, { number: line.replace(/[.):]?\s*$/, ''), title: '' }, line);
};

/** Behind a heading: nothing, a formula, or the first of its own parts, `2.2.1` behind `2.2`. */
const beginsSection = (walk: Walk, number: string): boolean => {
  if (blankAfter(walk)) return true;
  const next = lineAt(walk.text, afterLine(walk.text, walk.at));
  return next.startsWith(`${number}.`) || (number.includes('.') && claimsSomething.test(next));
};

/** Behind a line that ends in a formula; a sentence that wraps ends in a word. */
const behindFormula = ({ text, at }: Walk): boolean => {
  const end = text.lastIndexOf('\n', at - 1);
  const before = text.slice(Math.max(text.lastIndexOf('\n', end - 1), end - longestHeading, 0), Math.max(end, 0));
  return claimsSomething.test(before) && !/\p{L}{3,}[,;]?\s*$/u.test(before);
};

/** `2.2.1 Stochastic Gradient Descent` between blank lines or above a formula, `Problem 3` on a line of its own. */
export const bareHeadingLine: Block = (walk, line) => {
  if (!/^[\p{L}\d§]/u.test(line)) return false;
  if (loneNumber(walk, line)) return true;
  if (!atParagraphStart(walk) && !behindFormula(walk)) return false;
  const named = namedHeading(line);
  if (named && (named.title === '' || blankAfter(walk))) return takeWeak(walk, named, line);
  const words = bareHeading(line);
  const bare = words && beginsSection(walk, words.number) ? words : undefined;
  return bare !== undefined && continues(walk.draft.sections, bare) && takeWeak(walk, bare, line);
};

const title = /^[\p{L}][^=$\\|]{2,80}$/u;

/** `(a)`, `b)` at the beginning of a line: what follows on it belongs to the sub-question. */
export const itemHeading: Block = (walk, line) => {
  const mark = itemMark(walk.draft.section, line);
  if (!mark) return false;
  const [start, end] = [walk.at, walk.at + mark.length];
  const rest = line.slice(mark.length).trim();
  const words = title.test(rest) && !/[.;,:?]$/.test(rest) && blankAfter(walk) ? rest : '';
  breakParagraph(walk, end);
  openSection(walk.draft, {
    number: mark.number,
    level: mark.level,
    item: true,
    title: words,
    range: rangeIn(walk, start, end),
  });
  return true;
};
