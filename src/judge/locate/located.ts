/** Where the answer to an item stands, or why none could be taken. */
import type { Expression } from '../../math/expression/tree.ts';
import type { AnswerClaim, ChainClaim, Claim } from '../../model/claim.ts';
import type { Section } from '../../model/document.ts';
import type { Place } from '../../model/place.ts';
import type { Item } from '../../model/rubric.ts';
import type { Shape } from './entries.ts';

/** A claim that answers an item, and the value in it. */
export interface Answer {
  readonly claim: ChainClaim | AnswerClaim;
  /** Which member of the chain is the value claimed; 0 for an answer sheet. */
  readonly member: number;
  /** Which member names the item; equal to `member` where nothing names it. */
  readonly named: number;
  /** The value itself: of `(x_1, y_1) = (3.55, 0.2)` the 3.55 where the item asks `x_1`. */
  readonly value: Expression;
  /** As written in the source. */
  readonly text: string;
  readonly place: Place;
  /** Why part of it could not be read. */
  readonly broken?: string;
  /**
   * How it was found: the student named the item, the name of the quantity, or only its order among the answers of its
   * section. What was found by order alone is never plainly wrong: a person looks.
   */
  readonly by: 'id' | 'symbol' | 'order';
  /** Read or attributed with doubt: a verdict that is not plainly right goes to a person. */
  readonly doubtful: boolean;
  /** Boxed, bold or announced as the answer. */
  readonly final: boolean;
  /** A pair put together from its components has the answers it was made of. */
  readonly parts?: readonly Answer[];
}

export type Located =
  /** One value; of several equal ones the last. */
  | { readonly kind: 'one'; readonly answer: Answer }
  /** Candidates that differ, or one that several items could own: a person decides. */
  | {
      readonly kind: 'several';
      readonly candidates: readonly Answer[];
      readonly reason: string;
      /** Another section of the assignment could own them as well. */
      readonly contested?: boolean;
    }
  /** Nothing; for derivations and statements with the sections of the document in which it would stand. */
  | { readonly kind: 'none'; readonly sections?: readonly Section[] }
  /** Nothing names the item, but something of its shape stands in its section under a name that nobody asked for. */
  | {
      readonly kind: 'unmatched';
      readonly candidates: readonly Answer[];
      /** One that is likely meant: there are about as many of them as open items. */
      readonly likely?: Answer;
      /** One that stands at the item's place among as many of one name: right by its order, or for a person. */
      readonly inOrder?: Answer;
    }
  /** Something stands there and could not be read. */
  | { readonly kind: 'unreadable'; readonly claim: Claim; readonly reason: string }
  /** For derivations, statements and figures: every claim that bears on the item, the likeliest first. Never empty. */
  | { readonly kind: 'evidence'; readonly claims: readonly Claim[] }
  /** For keywords: the document's sections that belong to the item. May be empty. */
  | { readonly kind: 'sections'; readonly sections: readonly Section[] };

/** What the judge knows and locating needs. */
export interface Knowledge {
  /** Whether two claimed values are equal; `undefined` where that is undecided, which counts as different. */
  readonly same: (a: Expression, b: Expression) => boolean | undefined;
  /** Whether an item asks for a value or for an expression in variables; without it the shape of the claims tells. */
  readonly wants?: (item: Item) => 'value' | 'expression' | 'quantity' | undefined;
  /** How many entries the answer to an item has, where it is a vector or a matrix. */
  readonly shape?: (item: Item) => Shape | undefined;
  /** Whether a set or an interval is asked for. */
  readonly isSet?: (item: Item) => boolean;
}
