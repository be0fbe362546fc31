import type { FormulaPart } from '../../model/document.ts';
import { limits } from '../limits.ts';
import type { Stretch } from '../source/blank.ts';
import { blank, inside, shifted } from '../source/blank.ts';
import type { Draft } from './draft.ts';
import { addPart, exceeded } from './draft.ts';
import { anyGap } from './gaps.ts';
import type { Candidate } from './paragraph.ts';

/** A paragraph ready to be written down. */
export interface Finished {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** Its readable text, from `start` on. */
  readonly text: string;
  /** Whether there is anything but formulas in it. */
  readonly spoken: boolean;
  /** Formulas as their delimiters have them. */
  readonly found: readonly Candidate[];
  /** Formulas in order, pieces joined. */
  readonly formulas: readonly Candidate[];
  /** What stands behind "Answer:", stretches in order. */
  readonly answers: readonly Stretch[];
  readonly isFinal: (formula: Candidate) => boolean;
}

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

const isWord = /[\p{L}\p{N}]/u;

/** Prose between two offsets, where there are words beside the formulas. */
const emitProse = (
  draft: Draft,
  { file, start, text, spoken }: Finished,
  from: number,
  to: number,
  inline: readonly Candidate[],
): void => {
  if (!spoken || !anyGap(text, from, to, start, inline, isWord)) return;
  const piece = text.slice(from - start, to - start);
  const shown = piece.trim();
  const at = from + piece.length - piece.trimStart().length;
  addPart(draft, { kind: 'prose', text: shown, range: { file, start: at, end: at + shown.length } });
};

const tooLong = (draft: Draft, file: string, { start, end }: Candidate): void => {
  const range = { file, start, end };
  exceeded(draft, limits.formulaLength, range);
  addPart(draft, { kind: 'unreadable', reason: limits.formulaLength.message, range });
};

type LooseFormula = { -readonly [Key in keyof Omit<FormulaPart, 'section'>]: FormulaPart[Key] };

const emitFormula = (draft: Draft, paragraph: Finished, inner: string, formula: Candidate): void => {
  const { outer, display, notation, environment, doubtful, start, end } = formula;
  const final = paragraph.isFinal(formula) || insideAny(outer, paragraph.answers) || (draft.expectsAnswer && display);
  if (display || final) draft.expectsAnswer = false;
  const piece = inner.slice(start - paragraph.start, end - paragraph.start);
  const text = piece.trim();
  if (text === '') return;
  if (text.length > limits.formulaLength.value) {
    tooLong(draft, paragraph.file, formula);
    return;
  }
  const at = start + piece.length - piece.trimStart().length;
  const range = { file: paragraph.file, start: at, end: at + text.length };
  const part: LooseFormula = { kind: 'formula', notation, display, text, range };
  if (environment) part.environment = environment;
  if (final) part.final = final;
  if (doubtful || draft.uncertain.test(text) || insideAny(outer, draft.doubts)) part.doubtful = true;
  addPart(draft, part);
};

/** The text with the delimiters of all formulas blanked, also of those that became part of a longer one. */
const withoutDelimiters = ({ text, found, formulas, start }: Finished): string =>
  found === formulas
    ? text
    : blank(
        text,
        found.flatMap(({ start: from, end: to, outer }) => [
          shifted({ start: outer.start, end: from }, -start),
          shifted({ start: to, end: outer.end }, -start),
        ]),
      );

/** Writes down prose with its inline formulas, a display, prose … */
export const emit = (draft: Draft, paragraph: Finished): void => {
  const { formulas, answers, start, end } = paragraph;
  const inner = withoutDelimiters(paragraph);
  let from = start;
  let inline: Candidate[] = [];
  const emitUpTo = (to: number): void => {
    emitProse(draft, paragraph, from, to, inline);
    for (const one of inline) emitFormula(draft, paragraph, inner, one);
    inline = [];
  };
  for (const formula of formulas) {
    if (!formula.display) inline.push(formula);
    else {
      emitUpTo(formula.outer.start);
      emitFormula(draft, paragraph, inner, formula);
      from = formula.outer.end;
    }
  }
  emitUpTo(end);
  const introduced = answers.at(-1);
  if (introduced && !formulas.some(({ outer }) => outer.end > introduced.start)) draft.expectsAnswer = true;
};
