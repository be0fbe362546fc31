import type { FormulaPart } from '../../model/document.ts';
import type { Range } from '../../model/place.ts';
import { answerMark } from '../scan/answer-mark.ts';
import { mathLike } from '../scan/math-like.ts';
import type { Stretch } from '../source/blank.ts';
import { blank } from '../source/blank.ts';
import type { Draft } from './draft.ts';
import { addPart } from './draft.ts';

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
  readonly blanks: Stretch[];
  readonly formulas: Candidate[];
  readonly marks: Mark[];
  readonly figures: { readonly source: string; readonly caption: string; readonly range: Range }[];
  /** Marks of emphasis that are open, by their signs. */
  readonly open: Map<string, number>;
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
  open: new Map(),
});

const inside = (inner: Stretch, outer: Stretch): boolean => inner.start >= outer.start && inner.end <= outer.end;

const byStart = (a: Stretch, b: Stretch): number => a.start - b.start || b.end - a.end;

/** Marks by binary search would be quicker; a paragraph rarely has more than a handful, and the count is bounded. */
const marked = (formula: Candidate, marks: readonly Mark[], mark: Mark['mark']): boolean =>
  marks.some((one) => one.mark === mark && inside(formula.outer, one));

/** A paragraph with more bold, coloured and struck stretches than this is read without them. */
const mostMarks = 500;

const shifted = ({ start, end }: Stretch, by: number): Stretch => ({ start: start - by, end: end - by });

/** The paragraph's text with markup and struck stretches blanked; offset 0 is the paragraph's start. */
const readableText = ({ source, start, end, blanks, marks }: Paragraph): string => {
  const hidden = [...blanks, ...marks.filter(({ mark }) => mark === 'struck')].sort(byStart);
  return blank(
    source.slice(start, end),
    hidden.map((one) => shifted(one, start)),
  );
};

const delimiterBlanks = (formulas: readonly Candidate[]): readonly Stretch[] =>
  formulas.flatMap(({ start, end, outer }) => [
    { start: outer.start, end: start },
    { start: end, end: outer.end },
  ]);

/**
 * Formulas with those found between the delimiters: math-like prose, and pieces such as `$x_1$ = 3.55` joined into one.
 */
const withMathLike = (paragraph: Paragraph, formulas: readonly Candidate[], text: string): readonly Candidate[] => {
  const { start } = paragraph;
  const atoms = formulas.map(({ outer, display }) => ({ ...shifted(outer, start), opaque: display }));
  const found = mathLike(text, atoms);
  if (found.length === 0) return formulas;
  const extra = found.map(({ start: from, end: to, notation, display, doubtful }): Candidate => {
    const whole = { start: from + start, end: to + start };
    return { ...whole, outer: whole, notation, display, ...(doubtful ? { doubtful } : {}) };
  });
  const kept: Candidate[] = [];
  let index = 0;
  for (const formula of formulas) {
    while (index < extra.length && (extra[index]?.end ?? 0) <= formula.outer.start) index += 1;
    const next = extra[index];
    if (!next || !inside(formula.outer, next)) kept.push(formula);
  }
  return [...kept, ...extra].sort(byStart);
};

/** Whether one of some disjoint stretches in order holds the inner one. */
const insideAny = (inner: Stretch, stretches: readonly Stretch[]): boolean => {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) < inner.end) low = middle + 1;
    else high = middle;
  }
  const one = stretches[low];
  return one !== undefined && inside(inner, one);
};

const hasWords = /[\p{L}\p{N}]/u;

const emitProse = (draft: Draft, paragraph: Paragraph, text: string, from: number, to: number): void => {
  const piece = text.slice(from - paragraph.start, to - paragraph.start);
  const lead = piece.length - piece.trimStart().length;
  const trimmed = piece.trim();
  if (trimmed === '') return;
  const start = from + lead;
  const range = { file: paragraph.file, start, end: start + trimmed.length };
  addPart(draft, { kind: 'prose', text: trimmed, range });
};

const emitFormula = (draft: Draft, file: string, formula: Candidate, text: string, final: boolean): void => {
  const { start, end, notation, display, environment, doubtful } = formula;
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  if (trimmed === '') return;
  addPart(draft, {
    kind: 'formula',
    notation,
    display,
    text: trimmed,
    range: { file, start: start + lead, end: Math.min(end, start + lead + trimmed.length) },
    ...(environment ? { environment } : {}),
    ...(final ? { final } : {}),
    ...(doubtful || draft.uncertain.test(trimmed) ? { doubtful: true } : {}),
  });
};

/** Whether a stretch holds words beside its formulas. */
const wordsBeside = (text: string, from: number, formulas: readonly Candidate[]): boolean =>
  hasWords.test(
    blank(
      text,
      formulas.map(({ outer }) => shifted(outer, from)),
    ),
  );

/** Splits at displays: prose with its inline formulas, a display, prose … */
const emit = (draft: Draft, paragraph: Paragraph, text: string, found: readonly Candidate[]): void => {
  const formulas = withMathLike(paragraph, found, text);
  const answers = answerMark(text, paragraph.start);
  const inner = blank(
    text,
    delimiterBlanks(found).map((one) => shifted(one, paragraph.start)),
  );
  const emitOne = (formula: Candidate): void => {
    const final =
      marked(formula, paragraph.marks, 'final') ||
      insideAny(formula.outer, answers) ||
      (draft.expectsAnswer && formula.display);
    if (formula.display || final) draft.expectsAnswer = false;
    emitFormula(
      draft,
      paragraph.file,
      formula,
      inner.slice(formula.start - paragraph.start, formula.end - paragraph.start),
      final,
    );
  };
  let from = paragraph.start;
  let inlines: Candidate[] = [];
  const emitPiece = (to: number): void => {
    const piece = text.slice(from - paragraph.start, to - paragraph.start);
    if (wordsBeside(piece, from, inlines)) emitProse(draft, paragraph, text, from, to);
    for (const one of inlines) emitOne(one);
    inlines = [];
  };
  for (const formula of formulas) {
    if (!formula.display) inlines.push(formula);
    else {
      emitPiece(formula.outer.start);
      emitOne(formula);
      from = formula.outer.end;
    }
  }
  emitPiece(paragraph.end);
  const lastMark = answers.at(-1);
  if (lastMark && !formulas.some((one) => one.outer.end > lastMark.start)) draft.expectsAnswer = true;
};

/** Sorts the parts from an index on by where they begin. */
const putInOrder = ({ parts }: Draft, from: number): void => {
  const added = parts.splice(from);
  parts.push(...added.sort((a, b) => a.range.start - b.range.start));
};

/** Writes a paragraph's prose and formulas into the draft. */
export const endParagraph = (draft: Draft, paragraph: Paragraph): void => {
  if (paragraph.end <= paragraph.start) return;
  const bounded = paragraph.marks.length > mostMarks ? { ...paragraph, marks: [] } : paragraph;
  const text = readableText(bounded);
  const kept = bounded.formulas.filter((formula) => !marked(formula, bounded.marks, 'struck'));
  const before = draft.parts.length;
  emit(draft, bounded, text, kept);
  for (const figure of paragraph.figures) addPart(draft, { kind: 'figure', ...figure });
  if (paragraph.figures.length > 0) putInOrder(draft, before);
};
