import { num, power, product, quotient, sum } from '../../math/expression/build.ts';
import type { Scope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { sameDimension } from './dimension.ts';
import { findUnit } from './find-unit.ts';
import { readQuantity, type WrittenQuantity } from './read-quantity.ts';
import { converted, dimensionOf, type Units } from './scale.ts';
import { wholeExponent } from './spelling.ts';

/** A number and its units. */
export interface Quantity {
  readonly number: Expression;
  readonly units: Units;
}

const noUnits: Units = new Map();

const bare = (number: Expression): Quantity => ({ number, units: noUnits });

/** The units of a product, those of the second part to the power 1 or −1. */
const joined = (a: Units, b: Units, sign: 1 | -1): Units => {
  const units = new Map(a);
  for (const [symbol, { unit, exponent }] of b) {
    const total = (units.get(symbol)?.exponent ?? 0) + sign * exponent;
    if (total === 0) units.delete(symbol);
    else units.set(symbol, { unit, exponent: total });
  }
  return units;
};

/** Every exponent times `over / under`; `undefined` where one would not be whole. */
const raised = (units: Units, over: number, under = 1): Units | undefined => {
  const powers = [...units].map(([symbol, { unit, exponent }]) => ({
    symbol,
    unit,
    exponent: (exponent * over) / under,
  }));
  if (!powers.every(({ exponent }) => Number.isInteger(exponent))) return undefined;
  return new Map(powers.map(({ symbol, unit, exponent }) => [symbol, { unit, exponent }]));
};

const withUnits = (number: Expression, units: Units | undefined): Quantity | undefined => units && { number, units };

const all = (parts: readonly (Quantity | undefined)[]): readonly Quantity[] | undefined => {
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? known : undefined;
};

const times = (parts: readonly Quantity[]): Quantity => ({
  number: product(parts.map(({ number }) => number)),
  units: parts.reduce<Units>((units, part) => joined(units, part.units, 1), noUnits),
});

/** A sum in the units of its first term: 2 m/s + 9.81 m/s² · 3 s. */
const total = (parts: readonly Quantity[]): Quantity | undefined => {
  const units = parts[0]?.units ?? noUnits;
  const fits = parts.every((part) => sameDimension(dimensionOf(part.units), dimensionOf(units)));
  return fits ? { number: sum(parts.map((part) => converted(part.number, part.units, units))), units } : undefined;
};

const name = (e: Expression & { kind: 'symbol' | 'index' }, scope: Scope): Quantity | undefined => {
  const value = scope.value(e, 25);
  if (value?.kind === 'exact' || value?.kind === 'enclosure') return bare(e);
  const unit = e.kind === 'symbol' ? findUnit(e.name) : undefined;
  return unit && { number: num(1), units: new Map([[unit.symbol, { unit, exponent: 1 }]]) };
};

const numberNames: ReadonlySet<string> = new Set(['π', 'e']);

const part = (e: Expression, scope: Scope): Quantity | undefined => {
  switch (e.kind) {
    case 'number':
      return bare(e);
    case 'symbol':
      return numberNames.has(e.name) ? bare(e) : name(e, scope);
    case 'index':
      return name(e, scope);
    case 'negative': {
      const of = part(e.of, scope);
      return of && { ...of, number: { kind: 'negative', of: of.number } };
    }
    case 'product': {
      const factors = all(e.factors.map((factor) => part(factor, scope)));
      return factors && times(factors);
    }
    case 'sum': {
      const terms = all(e.terms.map((term) => part(term, scope)));
      return terms && total(terms);
    }
    case 'quotient': {
      const [over, under] = [part(e.over, scope), part(e.under, scope)];
      return (
        over && under && { number: quotient(over.number, under.number), units: joined(over.units, under.units, -1) }
      );
    }
    case 'power': {
      const [base, exponent] = [part(e.base, scope), wholeExponent(e.exponent)];
      if (base?.units.size === 0) return bare(power(base.number, e.exponent));
      return base && exponent !== undefined
        ? withUnits(power(base.number, e.exponent), raised(base.units, exponent))
        : undefined;
    }
    case 'root': {
      const [of, degree] = [part(e.of, scope), e.degree ? wholeExponent(e.degree) : 2];
      return of && degree ? withUnits({ ...e, of: of.number }, raised(of.units, 1, degree)) : undefined;
    }
    case 'apply': {
      const inner = all(e.arguments.map((argument) => part(argument, scope)));
      const isPure = inner?.every(({ units }) => units.size === 0);
      return inner && isPure ? bare({ ...e, arguments: inner.map(({ number }) => number) }) : undefined;
    }
    default:
      return undefined;
  }
};

/**
 * A formula of quantities worked out to one number and its units: `v_0 + g t` with 2 m/s, 9.81 m/s² and 3 s is a number
 * of m/s. What the scope knows is a number, other names are units. `undefined` where metres are added to seconds.
 */
export const workedOut = (e: Expression, scope: Scope): WrittenQuantity | undefined => {
  const written = readQuantity(e);
  if (written?.number && written.unknown.length === 0) return written;
  const read = part(e, scope);
  return read ? { ...read, unknown: [] } : written;
};
