/**
 * Which expressions of a document can name what an assignment asks for. `4 - 0.05·9` and `3.55` are steps and values, not
 * names, unless the assignment itself asks for something that is written so: their keys need not be worked out.
 */
import type { Expression } from '../../math/expression/tree.ts';
import { components } from './components.ts';

export type Kinds = ReadonlySet<Expression['kind']>;

/** What steps and values are written as. */
const steps: Kinds = new Set(['number', 'negative', 'sum', 'quotient', 'relation']);

/** What is told apart by its key: `(x_1)` is `x_1`, a boxed one too. */
const bare = (e: Expression): Expression => {
  if (e.kind === 'marked') return bare(e.of);
  return e.kind === 'list' && e.items.length === 1 && e.items[0] && e.open !== '{' ? bare(e.items[0]) : e;
};

/** The kinds of expressions and of their components. */
export const kindsIn = (e: Expression): readonly Expression['kind'][] =>
  components(e)?.flatMap(kindsIn) ?? [bare(e).kind];

const isStep = (e: Expression): boolean =>
  steps.has(e.kind) || (e.kind === 'product' && e.factors[0]?.kind === 'number');

/** Whether an expression, or one of its components, may be the name of something; `asked` is what is asked for. */
export const isNameable = (e: Expression, asked: Kinds): boolean => {
  const parts = e.kind === 'number' ? undefined : components(e);
  if (parts) return parts.some((part) => isNameable(part, asked));
  const inner = bare(e);
  return asked.has(inner.kind) || !isStep(inner);
};
