import type { Expression } from '../../math/expression/tree.ts';
import { type Dimension, sameDimension } from './dimension.ts';
import { findUnit, type Unit } from './find-unit.ts';
import type { UnitPower } from './read-quantity.ts';
import { converted, dimensionOf, type Units } from './scale.ts';
import type { Quantity } from './work-out.ts';

/** Coherent units with a name of their own: what a product such as kg·m²/s² is called. */
const named = ['N', 'J', 'W', 'Pa', 'C', 'V', 'Ω', 'F', 'T', 'Wb', 'H'];

const unitsOf = (powers: readonly UnitPower[]): Units => new Map(powers.map((each) => [each.unit.symbol, each]));

/** What quotients of those come to as well: V/Ω is A. */
const bases = ['A', 's', 'm', 'kg'];

/** J/s, V/Ω: a unit that has a name of its own, in a quotient; N m is left as a torque is given. */
const isQuotientOfNamed = (units: Units): boolean =>
  [...units.values()].some(({ exponent }) => exponent < 0) &&
  [...units.values()].some(({ unit }) => named.includes(unit.symbol));

/** kg·km²/h² is J: so many units at once have a name, or none that anybody uses. */
const withName = (units: Units, dimension: Dimension): Units | undefined => {
  const isQuotient = isQuotientOfNamed(units);
  if (units.size < 2 || (units.size < 3 && !isQuotient)) return undefined;
  const unit = [...named, ...(isQuotient ? bases : [])]
    .map(findUnit)
    .find((each) => each && sameDimension(each.dimension, dimension));
  return unit && unitsOf([{ unit, exponent: 1 }]);
};

const baseOf = ({ dimension }: Unit): string | undefined =>
  dimension.size === 1 ? [...dimension.keys()][0] : undefined;

/** km and m at once, or h and s. */
const isMixed = (units: Units): boolean => {
  const bases = [...units.values()].flatMap(({ unit }) => baseOf(unit) ?? []);
  return new Set(bases).size < bases.length;
};

const coherent = (dimension: Dimension): Units | undefined => {
  const powers = [...dimension].map(([base, exponent]) => ({ unit: findUnit(base), exponent }));
  const known = powers.flatMap(({ unit, exponent }) => (unit ? [{ unit, exponent }] : []));
  return known.length === powers.length ? unitsOf(known) : undefined;
};

/**
 * A quantity worked out of others in the units that a person would give it in: 1/2 · 1200 kg · (72 km/h)² is
 * 240000 J, 100 m/h · 3 s is 1/12 m, and 100 km / 2 h stays 50 km/h.
 */
export const tidied = (number: Expression, units: Units): Quantity => {
  const dimension = dimensionOf(units);
  const better = withName(units, dimension) ?? (isMixed(units) ? coherent(dimension) : undefined);
  return better ? { number: converted(number, units, better), units: better } : { number, units };
};
