import type { Expression, Relation } from '../math/expression/tree.ts';
import type { Section } from './document.ts';
import type { Place } from './place.ts';

/** One member of a chain. */
export interface Member {
  readonly expression: Expression;
  /** As written in the source. */
  readonly text: string;
  readonly place: Place;
  /** Something in it could not be read. */
  readonly broken?: string;
}

/**
 * Words that stand over claims in their section, and those above them: a `line` of its own such as "SGD:", which stands
 * over all that follows; what a paragraph begins with before a colon (`run-in`), over that paragraph; a `sentence`, over
 * nothing, but it may speak of something else than the line above it. A `label` are the words of a table's row or column:
 * over one cell.
 */
export interface Lead {
  readonly kind: 'line' | 'run-in' | 'sentence' | 'label';
  readonly text: string;
  readonly above?: Lead;
}

interface ClaimBase {
  readonly section: Section;
  readonly place: Place;
  /** Position in the document, for "the later of two". */
  readonly order: number;
  readonly doubtful?: boolean;
  /** The nearest lead above it. */
  readonly lead?: Lead;
}

/**
 * `x_1 = x_0 − α ∂f(x_0, y_0)/∂x = 3.55`: members and the relations between them, already joined across rows and
 * displays. One-member chains (a boxed number, a line that is only an expression) have no relations.
 */
export interface ChainClaim extends ClaimBase {
  readonly kind: 'chain';
  readonly members: readonly Member[];
  /** One fewer than members. */
  readonly relations: readonly Relation[];
  readonly origin: 'formula' | 'table' | 'output' | 'prose';
  /** Boxed, bold, coloured or introduced by "Answer:". */
  readonly final: boolean;
}

/** "the largest eigenvalue of W must be smaller than 1/γ" */
export interface StatementClaim extends ClaimBase {
  readonly kind: 'statement';
  readonly subject: Expression;
  readonly relation: Relation;
  readonly value: Expression;
  /** `unknown` where the sentence states the relation without saying which way it implies. */
  readonly modality: 'necessary' | 'sufficient' | 'equivalent' | 'unknown';
  /** The sentence, for `near:` and for the report. */
  readonly text: string;
  readonly negated: boolean;
  /** The words that a negation stands before: `explode` of "vanishes and does not explode". */
  readonly denied?: readonly string[];
}

export interface FigureClaim extends ClaimBase {
  readonly kind: 'figure';
  readonly source: string;
  readonly caption: string;
}

/** An answer the student filed under an item's id. */
export interface AnswerClaim extends ClaimBase {
  readonly kind: 'answer';
  readonly item: string;
  readonly member: Member;
}

export interface UnreadableClaim extends ClaimBase {
  readonly kind: 'unreadable';
  readonly reason: string;
}

export type Claim = ChainClaim | StatementClaim | FigureClaim | AnswerClaim | UnreadableClaim;

/** A point that iterates start from: the letters of its components, and their values. */
export type Start = readonly { readonly name: string; readonly value: Expression }[];

/** What the assignment tells the reading of formulas: which names are functions, which stand for numbers. */
export interface Vocabulary {
  readonly functions: ReadonlySet<string>;
  readonly symbols: ReadonlySet<string>;
  /** Quantities whose name is a formula: `s^2`, `P(A ∪ B)`. */
  readonly formulas?: ReadonlySet<string>;
  /** Those that count steps in the assignment: the `x` of `x_{k}`. */
  readonly indexed?: ReadonlySet<string>;
  /** Where the assignment starts to count: the 4 and the 1 of `(x_0, y_0): (4, 1)`, a list for each point. */
  readonly starts?: readonly Start[];
  /** The decimal separator where the rubric settles it; else the document's own evidence does. */
  readonly decimal?: ',' | '.';
}
