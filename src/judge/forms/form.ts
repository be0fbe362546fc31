import type { Expression } from '../../math/expression/tree.ts';

/** A way to write an expression. Whether the value is right is another question. */
export interface Form {
  readonly name: string;
  /** What is asked for: "a product of factors that cannot be factored further". */
  readonly title: string;
  /** `undefined` where it cannot be told. `variable` is the one the form is about, where there are several. */
  readonly holds: (expression: Expression, variable?: Expression) => boolean | undefined;
}

/** Both: `false` outweighs what is not known. */
export const all = (answers: Iterable<boolean | undefined>): boolean | undefined => {
  let open = false;
  for (const answer of answers) {
    if (answer === false) return false;
    if (answer === undefined) open = true;
  }
  return open ? undefined : true;
};
