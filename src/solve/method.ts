/** What a method can know of the assignment it is used in. */
export interface Assignment {
  /** The iterate's coordinates in order: `x`, `y`; one name for an iterate that is a number. */
  readonly variables: readonly string[];
  /** The function that is minimized, and all its parameters: those beyond the variables are data. */
  readonly objective: string;
  readonly parameters: readonly string[];
}

/** Left side to right side, in plain mathematical notation. */
export type Definitions = Readonly<Record<string, string>>;

export interface Parameter {
  /** As rubrics write it: `α`, `β_1`. */
  readonly symbol: string;
  readonly name: string;
  /** The value where the rubric gives none; absent where it must. */
  readonly default?: string;
  readonly meaning: string;
}

/** A named way students go wrong with the method. */
export interface MethodMisconception {
  readonly id: string;
  /** To the student, in the second person. */
  readonly message: string;
  /** No mistake, but the same iterates under another convention of the velocity: a person decides. */
  readonly convention?: boolean;
  /** Definitions in the place of the method's own; `undefined` where the slip has no meaning for this assignment. */
  readonly replace: Definitions | ((assignment: Assignment) => Definitions | undefined);
}

/**
 * An optimizer as a group of definitions. `p` is the iterate, `f` the function that is minimized, `∇f(p)` its gradient;
 * squares, roots, products and quotients of vectors are taken coordinate by coordinate.
 */
export interface Method {
  readonly name: string;
  readonly title: string;
  readonly parameters: readonly Parameter[];
  /** The state before the first step, where the rubric gives no other. */
  readonly start: Definitions;
  readonly definitions: Definitions | ((assignment: Assignment) => Definitions);
  readonly source: string;
  readonly misconceptions: readonly MethodMisconception[];
}
