import { closeSections, openSection } from '../draft/draft.ts';
import { headingWords } from '../scan/heading.ts';
import type { Taken } from '../scan/walk.ts';
import { breakParagraph, rangeIn } from '../scan/walk.ts';
import type { Argument } from './arguments.ts';
import { afterArguments, bracketed } from './arguments.ts';
import { inStyle } from './numbering.ts';
import type { LatexWalk, OpenList } from './state.ts';

const numberedLists: ReadonlySet<string> = new Set(
  'enumerate enumerate* compactenum inparaenum enumerate1 questions parts subparts subsubparts tasks'.split(' '),
);
const otherLists: ReadonlySet<string> = new Set('itemize itemize* description compactitem list trivlist'.split(' '));

/** Whether an environment is a list. */
export const isList = (name: string): boolean => numberedLists.has(name) || otherLists.has(name);

/** LaTeX's own styles of nested enumerates, and those of the exam class. */
const styles = ['arabic', 'alph', 'roman', 'Alph'];
const examStyles: Readonly<Record<string, string>> = { questions: 'arabic', parts: 'alph', subparts: 'roman' };

const labelled = /\\(arabic|roman|Roman|alph|Alph)\b/;
const sample = /(?:^|[^A-Za-z\\])([aAiI1])(?![A-Za-z])/;
const styleOfSample: Readonly<Record<string, string>> = { a: 'alph', A: 'Alph', i: 'roman', I: 'Roman', '1': 'arabic' };

/** `[label=(\alph*)]` and the older `[(a)]`. */
const styleFrom = (options: string): string | undefined =>
  labelled.exec(options)?.[1] ?? (/=/.test(options) ? undefined : styleOfSample[sample.exec(options)?.[1] ?? '']);

/** A list inside deeper lists than this opens no more sections. */
const deepest = 12;

const startOf = (options: string): number =>
  Math.min(10_000, Number(/start\s*=\s*(\d{1,4})/.exec(options)?.[1] ?? 1)) - 1;

/** Opens a list; its options are passed over. */
export const beginList = (walk: LatexWalk, environment: string, from: number): Taken => {
  const option = bracketed(walk.text, from);
  const options = option ? walk.text.slice(option.start, option.end) : '';
  const nested = walk.lists.filter(({ numbered }) => numbered).length;
  breakParagraph(walk, afterArguments(walk.text, from, environment === 'list' ? 2 : 0));
  walk.lists.push({
    environment,
    numbered: numberedLists.has(environment) && walk.lists.length < deepest,
    level: walk.draft.section.level + 1,
    style: styleFrom(options) ?? examStyles[environment] ?? styles[nested] ?? 'arabic',
    count: startOf(options),
  });
  return true;
};

/** Closes the list and the sections of its items. */
export const endList = (walk: LatexWalk, to: number): Taken => {
  const list = walk.lists.pop();
  const at = walk.at;
  breakParagraph(walk, to);
  if (list) closeSections(walk.draft, list.level, rangeIn(walk, at, at));
  return true;
};

/** The number of the next item: counted, or as `\item[(b)]` gives it. */
const itemNumber = (list: OpenList, label: string | undefined): string | undefined => {
  if (label !== undefined) return headingWords(label.replace(/[{}$]|\\[A-Za-z]+/g, '').trim()).number;
  list.count += 1;
  return inStyle(list.style, list.count);
};

const shortTitle = /^[ \t]*([\p{L}][^=$\\|{}\n]{2,80}?)[ \t]*[.:]?[ \t\r]*(?:\n|$)/uy;

const writtenLabel = /\s*(?:\\textbf\s*\{)?\s*(\([a-z]{1,4}\)|[a-z]\))\s*\}?(?=\s)/y;

/** `\item (b)`: the label written by hand. */
const handLabel = (text: string, from: number): Argument | undefined => {
  writtenLabel.lastIndex = from;
  const match = writtenLabel.exec(text);
  if (!match) return undefined;
  const start = from + match[0].indexOf(match[1] ?? '');
  return { start, end: start + (match[1]?.length ?? 0), after: from + match[0].length };
};

/** `\item`, `\question`, `\part`: a paragraph of its own; in a numbered list a section. */
export const takeItem = (walk: LatexWalk, from: number): Taken => {
  const list = walk.lists.at(-1);
  const label = bracketed(walk.text, from) ?? handLabel(walk.text, from);
  const after = label?.after ?? from;
  const at = walk.at;
  breakParagraph(walk, after);
  const lettered = label !== undefined && /^\(?[a-z]{1,4}\)/.test(walk.text.slice(label.start, label.end));
  if (!list || !(list.numbered || lettered)) return true;
  const points = list.environment in examStyles;
  const number = itemNumber(list, label && !points ? walk.text.slice(label.start, label.end) : undefined);
  shortTitle.lastIndex = after;
  const title = shortTitle.exec(walk.text)?.[1] ?? '';
  openSection(walk.draft, {
    title,
    level: list.level,
    range: rangeIn(walk, at, after),
    item: true,
    ...(number === undefined ? {} : { number }),
  });
  return true;
};
