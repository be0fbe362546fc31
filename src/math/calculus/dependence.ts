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

/** The parts in which the variable counts: no function's name, not the `x` of `x_t`, nothing that a Σ binds. */
const openParts = (node: Expression, variable: string): readonly (Expression | undefined)[] => {
  if (isBoundBy(node, variable) && node.kind === 'big') return [node.from, node.to];
  if (node.kind === 'index' && isName(node)) return node.indices;
  if (node.kind === 'apply' && isName(node.operator)) return node.arguments;
  return children(node);
};

/** A test whether a node of `tree` contains the variable free. */
export const dependence = (tree: Expression, variable: string): ((node: Expression) => boolean) => {
  const found = new Map<Expression, boolean>();
  fold<boolean>(tree, (node, of) => {
    const depends = mayBe(node, variable) || openParts(node, variable).some((part) => part !== undefined && of(part));
    found.set(node, depends);
    return depends;
  });
  return (node) => found.get(node) ?? true;
};
