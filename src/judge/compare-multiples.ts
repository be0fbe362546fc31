/** `an eigenvector`: any multiple of the reference but zero is right. */
import { number, product } from '../math/expression/build.ts';
import { equalExpressions } from '../math/expression/equality.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Value } from '../math/expression/value.ts';
import { type WrittenNumber, writtenNumber } from '../math/expression/written-number.ts';
import { bitsFor } from '../math/number/budget.ts';
import { ends } from '../math/number/enclosure.ts';
import { add, compare, divide, type Exact, exact, maximum, negate, sign, subtract } from '../math/number/exact.ts';
import { multiplyReal, type Real } from '../math/number/real.ts';
import { type Ask, compareValue, type Measure } from './compare-value.ts';
import { scaled } from './comparison/scaled.ts';
import { allOf, correct, type Decision, undecided, wrong } from './decision.ts';
import { components } from './locate/components.ts';
import { halfUnit } from './tolerances/slips.ts';

const digits = 30;
const bits = bitsFor(digits);

const isReal = (value: Value): value is Real => value.kind === 'exact' || value.kind === 'enclosure';

const half = (a: Exact): Exact => divide(a, exact(2));

const middle = (value: Real): Exact => {
  if (value.kind === 'exact') return value;
  const [low, high] = ends(value);
  return half(add(low, high));
};

/** The factors by which an item may be multiplied to be shown so: (0.7325 … 0.7335)/14 for 0.733. */
const factorsOf = ({ value, decimals }: WrittenNumber, item: Exact): readonly [Exact, Exact] => {
  const [low, high] = [subtract(value, halfUnit(decimals)), add(value, halfUnit(decimals))].map((end) =>
    divide(end, item),
  );
  if (!low || !high) throw new TypeError('two ends');
  return sign(item) < 0 ? [high, low] : [low, high];
};

const minimum = (a: Exact, b: Exact): Exact => negate(maximum(negate(a), negate(b)));

/** One factor with which every item is shown as it is; of an interval of them the middle. */
const commonFactor = (written: readonly WrittenNumber[], items: readonly Exact[]): Exact | undefined => {
  const all = items.flatMap((item, i) => {
    const own = written[i];
    return own && sign(item) !== 0 ? [factorsOf(own, item)] : [];
  });
  const [first, ...rest] = all;
  if (!first) return undefined;
  const [low, high] = rest.reduce(([a, b], [c, d]) => [maximum(a, c), minimum(b, d)], first);
  return compare(low, high) <= 0 ? half(add(low, high)) : undefined;
};

const notAMultiple = wrong('This is no multiple of the reference.');

/** Decimals: every number by the tolerance, against the reference times the factor they have in common. */
const byTolerance = (
  parts: readonly Expression[],
  written: readonly WrittenNumber[],
  items: readonly Real[],
  by: Measure,
) => {
  const factor = commonFactor(written, items.map(middle));
  if (!factor) return notAMultiple;
  return allOf(
    parts.map((part, i) => {
      const item = items[i];
      const ask: Ask = () => (item ? multiplyReal(item, factor, bits) : factor);
      return compareValue(part, ask, { ...by, closed: undefined });
    }),
  );
};

/** Exact values: a_i b_j = a_j b_i, j being the first place where the reference is not zero. */
const byProducts = (parts: readonly Expression[], items: readonly Expression[], at: number): Decision =>
  allOf(
    parts.map((part, i) => {
      const [pivot, item, reference] = [parts[at], items[i], items[at]];
      if (!pivot || !item || !reference) return undecided('The answer has fewer components.');
      const { equal, decided, reason } = equalExpressions(product([part, reference]), product([pivot, item]));
      if (equal === undefined) return undecided(reason ?? 'Whether this is a multiple of the reference is open.');
      return equal ? correct(decided) : notAMultiple;
    }),
  );

const isZero = (part: Expression): boolean => equalExpressions(part, number(exact(0))).equal === true;

/** A vector that is a multiple of the reference, other than zero. */
export const compareMultiples = (claimed: Expression, ask: Ask, by: Measure): Decision => {
  const reference = ask(digits);
  const parts = components(scaled(claimed));
  if (reference.kind !== 'vector' || !reference.items.every(isReal) || !parts)
    return undecided('A vector is asked for, and the answer could not be read as one.');
  const { items } = reference;
  if (parts.length !== items.length)
    return wrong(`${items.length} components are asked for, ${parts.length} are given.`);
  if (parts.every(isZero)) return wrong('A vector other than zero is asked for.');
  const written = parts.flatMap((part) => writtenNumber(part) ?? []);
  const areDecimals =
    written.length === parts.length && written.some(({ isDecimal, decimals }) => isDecimal && decimals > 0);
  if (areDecimals && by.rule.kind !== 'exact') return byTolerance(parts, written, items, by);
  const closed = by.closed && components(by.closed);
  const exactly = items.map((item, i) => (item.kind === 'exact' ? number(item) : closed?.[i]));
  const known = exactly.filter((item) => item !== undefined);
  const at = items.findIndex((item) => item.kind !== 'exact' || sign(item) !== 0);
  if (known.length < exactly.length || at < 0) return undecided('The reference has no exact value to compare with.');
  return byProducts(parts, known, at);
};
