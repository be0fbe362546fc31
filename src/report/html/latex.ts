import { printLatex } from '../../math/expression/print-latex.ts';
import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression } from '../../math/expression/tree.ts';

export const expressionLatex = (expression: Expression): string => printLatex(expression);

export const expressionText = (expression: Expression): string => printPlain(expression);

const decimal = /^[-−]?\d+(\.\d+)?$/;

/** A reference value for typesetting: what Formula takes. */
export const answerLatex = (text: string): { readonly latex: string; readonly text: string } => ({
  latex: decimal.test(text) ? text : '',
  text,
});
