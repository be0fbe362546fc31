/**
 * Arithmetic on real numbers that stays exact while it can. `bits` is the number of binary places of a result that
 * has to be enclosed; an exact result ignores it.
 */
import type { Real, UndefinedValue } from '../expression/value.ts';
import { budget } from './budget.ts';
import {
  addEnclosures,
  divideEnclosures,
  type Enclosure,
  enclose,
  multiplyEnclosures,
  negateEnclosure,
  rescale,
  signOfEnclosure,
  sqrtEnclosure,
} from './enclosure.ts';
import {
  add,
  compare,
  denominator,
  divide,
  type Exact,
  fraction,
  isInteger,
  multiply,
  negate,
  numerator,
  one,
  power,
  sign,
  zero,
} from './exact.ts';
import { bitLength, integerRoot, magnitude } from './integer.ts';
import { undefinedValue } from './undefined.ts';

export type { Real } from '../expression/value.ts';

/** A real number, or why there is none. */
export type Outcome = Real | UndefinedValue;

export const isExact = (x: { readonly kind: string }): x is Exact => x.kind === 'exact';

/** `x` as an enclosure with `bits` binary places. */
export const toEnclosure = (x: Real, bits: number): Enclosure => (isExact(x) ? enclose(x, bits) : rescale(x, bits));

const limit = 1n << BigInt(budget.exactBits);
const lowest = -limit;
const places = Math.floor(budget.exactBits * Math.LN2 * Math.LOG10E);

/** The exact number while it is small enough to go on exactly, else its enclosure. */
const keepSmall = (x: Exact, bits: number): Real =>
  x.n < limit && x.n > lowest && x.d < limit && x.e < places ? x : enclose(x, bits);

export const addReal = (a: Real, b: Real, bits: number): Real => {
  if (isExact(a) && isExact(b)) return keepSmall(add(a, b), bits);
  return addEnclosures(toEnclosure(a, bits), toEnclosure(b, bits));
};

export const negateReal = (a: Real): Real => (isExact(a) ? negate(a) : negateEnclosure(a));

export const subtractReal = (a: Real, b: Real, bits: number): Real => addReal(a, negateReal(b), bits);

export const multiplyReal = (a: Real, b: Real, bits: number): Real => {
  if (isExact(a) && isExact(b)) return keepSmall(multiply(a, b), bits);
  if ((isExact(a) && sign(a) === 0) || (isExact(b) && sign(b) === 0)) return zero;
  return multiplyEnclosures(toEnclosure(a, bits), toEnclosure(b, bits), bits);
};

/** a/b; `division-by-zero` for an exact zero, `undecided` where the divisor's enclosure reaches zero. */
export const divideReal = (a: Real, b: Real, bits: number): Outcome => {
  if (isExact(b) && sign(b) === 0) return undefinedValue('division-by-zero', 'division by zero');
  if (isExact(a) && isExact(b)) return keepSmall(divide(a, b), bits);
  if (isExact(a) && sign(a) === 0 && signOfReal(b) !== undefined) return zero;
  const under = toEnclosure(b, bits);
  if (signOfEnclosure(under) === undefined)
    return undefinedValue('undecided', `division by a number that is zero to ${bits} binary places`);
  return divideEnclosures(toEnclosure(a, bits), under, bits);
};

/** −1, 0, 1, or `undefined` where the enclosure reaches zero. */
export const signOfReal = (a: Real): -1 | 0 | 1 | undefined => (isExact(a) ? sign(a) : signOfEnclosure(a));

/** −1 where a < b, 0 where certainly equal, 1 where a > b; `undefined` where the enclosures overlap. */
export const compareReal = (a: Real, b: Real): -1 | 0 | 1 | undefined => {
  if (isExact(a) && isExact(b)) return compare(a, b);
  const bits = isExact(a) ? (isExact(b) ? 0 : b.bits) : isExact(b) ? a.bits : Math.max(a.bits, b.bits);
  return signOfEnclosure(addEnclosures(toEnclosure(a, bits), negateEnclosure(toEnclosure(b, bits))));
};

/** a < b, `undefined` where it is not known. */
export const isLess = (a: Real, b: Real): boolean | undefined => {
  const order = compareReal(a, b);
  return order === undefined ? undefined : order < 0;
};

/** a = b, `undefined` where it is not known (never `true` for enclosures). */
export const isEqual = (a: Real, b: Real): boolean | undefined => {
  const order = compareReal(a, b);
  return order === undefined ? undefined : order === 0;
};

const exactRoot = (a: Exact): Exact | undefined => {
  const [over, under] = [numerator(a), denominator(a)];
  const [top, bottom] = [integerRoot(over), integerRoot(under)];
  return top * top === over && bottom * bottom === under ? fraction(top, bottom) : undefined;
};

/** √a, exact for squares of rationals; `domain` below zero. */
export const sqrtReal = (a: Real, bits: number): Outcome => {
  const side = signOfReal(a);
  if (side === -1) return undefinedValue('domain', 'square root of a negative number');
  if (side === undefined) return undefinedValue('undecided', 'square root of a number whose sign is not known');
  const root = isExact(a) ? exactRoot(a) : undefined;
  return root ?? sqrtEnclosure(toEnclosure(a, 2 * bits), bits);
};

/** a^k for an integer k; exact where a is and the result stays small. 0^0 and 0^−k have no value. */
export const integerPower = (a: Real, k: number, bits: number): Outcome => {
  if (k === 0 && signOfReal(a) === undefined)
    return undefinedValue('undecided', 'the zeroth power of a number that may be zero');
  if (k <= 0 && signOfReal(a) === 0)
    return k === 0
      ? undefinedValue('domain', '0^0 has no value')
      : undefinedValue('division-by-zero', 'zero to a negative power');
  if (isExact(a) && (exactSize(a) * Math.abs(k) <= budget.exactBits || isUnit(a)))
    return power(a, isUnit(a) ? k % 2 : k);
  if (k < 0) {
    const root = integerPower(a, -k, bits);
    return root.kind === 'undefined' ? root : divideReal(one, root, bits);
  }
  return enclosedPower(a, k, bits);
};

const isUnit = (a: Exact): boolean => isInteger(a) && magnitude(a.n) === 1n;

const exactSize = (a: Exact): number => Math.max(bitLength(a.n), bitLength(a.d)) + 4 * a.e;

/** log₂ of a positive end·2^−64 as a double; its length in bits would be too coarse near one. */
const logOfEnd = (end: bigint): number => {
  if (end <= 0n) return Number.NEGATIVE_INFINITY;
  const drop = Math.max(0, bitLength(end) - 1000);
  return Math.log2(Number(end >> BigInt(drop))) + drop - 64;
};

/** Square and multiply, refused where the result would not fit the budget. */
const enclosedPower = (a: Real, k: number, bits: number): Outcome => {
  const { mid, radius } = toEnclosure(a, 64);
  if (logOfEnd(magnitude(mid) - radius) * k > budget.exponentBits)
    return undefinedValue('overflow', 'a power too large to write down');
  if (logOfEnd(magnitude(mid) + radius) * k > budget.exponentBits)
    return undefinedValue('undecided', 'a power of a number that is not known well enough');
  let [square, rest]: [Real, number] = [a, k];
  let product: Real = one;
  for (; rest > 1; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) product = multiplyReal(product, square, bits);
    square = multiplyReal(square, square, bits);
  }
  return rest === 1 ? multiplyReal(product, square, bits) : product;
};
