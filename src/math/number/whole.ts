/**
 * Integers of any size: doubles while these are exact, BigInts beyond. Small ones cost no more than doubles do.
 * One value has one representation, so that `===` compares.
 */
export type Whole = number | bigint;

const largest = Number.MAX_SAFE_INTEGER;

/** The one representation of an integer. */
export const whole = (a: bigint): Whole => (a <= largest && a >= -largest ? Number(a) : a);

// A sum or product beyond the safe integers is no smaller than 2^53 when it is rounded, so the double tells.

export const addWhole = (a: Whole, b: Whole): Whole => {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (sum <= largest && sum >= -largest) return sum;
  }
  return whole(BigInt(a) + BigInt(b));
};

export const multiplyWhole = (a: Whole, b: Whole): Whole => {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (product <= largest && product >= -largest) return product;
  }
  return whole(BigInt(a) * BigInt(b));
};

export const absoluteWhole = (a: Whole): Whole => (a < 0 ? -a : a);

/** `a / b` where that is an integer and both are small; `undefined` elsewhere. `b` is not zero. */
export const smallQuotient = (a: Whole, b: Whole): number | undefined =>
  typeof a === 'number' && typeof b === 'number' && a % b === 0 ? a / b : undefined;
