import { number } from '../math/expression/build.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import { size, substitute } from '../math/expression/walk.ts';
import { rightOf } from './chain-rule.ts';
import { withBodies } from './definitions/expand.ts';
import type { Quantity } from './definitions/names.ts';
import { spreadOf } from './definitions/spread.ts';
import { whole } from './definitions/spread-algebra.ts';
import type { DefinitionTable } from './definitions/table.ts';
import { limits } from './limits.ts';
import { quantityOf } from './origin.ts';

/** An iterate that many steps lie behind has no short form. */
const isFar = ({ indices: [step] }: Quantity): boolean => step !== undefined && step >= limits.near;

/**
 * An expression without names: exact quantities as numbers, others as what defines them, as far down as it takes.
 * `‖u‖` with u = (1, −2) is √(1² + (−2)²). `undefined` where it would grow long: an iterate of Adam has no form to compare.
 */
export const closedForm = (
  tree: Expression,
  table: DefinitionTable,
  scope: Scope,
  digits: number,
): Expression | undefined => {
  let whollyKnown = true;
  const step = (of: Expression): Expression =>
    substitute(of, (node) => {
      const quantity = node.kind === 'symbol' || node.kind === 'index' ? quantityOf(node) : undefined;
      if (quantity && isFar(quantity)) whollyKnown = false;
      const value = quantity && whollyKnown && scope.value(node as Expression & { kind: 'symbol' | 'index' }, digits);
      if (!quantity || !value) return undefined;
      const defined = value.kind === 'exact' ? number(value) : rightOf(quantity, table);
      whollyKnown &&= defined !== undefined;
      return defined;
    });
  let [last, next] = [tree, step(tree)];
  while (whollyKnown && next !== last && size(next, limits.closed) < limits.closed) [last, next] = [next, step(next)];
  if (!whollyKnown || next !== last) return undefined;
  const spread = spreadOf(withBodies(last, table), table);
  return spread ? whole(spread) : last;
};
