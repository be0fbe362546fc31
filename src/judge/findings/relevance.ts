import type { Expression } from '../../math/expression/tree.ts';

/**
 * The quantities an expression names, without their steps: `v_{k+1}` is about `v`, `∂f/∂x` about `∂f` and `f`,
 * `(x_0, y_0)` about `x` and `y`.
 */
export const quantitiesOf = (e: Expression): readonly string[] => {
  switch (e.kind) {
    case 'symbol':
      return [e.name];
    case 'index':
      return quantitiesOf(e.base);
    case 'derivative':
    case 'gradient':
      return quantitiesOf(e.of).flatMap((name) => [`∂${name}`, name]);
    case 'apply':
      return quantitiesOf(e.operator);
    case 'list':
      return e.items.flatMap(quantitiesOf);
    default:
      return [];
  }
};

/** What an answer is computed from: everything, and what is left of it once own values are put in. */
export interface Sources {
  readonly all: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
}

/**
 * Whether a change to these quantities can change the answer. What is not known to matter from the start (a name that
 * stands for a whole vector) may always matter.
 */
export const mayMatter = (changed: readonly string[], { all, left }: Sources): boolean =>
  changed.some((name) => left.has(name) || !all.has(name));
