import type { FormulaPart } from '../../model/document.ts';
import type { Range } from '../../model/place.ts';
import { answerMark } from '../scan/answer-mark.ts';
import type { Hidden, Stretch } from '../source/blank.ts';
import { blank, inside, shifted } from '../source/blank.ts';
import type { Draft } from './draft.ts';
import { addPart } from './draft.ts';
import { emit } from './emit.ts';
import { anyGap } from './gaps.ts';
import { withMathLike } from './join.ts';

/** A formula met in a paragraph, with its delimiters. */
export interface Candidate extends Stretch {
  /** With delimiters; `start` and `end` are those of the text inside. */
  readonly outer: Stretch;
  readonly notation: FormulaPart['notation'];
  readonly display: boolean;
  readonly environment?: string;
  readonly doubtful?: boolean;
}

/** Something said about a whole stretch: bold or coloured (`final`), crossed out (`struck`). */
export interface Mark extends Stretch {
  readonly mark: 'final' | 'struck';
}

/** Text between two blank lines, as far as it was read. */
export interface Paragraph {
  readonly file: string;
  readonly source: string;
  start: number;
  end: number;
  readonly blanks: Hidden[];
  readonly formulas: Candidate[];
  readonly marks: Mark[];
  readonly figures: { readonly source: string; readonly caption: string; readonly range: Range }[];
  /** Marks of emphasis that are open, by their signs; none in most. */
  open: Map<string, number> | undefined;
}

/** A paragraph with nothing in it, at an offset. */
export const paragraphAt = (file: string, source: string, start: number): Paragraph => ({
  file,
  source,
  start,
  end: start,
  blanks: [],
  formulas: [],
  marks: [],
  figures: [],
  open: undefined,
});

const marked = (formula: Candidate, marks: readonly Mark[], mark: Mark['mark']): boolean =>
  marks.some((one) => one.mark === mark && inside(formula.outer, one));

/** A paragraph with more bold, coloured and struck stretches than this is read without them. */
const mostMarks = 500;

const byStart = (a: Stretch, b: Stretch): number => a.start - b.start || b.end - a.end;

/** The paragraph's text with markup and struck stretches blanked; offset 0 is the paragraph's start. */
const readableText = ({ source, start, end, blanks }: Paragraph, marks: readonly Mark[]): string => {
  if (blanks.length + marks.length === 0) return source.slice(start, end);
  const struck = marks.filter(({ mark }) => mark === 'struck');
  const hidden: readonly Hidden[] =
    struck.length === 0 && blanks.length < 2 ? blanks : [...blanks, ...struck].sort(byStart);
  return blank(
    source.slice(start, end),
    hidden.map((one) => ({ ...one, ...shifted(one, -start) })),
  );
};

const meaningful = /[\p{L}\p{N}=<>≈≤≥≠→⇒]/u;

const startsWith = (a: { readonly range: Range }, b: { readonly range: Range }): number =>
  a.range.start - b.range.start;

/** Puts a paragraph's figures between its other parts. */
const addFigures = (draft: Draft, { figures }: Paragraph, from: number): void => {
  if (figures.length === 0) return;
  for (const figure of figures) addPart(draft, { kind: 'figure', ...figure });
  for (const part of draft.parts.splice(from).sort(startsWith)) draft.parts.push(part);
};

/** Writes a paragraph's prose, formulas and figures into the draft. */
export const endParagraph = (draft: Draft, paragraph: Paragraph): void => {
  const { start, end } = paragraph;
  if (end <= start) return;
  const before = draft.parts.length;
  const marks = paragraph.marks.length > mostMarks ? [] : paragraph.marks;
  const text = readableText(paragraph, marks);
  const formulas =
    marks.length === 0 ? paragraph.formulas : paragraph.formulas.filter((one) => !marked(one, marks, 'struck'));
  const spoken = anyGap(text, start, end, start, formulas, meaningful);
  emit(draft, {
    file: paragraph.file,
    start,
    end,
    text,
    spoken,
    found: formulas,
    formulas: spoken ? withMathLike(formulas, text, start) : formulas,
    answers: spoken ? answerMark(text, start) : [],
    isFinal: (formula) => marked(formula, marks, 'final'),
  });
  addFigures(draft, paragraph, before);
};
