import { openSection } from '../draft/draft.ts';
import type { HeadingWords } from '../scan/heading.ts';
import { bareHeading, namedHeading } from '../scan/heading.ts';
import { bareLevel, boldLevel, itemLevel } from '../scan/heading-level.ts';
import { itemMark } from '../scan/item-mark.ts';
import { atParagraphStart, rangeIn } from '../scan/walk.ts';
import { endOfParagraph } from './groups.ts';
import type { LatexWalk } from './state.ts';
import { shownTitle } from './title.ts';

const lead = String.raw`[ \t]*(?:\\(?:noindent|indent|bigskip|medskip|smallskip|newline|par)(?![A-Za-z])[ \t]*)*`;
const sizes = String.raw`(?:\\(?:bf|bfseries|large|Large|LARGE|huge|underline|it|em|sc)(?![A-Za-z])[ \t]*\{?[ \t]*)`;

/** `\textbf{…}` or `{\bf …}` at the beginning of a line. */
const emphasised = new RegExp(
  `${lead}(?:\\\\(?:textbf|underline|textsc|emph)[ \\t]*\\{[ \\t]*${sizes}*([^{}\\n]{1,120})\\}{1,3}|\\{[ \\t]*${sizes}+([^{}\\n]{1,120})\\}{1,3})`,
  'y',
);

const plainMark = new RegExp(`${lead}(\\([a-z]{1,4}\\)|[a-z]\\))(?=[ \\t\\\\$]|$)`, 'my');

const restOfLine = /[ \t]*(?:\\\\(?:\[[^\]]*\])?)?[ \t\r]*(?:\n|$)/y;

const takeWeak = (walk: LatexWalk, { title, number }: HeadingWords, level: number, end: number): void => {
  const item = number !== undefined && !/^\d/.test(number);
  const at = walk.at;
  endOfParagraph(walk, end);
  openSection(walk.draft, {
    title,
    level,
    range: rangeIn(walk, at, end),
    ...(number === undefined ? {} : { number }),
    ...(item ? { item } : {}),
  });
};

/** `(a)` or `\textbf{(a)}`: a sub-question, where its letter continues the count. */
const takeMark = (walk: LatexWalk, written: string, bold: boolean, end: number): boolean => {
  const mark = itemMark(walk.draft.section, `${bold ? '**' : ''}${written}${bold ? '**' : ''} x`);
  if (!mark || walk.lists.some(({ numbered }) => numbered)) return false;
  takeWeak(walk, { number: mark.number, title: '' }, mark.level, end);
  return true;
};

const notATitle = /[=$\\]|[.,;!?]$|^(?:solution|answer|proof|note|remark|given|hint|lösung|result)/i;

/** Emphasised words that head what follows: `\textbf{Problem 3}` always, other words on a line of their own. */
const takeEmphasised = (walk: LatexWalk, written: string, end: number): boolean => {
  const words = shownTitle(written, walk.latex.macros);
  const numbered = namedHeading(words) ?? bareHeading(words);
  const { section } = walk.draft;
  if (numbered) {
    const level = /^\d/.test(numbered.number) ? bareLevel(section, numbered.number) : itemLevel(section, 'letter');
    takeWeak(walk, numbered, level, end);
    return true;
  }
  restOfLine.lastIndex = end;
  const title = words.replace(/:$/, '');
  if (!restOfLine.test(walk.text) || !atParagraphStart(walk) || notATitle.test(title) || !/\p{L}{2}/u.test(title))
    return false;
  takeWeak(walk, { title }, boldLevel(section), end);
  return true;
};

/** At the beginning of a line: headings that are set by hand. */
export const lineStart = (walk: LatexWalk): void => {
  emphasised.lastIndex = walk.at;
  const match = emphasised.exec(walk.text);
  const written = match?.[1] ?? match?.[2];
  if (match && written !== undefined) {
    const end = walk.at + match[0].length;
    if (!takeMark(walk, written.trim(), true, end)) takeEmphasised(walk, written, end);
    return;
  }
  plainMark.lastIndex = walk.at;
  const plain = plainMark.exec(walk.text);
  if (plain) takeMark(walk, plain[1] ?? '', false, walk.at + plain[0].length);
};
