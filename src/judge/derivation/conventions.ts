import type { Relation } from '../../math/expression/tree.ts';
import type { Formula } from './formula.ts';
import { type Reading, scalarReadings } from './reading.ts';

const isEquality = (relation: Relation): boolean => relation === '=' || relation === '≔' || relation === '≡';

/** Only a transpose tells gradients as columns from the other layouts; numbers have one layout. */
const layoutTells = ({ layout }: Reading, transposed: boolean, ofNumbers: boolean): boolean =>
  layout === 'numerator' || (!ofNumbers && (transposed || layout === 'denominator'));

/** Of some readings those that differ for these formulas: without a ∏ nothing hangs on the order of its factors. */
export const telling = (
  readings: readonly Reading[],
  formulas: readonly Formula[],
  relations: readonly Relation[],
): readonly Reading[] => {
  const traits = formulas.map((formula) => formula.traits);
  const [order, parameters] = [traits.some((one) => one.order), traits.some((one) => one.parameters)];
  const [transposed, isScalar] = [traits.some((one) => one.transposed), readings === scalarReadings];
  const norm = !relations.every(isEquality) || traits.some((one) => one.norm);
  return readings.filter(
    (reading) =>
      (order || reading.order === 'descending') &&
      layoutTells(reading, transposed, isScalar && !(transposed && parameters)) &&
      (parameters || reading.parameters === 'total') &&
      (norm || reading.norm === 'row-sum'),
  );
};
