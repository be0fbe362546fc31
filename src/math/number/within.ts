/**
 * |claimed − reference| ≤ limit, decided exactly. Nearly always doubles decide it with a proven bound; what the bound
 * leaves open, every exact tie among it, goes to exact arithmetic.
 */
import { absolute, compare, type Exact, exact, subtract, toDouble } from './exact.ts';

/** Whether the claimed number lies within the limit of the reference; the limit itself is within. */
export const within = (claimed: Exact, reference: Exact, limit: Exact): boolean =>
  compare(absolute(subtract(claimed, reference)), limit) <= 0;

/** A reference and a limit, made ready for many claims. */
export interface Target {
  readonly reference: Exact;
  readonly limit: Exact;
  /** The nearest doubles of both. */
  readonly near: number;
  readonly reach: number;
}

/** Makes a reference and a limit ready for `isWithin`. */
export const target = (reference: Exact, limit: Exact): Target => ({
  reference,
  limit,
  near: toDouble(reference),
  reach: toDouble(limit),
});

const tens: readonly number[] = Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));

/**
 * The double next to a plain decimal of at most 15 digits: m and 10^k are exact doubles, so m/10^k is rounded once.
 * NaN for anything else, which is then read exactly.
 */
const shortDecimal = (text: string): number => {
  const negative = text.charCodeAt(0) === 45;
  let [digits, count, point] = [0, 0, -1];
  for (let i = negative ? 1 : 0; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) [digits, count] = [digits * 10 + digit, count + 1];
    else if (digit === -2 && point < 0) point = count;
    else return Number.NaN;
  }
  if (count === 0 || count > 15) return Number.NaN;
  const size = point < 0 ? digits : digits / (tens[count - point] ?? Number.NaN);
  return negative ? -size : size;
};

/**
 * Whether a decimal as written lies within the target's limit of its reference. Throws a SyntaxError for what is no
 * number.
 *
 * The bound: with u = 2^−53, s and r are each off by u of their size, their difference and limit + bound once more,
 * together less than 2u(|s| + |r| + limit); 2.3e−16 > 2u leaves room for rounding the bound itself, and 1e−300 covers
 * doubles too small to have a relative error. A comparison with NaN or ∞ − ∞ is false and so decides nothing.
 */
export const isWithin = (claimed: string, { reference, limit, near, reach }: Target): boolean => {
  const s = shortDecimal(claimed);
  const distance = Math.abs(s - near);
  const bound = 2.3e-16 * (Math.abs(s) + Math.abs(near) + reach) + 1e-300;
  if (distance <= reach - bound) return true;
  if (distance > reach + bound) return false;
  return within(exact(claimed), reference, limit);
};
