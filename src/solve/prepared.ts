import type { Expression } from '../math/expression/tree.ts';
import { readied } from './definitions/ready.ts';
import type { DefinitionTable } from './definitions/table.ts';
import { withQuantityDerivatives } from './quantity-derivatives.ts';

/** A formula as if it were a definition's right side: its vectors taken apart, its derivatives written out. */
export const prepared = (formula: Expression, table: DefinitionTable): Expression => {
  const right = withQuantityDerivatives(formula, table);
  return readied({ kind: 'name', base: '', patterns: [], right }, table).right;
};
