import { printLatex } from '../../math/expression/print-latex.ts';
import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { parsePlain } from '../../math/notation/plain.ts';

/** LaTeX to typeset, and what to show where that fails. */
export interface Typeset {
  readonly latex: string;
  readonly text: string;
}

/** An expression as a person would write it. */
export const typesetExpression = (expression: Expression): Typeset => ({
  latex: printLatex(expression),
  text: printPlain(expression),
});

/** A formula in plain notation, `(3.55, 0.2)` or `2x + y`; as it stands where it is none, or LaTeX of a student's. */
export const typesetValue = (text: string): Typeset => {
  if (text.includes('\\')) return { latex: '', text };
  const { tree, problems } = parsePlain(text);
  return { latex: problems.length > 0 ? '' : printLatex(tree), text };
};
