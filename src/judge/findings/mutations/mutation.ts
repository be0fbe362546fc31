import type { Expression } from '../../../math/expression/tree.ts';

/** A definition as the solver holds it. */
export interface Definition {
  readonly left: Expression;
  readonly right: Expression;
}

/** A name that the section defines, and what it stands for: `number`, `vector 2`, `matrix 2 3`. */
export interface Named {
  readonly name: Expression;
  readonly shape: string;
}

/** One way to change one definition. */
export interface Change {
  readonly right: Expression;
  /** What the student did, for the sentence: "the sign of α ∇f(p_k) was flipped". */
  readonly did: string;
  /** What has to be said beside it: `p_{-1}: p_0` where p_{k−1} was used from the first step on. */
  readonly beside?: readonly Definition[];
}

/** A generic slip, applied to every definition of a section. */
export interface Mutation {
  readonly id: string;
  /** What went wrong in a few words without any value: the hint for students who may see no more. */
  readonly title: string;
  /** `names` are those that may be taken for one another. */
  readonly changes: (definition: Definition, names: readonly Named[]) => readonly Change[];
}
