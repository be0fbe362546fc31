/** Exact numbers and terms as the modular test needs them. */
import { denominator, type Exact, fraction, multiply, negate, numerator } from '../../number/exact.ts';
import type { Expression } from '../tree.ts';
import { writtenNumber } from '../written-number.ts';
import { inverseModulo, modulo } from './tower.ts';

/** n/d as a residue; undefined where p divides d. */
export const exactModulo = (value: Exact, p: bigint): bigint | undefined => {
  const under = denominator(value);
  const over = modulo(numerator(value), p);
  if (under === 1n) return over;
  const inverse = inverseModulo(under, p);
  return inverse === undefined ? undefined : (over * inverse) % p;
};

/** A number as written, a fraction of whole numbers included. */
export const literalValue = (e: Expression): Exact | undefined => writtenNumber(e)?.value;

/** A rational multiple of a part that is no number; `rest` is absent for a number. */
export interface Multiple {
  readonly coefficient: Exact;
  readonly rest?: Expression;
}

const one = fraction(1n);

const scaledBy = (multiples: readonly Multiple[], factor: Exact): readonly Multiple[] =>
  multiples.map((part) => ({ ...part, coefficient: multiply(part.coefficient, factor) }));

/** A number times one other factor, spread over the terms of that factor. */
const ofProduct = (e: Expression, factors: readonly Expression[]): readonly Multiple[] => {
  const values = factors.map(literalValue);
  const others = factors.filter((_, k) => values[k] === undefined);
  const coefficient = values.reduce<Exact>((all, value) => (value ? multiply(all, value) : all), one);
  const [only, ...more] = others;
  if (!only) return [{ coefficient }];
  if (more.length === 0) return scaledBy(multiplesOf(only), coefficient);
  return others.length === factors.length
    ? [{ coefficient, rest: e }]
    : [{ coefficient, rest: { kind: 'product', factors: others } }];
};

/** The terms of a sum, each as a rational multiple: `2x − π/6 + 1` is 2·x, −1/6·π and 1. */
export const multiplesOf = (e: Expression): readonly Multiple[] => {
  const value = literalValue(e);
  if (value) return [{ coefficient: value }];
  switch (e.kind) {
    case 'sum':
      return e.terms.flatMap(multiplesOf);
    case 'negative':
      return multiplesOf(e.of).map((part) => ({ ...part, coefficient: negate(part.coefficient) }));
    case 'product':
      return ofProduct(e, e.factors);
    case 'quotient': {
      const under = literalValue(e.under);
      return under && under.n !== 0n
        ? scaledBy(multiplesOf(e.over), fraction(denominator(under), numerator(under)))
        : [{ coefficient: one, rest: e }];
    }
    default:
      return [{ coefficient: one, rest: e }];
  }
};
