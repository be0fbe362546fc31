import type { Scope } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Value } from '../math/expression/value.ts';

/** A named way students go wrong: the definitions that change, and what to say when it explains the numbers. */
export interface Misconception {
  readonly id: string;
  readonly message: string;
  /** No mistake, but the same iterates under another convention of a quantity beside them: a person decides. */
  readonly convention?: boolean;
  /** Definitions put in the place of the method's own (`left` decides which). */
  readonly replace: readonly { readonly left: Expression; readonly right: Expression }[];
}

/** The answer to "what is this?": a value where everything is defined, else the expanded expression. */
export type Reference =
  | {
      readonly kind: 'value';
      readonly value: Value;
      /** Where the value is only enclosed (√5) and has a short closed form: that, in numbers alone, for algebra to compare. */
      readonly closed?: Expression;
    }
  | { readonly kind: 'function'; readonly expression: Expression; readonly parameters: readonly string[] };

/** The definition of one quantity. */
export interface Formula {
  /** The quantity, or the point that it is a coordinate of: `(x_1, y_1)`. */
  readonly left: Expression;
  /** With the steps put in: `γ v_0 - α ∇f(x_0, y_0)`. */
  readonly right: Expression;
  /** As it was defined: `γ v_k - α ∇f(p_k)`. */
  readonly defined: Expression;
  /** Puts the quantity's steps in another formula of this kind. */
  readonly at: (defined: Expression) => Expression;
}

/**
 * The definitions of one rubric section, with those of the sections around it. Immutable; asking is memoized.
 */
export interface World extends Scope {
  /** The reference answer to an item's `ask`, to at least so many significant digits. */
  readonly answer: (target: Expression, digits: number) => Reference;
  /** The same world with one quantity replaced by what the student wrote: carrying forward. */
  readonly assume: (quantity: Expression, value: Expression) => World;
  /** The same world with definitions replaced: a misconception. */
  readonly mutate: (replace: Misconception['replace']) => World;
  /** The named quantities that `target` is computed from, nearest first: `x_2, y_2, α, …` for `x_3`. */
  readonly dependencies: (target: Expression) => readonly Expression[];
  /** The definition that a quantity has, at its step. */
  readonly formula: (quantity: Expression) => Formula | undefined;
  /**
   * A formula as a definition has it, ready to be evaluated here and in every world with the same functions: vectors
   * taken apart, so that their squares and roots are those of the components, derivatives written out.
   */
  readonly prepare: (formula: Expression) => Expression;
  /** The section's definitions as they stand, methods included: generic mutations start from these. */
  readonly definitions: readonly { readonly left: Expression; readonly right: Expression }[];
  readonly misconceptions: readonly Misconception[];
}
