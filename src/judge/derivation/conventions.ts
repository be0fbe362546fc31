import type { Expression, Relation } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';
import type { Reading } from './reading.ts';
import { nameOf, roleOf } from './roles.ts';
import { hasNorm } from './size.ts';

/** The conventions that can change what an expression comes to; the layout always can. */
interface Matters {
  readonly order: boolean;
  readonly parameters: boolean;
}

const isByParameters = (node: Expression): boolean =>
  node.kind === 'derivative' && node.by.some(({ variable }) => roleOf(nameOf(variable) ?? '') !== 'state');

const known = new WeakMap<Expression, Matters>();

const mattersIn = (expression: Expression): Matters => {
  const before = known.get(expression);
  if (before) return before;
  const parts = [...nodes(expression)];
  const found = {
    order: parts.some((node) => node.kind === 'big' && node.operator === 'product'),
    parameters: parts.some(isByParameters),
  };
  known.set(expression, found);
  return found;
};

const isEquality = (relation: Relation): boolean => relation === '=' || relation === '≔' || relation === '≡';

/** Of some readings those that differ for these expressions: without a ∏ nothing hangs on the order of its factors. */
export const telling = (
  readings: readonly Reading[],
  expressions: readonly Expression[],
  relations: readonly Relation[],
): readonly Reading[] => {
  const matters = expressions.map(mattersIn);
  const [order, parameters] = [matters.some((one) => one.order), matters.some((one) => one.parameters)];
  const norm = !relations.every(isEquality) || expressions.some(hasNorm);
  return readings.filter(
    (reading) =>
      (order || reading.order === 'descending') &&
      (parameters || reading.parameters === 'total') &&
      (norm || reading.norm === 'row-sum'),
  );
};
