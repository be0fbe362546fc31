import type { MacroDefinition } from '../math/notation/problem.ts';
import type { Notice } from './notice.ts';
import type { Place, Range } from './place.ts';

/** A stretch of text a document was read from. A notebook has one a cell source or output, a PDF one a page. */
export interface SourceText {
  /** The file, and for a cell or page the key that `Range.file` uses: `work.ipynb#cell3`, `main.pdf#page2`. */
  readonly file: string;
  readonly text: string;
  readonly cell?: number;
  readonly page?: number;
}

/** A heading with everything under it, down to the next heading of the same or a higher level. */
export interface Section {
  /** The heading as shown, without its number: `Stochastic Gradient Descent`; empty for the root. */
  readonly title: string;
  /**
   * The number bare of brackets, dots and words: `2.2.1`; `(a)` → `a`; `Problem 3.` → `3`; `2(b)` → `2.b`. For LaTeX's
   * own counters the number it prints.
   */
  readonly number?: string;
  /** 0 for the root. */
  readonly level: number;
  readonly range: Range;
  readonly parent?: Section;
  /** A list item or lettered sub-question (`(a)`, an enumerate item): its number counts inside its parent's. */
  readonly item?: boolean;
}

interface PartBase {
  readonly range: Range;
  /** The innermost section it stands in. */
  readonly section: Section;
}

/** Mathematics between delimiters, an environment, or math-like plain text. */
export interface FormulaPart extends PartBase {
  readonly kind: 'formula';
  /** How its text is to be parsed. */
  readonly notation: 'latex' | 'plain';
  readonly display: boolean;
  /**
   * The formula inside its delimiters; `range` covers exactly this text in the untouched source, character by character.
   * Markup inside (comments, quote marks, the dollars of `$x_1$ = 3.55`, bold) is blanked out by as many spaces.
   */
  readonly text: string;
  /** `aligned`, `align*`, `cases` … where an environment is the delimiter. */
  readonly environment?: string;
  /** Marked as a final answer from outside: bold, colour, "Answer:". */
  readonly final?: boolean;
  /** Read with doubt (PDF layout, decoding): a verdict on it goes to a person when it is not plainly right. */
  readonly doubtful?: boolean;
}

/**
 * Words between displays, blank lines and headings; formulas inside the sentence are parts of their own, which follow
 * it, with ranges inside this one's.
 */
export interface ProsePart extends PartBase {
  readonly kind: 'prose';
  /** As long as its range, markup (`**`, `\\textbf`, list marks, crossed-out words) blanked out by as many spaces. */
  readonly text: string;
}

export interface TableCell {
  readonly text: string;
  readonly range: Range;
  readonly notation: 'latex' | 'plain';
}

export interface TablePart extends PartBase {
  readonly kind: 'table';
  /** The first row is the header where the format has one. */
  readonly rows: readonly (readonly TableCell[])[];
}

/** An image or a plot, never opened: what it was called is kept. */
export interface FigurePart extends PartBase {
  readonly kind: 'figure';
  readonly source: string;
  readonly caption: string;
}

/** Printed output of a program: the results of a notebook's cell. */
export interface OutputPart extends PartBase {
  readonly kind: 'output';
  readonly text: string;
}

/** Program text; no claims are read from it. */
export interface CodePart extends PartBase {
  readonly kind: 'code';
  readonly text: string;
}

/** One line of an answer sheet: the student names the item. */
export interface AnswerPart extends PartBase {
  readonly kind: 'answer';
  readonly item: string;
  readonly notation: 'latex' | 'plain';
  readonly text: string;
}

/** Something that stands there and could not be read: a scanned page, a broken object. */
export interface UnreadablePart extends PartBase {
  readonly kind: 'unreadable';
  readonly reason: string;
}

export type Part =
  | FormulaPart
  | ProsePart
  | TablePart
  | FigurePart
  | OutputPart
  | CodePart
  | AnswerPart
  | UnreadablePart;

/** A submission (or one file of it) as read. */
export interface Document {
  readonly format: string;
  readonly sources: readonly SourceText[];
  readonly root: Section;
  /** All sections in document order, the root first. */
  readonly sections: readonly Section[];
  /** In document order. */
  readonly parts: readonly Part[];
  /** The user's macros: `\\newcommand{\\d}[2]{\\frac{\\partial #1}{\\partial #2}}`. */
  readonly macros: readonly MacroDefinition[];
  readonly notices: readonly Notice[];
  /** Line and column of an offset. */
  readonly place: (range: Range) => Place;
}
