import type { Expression } from '../math/expression/tree.ts';
import type { Exact } from '../math/number/exact.ts';
import type { Place } from './place.ts';
import type { Item } from './rubric.ts';

/** DESIGN: six verdicts. `unreadable` and `review` go to a person and never cost points by themselves. */
export type VerdictName = 'correct' | 'carried' | 'wrong' | 'missing' | 'unreadable' | 'review';

/** How a comparison was settled. */
export type Decided = 'exact' | 'certified' | 'sampled' | 'shown';

/** Why an answer is as it is: an id a machine can count and a sentence a student understands. */
export interface FindingNote {
  readonly id: string;
  readonly message: string;
  /** The same without any value the reference gives away, for students who may see hints only. */
  readonly hint?: string;
}

/** A link of a chain that does not hold, with both sides' values. */
export interface BrokenLink {
  readonly left: string;
  readonly relation: string;
  readonly right: string;
  readonly leftValue: string;
  readonly rightValue: string;
  readonly place: Place;
}

export interface Verdict {
  readonly item: Item;
  readonly verdict: VerdictName;
  /** Share of the points earned: 1 for `correct`; what carry or partial credit gives; absent where a person decides. */
  readonly share?: Exact;
  /** The answer as the student wrote it. */
  readonly found?: string;
  /** The answer as it was understood. */
  readonly read?: Expression;
  /** The reference to as many digits as matter. */
  readonly reference?: string;
  readonly place?: Place;
  readonly decided?: Decided;
  readonly findings: readonly FindingNote[];
  readonly broken?: BrokenLink;
  /** For `review` and `unreadable`: why a person must look. */
  readonly reason?: string;
}
