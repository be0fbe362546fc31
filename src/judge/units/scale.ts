import { num, number, power, product, sym } from '../../math/expression/build.ts';
import { evaluate } from '../../math/expression/evaluate.ts';
import { emptyScope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { add, divide, type Exact, multiply, one, subtract, power as toPower, zero } from '../../math/number/exact.ts';
import { type Dimension, dimensionless, timesDimension } from './dimension.ts';
import type { WrittenQuantity } from './read-quantity.ts';

export type Units = WrittenQuantity['units'];

export const dimensionOf = (units: Units): Dimension =>
  [...units.values()].reduce((sum, { unit, exponent }) => timesDimension(sum, unit.dimension, exponent), dimensionless);

/** A number in these units is `factor · π^pi · (number + offset)` in the coherent units of the SI. */
interface Scale {
  readonly factor: Exact;
  readonly pi: number;
  readonly offset: Exact;
}

const scaleOf = (units: Units): Scale => {
  const all = [...units.values()];
  const [only] = all;
  return {
    factor: all.reduce((total, { unit, exponent }) => multiply(total, toPower(unit.factor, exponent)), one),
    pi: all.reduce((total, { unit, exponent }) => total + unit.pi * exponent, 0),
    offset: only && all.length === 1 && only.exponent === 1 ? only.unit.offset : zero,
  };
};

/** The number that says in units `theirs` what `value` says in units `ours`. Both are of one dimension. */
export const converted = (value: Expression, ours: Units, theirs: Units): Expression => {
  const [from, to] = [scaleOf(ours), scaleOf(theirs)];
  const factor = divide(from.factor, to.factor);
  const pi = from.pi - to.pi;
  const shift = subtract(multiply(factor, from.offset), to.offset);
  const exact = evaluate(value, emptyScope, 25);
  if (exact.kind === 'exact' && pi === 0) return number(add(multiply(exact, factor), shift));
  const scaled = product([
    number(factor),
    power(sym('π'), pi < 0 ? { kind: 'negative', of: num(-pi) } : num(pi)),
    value,
  ]);
  return { kind: 'sum', terms: [scaled, number(shift)] };
};
