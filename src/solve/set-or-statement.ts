import type { Expression } from '../math/expression/tree.ts';
import type { DefinitionTable } from './definitions/table.ts';
import { originOf, quantityOf } from './origin.ts';

const setOperators: ReadonlySet<string> = new Set(['∪', '∩', '\\', '∖']);

const isHalfOpen = (open: string, close: string): boolean =>
  (open === '[' && close === ')') || (open === '(' && close === ']');

/** `{1, 2}`, `[0, 1)`, `[0, 1) ∪ {3}`, `x < 2`, `x = 1 or x = 2`: no value to calculate with. */
const isSetOrStatement = (e: Expression): boolean => {
  if (e.kind === 'relation' || e.kind === 'logic') return true;
  if (e.kind === 'list') return e.open === '{' || isHalfOpen(e.open, e.close);
  return e.kind === 'apply' && e.operator.kind === 'symbol' && setOperators.has(e.operator.name);
};

/** The set or statement that a name is given as: `L: y = 2 x + 1`. `undefined` for everything else. */
export const setOrStatement = (target: Expression, table: DefinitionTable): Expression | undefined => {
  const quantity = target.kind === 'symbol' || target.kind === 'index' ? quantityOf(target) : undefined;
  const origin = quantity && originOf(quantity, table);
  const right = origin?.kind === 'definition' ? origin.found.rule.right : undefined;
  return right && isSetOrStatement(right) ? right : undefined;
};
