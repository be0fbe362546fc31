import type { Expression } from '../../math/expression/tree.ts';
import { asMathematics } from './shown-code.ts';
import type { PrintedText } from './text.ts';

const operators: ReadonlySet<Expression['kind']> = new Set(['product', 'power', 'apply', 'derivative', 'gradient']);

/** What a piece of program text names; a number or a sum is no name. */
export const namedBy = (printed: PrintedText, code: string): Expression | undefined => {
  const tree = printed.name(asMathematics(code), 0);
  const isName = tree.kind === 'symbol' || tree.kind === 'index' || tree.kind === 'list' || operators.has(tree.kind);
  const { at: _, ...bare } = tree;
  return isName ? bare : undefined;
};
