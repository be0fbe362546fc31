import type { Value } from '../../math/expression/value.ts';
import { bitsFor } from '../../math/number/budget.ts';
import { absolute, compare, type Exact, multiply } from '../../math/number/exact.ts';
import {
  compareReal,
  isExact,
  multiplyReal,
  negateReal,
  type Real,
  signOfReal,
  subtractReal,
} from '../../math/number/real.ts';
import type { Decided } from '../../model/verdict.ts';

/** A real number, or how to get it to so many significant digits. */
export type Quantity = Real | ((digits: number) => Value);

/** Digits asked for, one after another, until a comparison is decided. */
const precisions = [25, 60, 180, 600] as const;

const isReal = (value: Value): value is Real => value.kind === 'exact' || value.kind === 'enclosure';

/** The number to so many digits; `undefined` where there is no real number. */
export const realOf = (quantity: Quantity, digits: number): Real | undefined => {
  if (typeof quantity !== 'function') return quantity;
  const value = quantity(digits);
  return isReal(value) ? value : undefined;
};

export const absoluteReal = (x: Real): Real => {
  if (isExact(x)) return absolute(x);
  return x.mid < 0n ? negateReal(x) : x;
};

/** An order and how it was settled: by exact arithmetic or by enclosures that do not touch. */
export interface Order {
  readonly sign: -1 | 0 | 1;
  readonly decided: Decided;
}

/**
 * Calls `side` with ever more digits until it answers; `undefined` where it never does.
 * `side` gets real numbers and the binary places to calculate with.
 */
export const refined = <T>(
  quantities: readonly Quantity[],
  side: (numbers: readonly Real[], bits: number) => T | undefined,
): { answer: T; decided: Decided } | undefined => {
  for (const digits of precisions) {
    const numbers = quantities.map((quantity) => realOf(quantity, digits)).filter((x) => x !== undefined);
    if (numbers.length < quantities.length) return undefined;
    const answer = side(numbers, bitsFor(digits));
    const settled = numbers.every(isExact);
    if (answer !== undefined) return { answer, decided: settled ? 'exact' : 'certified' };
    if (settled || quantities.every((quantity) => typeof quantity !== 'function')) return undefined;
  }
  return undefined;
};

const isExactQuantity = (quantity: Quantity): quantity is Exact => typeof quantity !== 'function' && isExact(quantity);

/** Which of two numbers is greater. */
export const orderOf = (a: Quantity, b: Quantity): Order | undefined => {
  if (isExactQuantity(a) && isExactQuantity(b)) return { sign: compare(a, b), decided: 'exact' };
  const order = refined([a, b], ([x, y]) => (x && y ? compareReal(x, y) : undefined));
  return order && { sign: order.answer, decided: order.decided };
};

/** Compares |a − b| with `limit` (or `limit·|b|`): −1 where it is less, 0 where equal. */
export const distanceOrder = (
  a: Quantity,
  b: Quantity,
  limit: Exact,
  scale: 'absolute' | 'relative',
): Order | undefined => {
  const order = refined([a, b], ([x, y], bits) => {
    if (!x || !y) return undefined;
    const bound = scale === 'absolute' ? limit : scaledBound(limit, y, bits);
    return compareReal(absoluteReal(subtractReal(x, y, bits)), bound);
  });
  return order && { sign: order.answer, decided: order.decided };
};

const scaledBound = (limit: Exact, y: Real, bits: number): Real =>
  isExact(y) ? multiply(limit, absolute(y)) : multiplyReal(limit, absoluteReal(y), bits);

/** −1, 0 or 1; `undefined` where it cannot be told. */
export const signOfQuantity = (quantity: Quantity): -1 | 0 | 1 | undefined =>
  refined([quantity], ([x]) => (x ? signOfReal(x) : undefined))?.answer;
