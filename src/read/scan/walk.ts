import type { Range } from '../../model/place.ts';
import type { Draft, Heading } from '../draft/draft.ts';
import { addPart, note, openSection } from '../draft/draft.ts';
import type { Candidate, Paragraph } from '../draft/paragraph.ts';
import { endParagraph, paragraphAt } from '../draft/paragraph.ts';
import type { RemarkName } from '../draft/remarks.ts';
import type { Finder } from './find.ts';
import { finderOf } from './find.ts';
import { loneNumbers } from './lone-numbers.ts';
import type { MathSpan, MathText } from './math-span.ts';
import { mathText } from './math-span.ts';

/** One pass over one text: where it stands and what it has gathered. */
export interface Walk {
  readonly draft: Draft;
  readonly file: string;
  /** As long as the source; what must not be read (comments, listings) may be blanked. */
  readonly text: string;
  readonly find: Finder;
  readonly math: MathText;
  /** Where the tails of links begin and end: what a link says is read, where it leads is not. */
  readonly tails: Map<number, number>;
  /** Names of things that were looked for up to the end and are not there. */
  readonly exhausted: Set<string>;
  /** Where lines begin that are a section's number alone; looked for when a line begins with a digit. */
  readonly loneNumbers: () => ReadonlySet<number>;
  at: number;
  paragraph: Paragraph;
}

/** A walk at the beginning of a text. */
export const walkOver = (draft: Draft, file: string, text: string, dialect: MathText['dialect']): Walk => {
  const find = finderOf(text);
  let numbers: ReadonlySet<number> | undefined;
  return {
    draft,
    file,
    text,
    find,
    math: mathText(text, find, dialect),
    tails: new Map(),
    exhausted: new Set(),
    loneNumbers: () => {
      numbers ??= loneNumbers(text);
      return numbers;
    },
    at: 0,
    paragraph: paragraphAt(file, text, 0),
  };
};

/** The range of a stretch of the walk's text. */
export const rangeIn = ({ file }: Walk, start: number, end: number): Range => ({ file, start, end });

/** What takes something returns `true`: the cursor has moved on. A rule can end with it. */
export type Taken = true;

/** Ends the paragraph at the cursor and goes on at `to`. */
export const breakParagraph = (walk: Walk, to: number): Taken => {
  walk.paragraph.end = walk.at;
  endParagraph(walk.draft, walk.paragraph);
  walk.at = to;
  walk.paragraph = paragraphAt(walk.file, walk.text, to);
  return true;
};

/** Passes over a stretch that is markup, not words; it may stand for a shorter sign. */
export const hide = (walk: Walk, to: number, as?: string): Taken => {
  walk.paragraph.blanks.push({ start: walk.at, end: to, ...(as === undefined ? {} : { as }) });
  walk.at = to;
  return true;
};

/** Whether nothing but white space was read since the last break. */
export const atParagraphStart = ({ text, paragraph, at }: Walk): boolean =>
  paragraph.formulas.length === 0 && (at === paragraph.start || text.slice(paragraph.start, at).trim() === '');

/** Takes a formula in and goes on behind it. */
export const takeMath = (walk: Walk, found: MathSpan): Taken => {
  const { outer, start, end, display, environment, closed } = found;
  const formula: Candidate = { outer, start, end, display, notation: 'latex' };
  const named = environment ? { ...formula, environment } : formula;
  walk.paragraph.formulas.push(closed ? named : { ...named, doubtful: true });
  if (!closed) remarkAt(walk, environment ? 'unclosed-environment' : 'unclosed-math', outer.start, outer.end);
  walk.at = outer.end;
  return true;
};

/** Puts down a remark about a stretch. */
export const remarkAt = (walk: Walk, name: RemarkName, start: number, end: number, file?: string): void =>
  note(walk.draft, name, rangeIn(walk, start, end), file);

/** A heading: ends the paragraph, opens the section, goes on at `to`. */
export const takeHeading = (walk: Walk, heading: Omit<Heading, 'range'>, end: number, to: number): Taken => {
  const range = rangeIn(walk, walk.at, end);
  breakParagraph(walk, to);
  openSection(walk.draft, { ...heading, range });
  return true;
};

/** Program text or the like, from the cursor to `to`. */
export const takeCode = (walk: Walk, start: number, end: number, to: number): Taken => {
  breakParagraph(walk, to);
  if (end > start)
    addPart(walk.draft, { kind: 'code', text: walk.text.slice(start, end), range: rangeIn(walk, start, end) });
  return true;
};
