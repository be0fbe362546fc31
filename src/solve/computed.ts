import { evaluate } from '../math/expression/evaluate.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Value } from '../math/expression/value.ts';
import { readied } from './definitions/ready.ts';
import type { DefinitionTable } from './definitions/table.ts';
import { withQuantityDerivatives } from './quantity-derivatives.ts';

/** The value of a formula as if it were a definition's right side: squares and roots of vectors component by component. */
export const computed = (formula: Expression, table: DefinitionTable, scope: Scope, digits: number): Value => {
  const right = withQuantityDerivatives(formula, table);
  return evaluate(readied({ kind: 'name', base: '', patterns: [], right }, table).right, scope, digits);
};
