import type { Expression } from '../math/expression/tree.ts';
import type { Exact } from '../math/number/exact.ts';
import type { Place } from './place.ts';

/**
 * Which neighbours of an exact tie are right, 2.5 to no decimals: `both`, where nothing else is said; the one `away` from
 * zero (3), the `even` one (2), or the one `up` towards +∞ (3; −2 of −2.5).
 */
export type Ties = 'both' | 'away' | 'even' | 'up';

/** How near an answer must be. One of the judge's tolerances by name, with its limit as written. */
export type ToleranceRule =
  | { readonly kind: 'exact' }
  | { readonly kind: 'abs'; readonly limit: Exact }
  | { readonly kind: 'rel'; readonly limit: Exact }
  | {
      readonly kind: 'sigfigs';
      readonly min: number;
      readonly max?: number;
      readonly accuracy?: number | 'ignored';
      readonly ties?: Ties;
    }
  | { readonly kind: 'decimals'; readonly places: number; readonly ties?: Ties }
  /** Right to every digit shown, with at least so many decimals (or significant figures) shown. */
  | { readonly kind: 'shown'; readonly decimals?: number; readonly sigfigs?: number; readonly ties?: Ties }
  | { readonly kind: 'interval'; readonly low: Exact; readonly high: Exact };

/** A step of partial credit: within this tolerance, that share of the points. */
export interface PartialCredit {
  readonly within: ToleranceRule;
  readonly share: Exact;
}

/** `f(x, y): x^2 + x y + 6 y^2`, `α: 0.05`, `v_{k+1}: …`, `(x_0, y_0): (4, 1)`. */
export interface Definition {
  readonly left: Expression;
  readonly right: Expression;
  readonly place: Place;
}

/** What an item wants. Every kind has a judge of its own. */
export type Ask =
  /** A value or an expression: `ask: x_{2}`, `ask: ∂f/∂x`. */
  | {
      readonly kind: 'value';
      readonly target: Expression;
      readonly form?: string;
      readonly units?: 'same' | 'convertible';
      /** Any multiple of the vector but zero is right: an eigenvector. */
      readonly multiples?: 'accepted';
      /** Share of the points for the right value in the wrong form or unit. */
      readonly valueShare?: Exact;
    }
  | {
      readonly kind: 'derivation';
      readonly from: Expression;
      readonly relation: '=' | '≤' | '→';
      readonly to: Expression;
    }
  | {
      readonly kind: 'statement';
      readonly statement: Expression;
      readonly near?: string;
      /** Which way the right statement implies; a student's other word is noted. */
      readonly modality?: 'necessary' | 'sufficient';
    }
  | { readonly kind: 'figure'; readonly caption: string }
  | {
      readonly kind: 'choice';
      readonly options: readonly string[];
      readonly right: readonly string[];
      /** One of the right options is enough. */
      readonly any?: true;
    }
  | { readonly kind: 'keywords'; readonly words: readonly string[] };

export interface Item {
  readonly id: string;
  readonly ask: Ask;
  /** The formulas that it asks about; none for a figure, a choice or words. */
  readonly about: readonly Expression[];
  readonly points: Exact;
  readonly tolerance: ToleranceRule;
  readonly partial: readonly PartialCredit[];
  /** Share of the points for an answer that follows from an earlier slip. */
  readonly carry: Exact;
  readonly section: RubricSection;
  readonly place: Place;
}

export interface RubricSection {
  readonly id: string;
  readonly heading: string;
  /** This section's own definitions, `given:`, in order. */
  readonly given: readonly Definition[];
  /** `gradient-descent` … with the parameters written beside it. */
  readonly method?: {
    readonly name: string;
    /** `cosine-annealing` …: how its learning rate changes from step to step. */
    readonly schedule?: string;
    readonly parameters: Readonly<Record<string, string>>;
    readonly place: Place;
  };
  readonly world?: {
    readonly name: string;
    readonly parameters: Readonly<Record<string, string>>;
    readonly place: Place;
  };
  readonly parent?: RubricSection;
  readonly sections: readonly RubricSection[];
  readonly items: readonly Item[];
  readonly place: Place;
}

/** One of the rubric's own unit tests. */
export interface Example {
  /** Item id to answer as a student would write it. */
  readonly answer: Readonly<Record<string, string>>;
  readonly expect: Readonly<Record<string, string>>;
  readonly place: Place;
}

/** What students may see of a report. */
export type Audience = 'presence' | 'verdicts' | 'hints' | 'full';

export interface Rubric {
  readonly title: string;
  /** sha256 of the rubric file's bytes, in hexadecimal. */
  readonly digest: string;
  readonly sections: readonly RubricSection[];
  /** All items in rubric order. */
  readonly items: readonly Item[];
  readonly examples: readonly Example[];
  readonly students: Audience;
  /** Numbers with decimal comma or point, where the rubric settles it. */
  readonly decimal?: ',' | '.';
}
