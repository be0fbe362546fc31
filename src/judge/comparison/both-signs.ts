import { negative, sum } from '../../math/expression/build.ts';
import type { ApplyNode, Expression } from '../../math/expression/tree.ts';
import { mapTree, nodes } from '../../math/expression/walk.ts';

const isSign = (node: Expression): node is ApplyNode =>
  node.kind === 'apply' && node.operator.kind === 'symbol' && node.operator.name === 'plusminus';

const chosen = (node: ApplyNode, plus: boolean): Expression => {
  const [left, right] = node.arguments;
  if (!left) return node;
  if (!right) return plus ? left : negative(left);
  return sum([left, plus ? right : negative(right)]);
};

/** `1 ± √5` is two numbers, the signs going together; `undefined` where no ± stands. */
export const bothSigns = (e: Expression): readonly [Expression, Expression] | undefined => {
  if (![...nodes(e)].some(isSign)) return undefined;
  const choose = (plus: boolean): Expression => mapTree(e, (node) => (isSign(node) ? chosen(node, plus) : node));
  return [choose(true), choose(false)];
};
