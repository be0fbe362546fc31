import { logic, sequence } from '../../../math/expression/build.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import { parseLatex } from '../../../math/notation/latex.ts';
import { isOrder } from '../../comparison/inequalities.ts';
import { cleaned, withDecimalComma } from './clean.ts';
import { finalAnswerIn } from './extract.ts';
import { type Final, finalOf } from './finals.ts';

const read = (latex: string): Expression => parseLatex(latex, {}).tree;

const isOrdered = (e: Expression): boolean => e.kind === 'relation' && e.relations.every(isOrder);

/** `x < 0` or `x > 1` in two formulas is one statement; `1` and `2` are two answers. */
const together = (trees: readonly Expression[], joinedBy: 'or' | 'and'): Expression =>
  trees.length > 1 && trees.every(isOrdered) ? logic(joinedBy, trees) : sequence(trees);

/** The answers a text may be meant to give: two where a comma may be a decimal one. */
export const readingsOf = (text: string): readonly Final[] => {
  const { pieces, joinedBy } = finalAnswerIn(text);
  const formulas = pieces.map(cleaned).filter(Boolean);
  const [first] = formulas;
  if (first === undefined) return [];
  const decimal = formulas.length === 1 ? withDecimalComma(first) : undefined;
  const trees = [together(formulas.map(read), joinedBy), ...(decimal === undefined ? [] : [read(decimal)])];
  return trees.map(finalOf);
};
