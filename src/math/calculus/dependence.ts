/** Which nodes of a tree speak of a name. */

import { isName, nameText } from '../expression/names.ts';
import { children } from '../expression/parts.ts';
import type { Expression } from '../expression/tree.ts';
import { fold } from '../expression/walk.ts';

const isLiteral = (e: Expression): boolean => e.kind === 'number' || (e.kind === 'negative' && e.of.kind === 'number');

/** `x_t` may or may not be `x_1`: an index that is not written out leaves it open. */
const mayBe = (e: Expression, variable: string): boolean => {
  if (!isName(e)) return false;
  if (nameText(e) === variable) return true;
  if (e.kind !== 'index' || e.indices.every(isLiteral)) return false;
  return e.base.kind === 'symbol' && variable.startsWith(`${e.base.name}_`);
};

const isBoundBy = (e: Expression, variable: string): boolean =>
  e.kind === 'big' && e.variable !== undefined && isName(e.variable) && nameText(e.variable) === variable;

/** A test whether a node of `tree` contains the variable free; function names do not count. */
export const dependence = (tree: Expression, variable: string): ((node: Expression) => boolean) => {
  const found = new Map<Expression, boolean>();
  fold<boolean>(tree, (node, of) => {
    const parts = isBoundBy(node, variable) && node.kind === 'big' ? [node.from, node.to] : children(node);
    const inside = parts.some(
      (part) => part !== undefined && !(node.kind === 'apply' && part === node.operator && isName(part)) && of(part),
    );
    const depends = mayBe(node, variable) || (!isName(node) && inside) || (isName(node) && inside);
    found.set(node, depends);
    return depends;
  });
  return (node) => found.get(node) ?? true;
};
