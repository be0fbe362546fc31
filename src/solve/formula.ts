import { list } from '../math/expression/build.ts';
import type { Expression } from '../math/expression/tree.ts';
import { substitute } from '../math/expression/walk.ts';
import type { Formula } from '../model/world.ts';
import { instantiated } from './definitions/instantiated.ts';
import { quantityName } from './definitions/names.ts';
import type { DefinitionTable } from './definitions/table.ts';
import { originOf, quantityOf } from './origin.ts';

/** `∇f(p_0)` as a student writes it: `∇f(x_0, y_0)`. */
const byCoordinates = (formula: Expression, table: DefinitionTable): Expression =>
  substitute(formula, (node) => {
    const [point, ...more] = node.kind === 'apply' ? node.arguments : [];
    const quantity = point && more.length === 0 ? quantityOf(point) : undefined;
    const coordinates = quantity && table.coordinates(quantity.base);
    if (node.kind !== 'apply' || !quantity || !coordinates) return undefined;
    const { indices } = quantity;
    return { ...node, arguments: coordinates.map((base) => quantityName({ base, indices })) };
  });

/**
 * The definition of one quantity, `v_1: γ v_0 - α ∇f(x_0, y_0)`. For a coordinate it is that of the whole point. `undefined` where nothing defines it by itself.
 */
export const formulaOf = (name: Expression, table: DefinitionTable): Formula | undefined => {
  const quantity = quantityOf(name);
  const origin = quantity && originOf(quantity, table);
  if (!quantity || !origin) return undefined;
  if (origin.kind === 'alias') return formulaOf(quantityName(origin.of), table);
  if (origin.kind === 'component') return formulaOf(quantityName(origin.whole), table);
  if (origin.kind === 'tuple') return origin.parts[0] && formulaOf(quantityName(origin.parts[0]), table);
  const { rule, binding } = origin.found;
  const at = (defined: Expression): Expression => byCoordinates(instantiated(defined, binding), table);
  const said = { right: at(rule.right), defined: rule.right, at };
  if (rule.component === undefined) return { left: quantityName(quantity), ...said };
  const coordinates = table.iterate?.coordinates;
  if (!coordinates?.includes(quantity.base)) return undefined;
  return { left: list(coordinates.map((base) => quantityName({ ...quantity, base }))), ...said };
};
