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
  readonly title: string;
  readonly changes: (definition: Definition) => readonly Change[];
}
