import { list, num, number } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import { writtenNumber } from '../../../math/expression/written-number.ts';
import {
  compare,
  divide,
  type Exact,
  equals,
  exact,
  multiply,
  one,
  sign,
  subtract,
  toText,
  zero,
} from '../../../math/number/exact.ts';
import type { Change, Mutation } from './mutation.ts';

const isName = (e: Expression): boolean => e.kind === 'symbol' || e.kind === 'index';

const instead = (left: Expression, right: Expression, other: Exact): Change => ({
  right: number(other),
  did: `${printPlain(left)} = ${printPlain(number(other))} was used in place of ${printPlain(right)}`,
});

/** α = 0.5 or 0.005 for 0.05: the point of a given constant slipped. */
export const scaledConstant: Mutation = {
  id: 'factor-of-ten',
  title: 'A given constant is off by a factor of ten',
  changes: ({ left, right }) => {
    const value = writtenNumber(right)?.value;
    if (!value || !isName(left)) return [];
    return [multiply(value, exact('10')), divide(value, exact('10'))].map((other) => instead(left, right, other));
  },
};

/** What rates and momentum factors often are. */
const usual = ['0.01', '0.1', '0.2', '0.5', '0.8', '0.9', '0.95', '0.99', '0.999'].map((text) => exact(text));

/** γ left out wherever it stands, 1 − γ for γ, twice or half of α, another usual value. */
export const otherConstant: Mutation = {
  id: 'other-constant',
  title: 'A given constant has another value',
  changes: ({ left, right }) => {
    const value = writtenNumber(right)?.value;
    if (!value || !isName(left) || sign(value) <= 0 || equals(value, one)) return [];
    const isShare = compare(value, one) < 0;
    const near = [multiply(value, exact('2')), divide(value, exact('2'))];
    const others = [...near, ...(isShare ? [subtract(one, value), ...usual] : [])];
    const told = new Set([
      toText(value),
      toText(one),
      ...[exact('10'), exact('0.1')].map((by) => toText(multiply(value, by))),
    ]);
    const without = { right: num(1), did: `${printPlain(left)} was left out everywhere` };
    const fresh = others.filter((other) => {
      const isNew = !told.has(toText(other));
      told.add(toText(other));
      return isNew;
    });
    return [without, ...fresh.map((other) => instead(left, right, other))];
  },
};

const opposite = (e: Expression): Expression => (e.kind === 'negative' ? e.of : { kind: 'negative', of: e });

const isZero = (e: Expression): boolean => {
  const value = writtenNumber(e)?.value;
  return value !== undefined && equals(value, zero);
};

/** (1, 4) for (4, 1), (4, −1) for (4, 1): a given point copied wrongly. */
export const miscopiedVector: Mutation = {
  id: 'given-miscopied',
  title: 'A given point was copied wrongly',
  changes: ({ left, right }) => {
    if (right.kind !== 'list' || right.items.length < 2 || !right.items.every((item) => writtenNumber(item))) return [];
    const { items } = right;
    const flipped = items.flatMap((item, i) =>
      isZero(item) ? [] : [list(items.map((other, j) => (i === j ? opposite(other) : other)))],
    );
    return [list([...items].reverse()), ...flipped].map((other) => ({
      right: other,
      did: `${printPlain(left)} = ${printPlain(other)} was used in place of ${printPlain(right)}`,
    }));
  },
};
