import type { Expression } from '../math/expression/tree.ts';
import { size, substitute } from '../math/expression/walk.ts';
import { rightOf } from './chain-rule.ts';
import { type Quantity, quantityKey } from './definitions/names.ts';
import type { DefinitionTable } from './definitions/table.ts';
import { limits } from './limits.ts';
import { inputsOf, originOf, quantityOf } from './origin.ts';

/** Whether everything a quantity is computed from is defined, all the way down. */
const closedIn = (table: DefinitionTable): ((quantity: Quantity) => boolean) => {
  const known = new Map<string, boolean>();
  const isClosed = (quantity: Quantity): boolean => {
    const key = quantityKey(quantity);
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, true);
    const closed = originOf(quantity, table) !== undefined && inputsOf(quantity, table).every(isClosed);
    known.set(key, closed);
    return closed;
  };
  return isClosed;
};

/**
 * Defined names that rest on open ones replaced by what defines them: with `a: σ(w x + b)` and w, x, b open, `a y` is
 * `σ(w x + b) y`. What has a value stays a name. The tree itself where it would grow beyond the limit.
 */
export const unfolded = (tree: Expression, table: DefinitionTable): Expression => {
  const isClosed = closedIn(table);
  const step = (of: Expression): Expression =>
    substitute(of, (node) => {
      const quantity = node.kind === 'symbol' || node.kind === 'index' ? quantityOf(node) : undefined;
      return quantity && originOf(quantity, table) && !isClosed(quantity) ? rightOf(quantity, table) : undefined;
    });
  let [last, next] = [tree, step(tree)];
  while (next !== last && size(next, limits.unfolded) < limits.unfolded) [last, next] = [next, step(next)];
  return next === last ? next : last;
};
