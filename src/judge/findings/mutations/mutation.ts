import type { Expression } from '../../../math/expression/tree.ts';

/** A definition as the solver holds it. */
export interface Definition {
  readonly left: Expression;
  readonly right: Expression;
}

/** One way to change one definition. */
export interface Change {
  readonly right: Expression;
  /** What the student did, for the sentence: "the sign of α ∇f(p_k) was flipped". */
  readonly did: string;
}

/** A generic slip, applied to every definition of a section. */
export interface Mutation {
  readonly id: string;
  /** What went wrong in a few words without any value: the hint for students who may see no more. */
  readonly title: string;
  readonly changes: (definition: Definition) => readonly Change[];
}
