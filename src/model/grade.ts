import type { Exact } from '../math/number/exact.ts';
import type { SourceText } from './document.ts';
import type { Notice } from './notice.ts';
import type { Rubric } from './rubric.ts';
import type { Verdict } from './verdict.ts';

export interface ScoredVerdict extends Verdict {
  readonly points: Exact;
  readonly max: Exact;
  /** A person still decides: the points are neither earned nor lost. */
  readonly open: boolean;
}

export interface SectionScore {
  readonly id: string;
  readonly heading: string;
  /** 1 for a section of the rubric itself, 2 for one inside it … */
  readonly level: number;
  /** Of all items in it, those of its own sections included. */
  readonly points: Exact;
  readonly max: Exact;
}

/** One submission, graded. */
export interface Grade {
  readonly student: string;
  readonly files: readonly string[];
  readonly rubric: Rubric;
  readonly items: readonly ScoredVerdict[];
  readonly sections: readonly SectionScore[];
  readonly points: Exact;
  readonly max: Exact;
  /** Points that a person still decides on. */
  readonly open: Exact;
  /** What reading had to say: unclosed delimiters, odd encodings, budgets reached. */
  readonly notices: readonly Notice[];
  /** The texts it was read from, so that a report can show the line a verdict is about. */
  readonly sources?: readonly SourceText[];
  /** Could not be graded at all, and why: counted apart, never a zero. */
  readonly failure?: string;
}
