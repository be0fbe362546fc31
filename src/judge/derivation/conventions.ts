import type { Relation } from '../../math/expression/tree.ts';
import type { Formula } from './formula.ts';
import type { Reading } from './reading.ts';

const isEquality = (relation: Relation): boolean => relation === '=' || relation === '≔' || relation === '≡';

/** Of some readings those that differ for these formulas: without a ∏ nothing hangs on the order of its factors. */
export const telling = (
  readings: readonly Reading[],
  formulas: readonly Formula[],
  relations: readonly Relation[],
): readonly Reading[] => {
  const traits = formulas.map((formula) => formula.traits);
  const [order, parameters] = [traits.some((one) => one.order), traits.some((one) => one.parameters)];
  const norm = !relations.every(isEquality) || traits.some((one) => one.norm);
  return readings.filter(
    (reading) =>
      (order || reading.order === 'descending') &&
      (parameters || reading.parameters === 'total') &&
      (norm || reading.norm === 'row-sum'),
  );
};
