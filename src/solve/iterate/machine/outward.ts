/**
 * Doubles that bound from above. One arithmetic operation on doubles is off by at most 2^−53 of its result, so
 * 2^12 of them on numbers that are not negative leave a result too low by less than 2^−40 of itself; `outward` puts
 * back more than that, and something for results too small to have a relative error. Every bound of the error pass goes
 * through here at least once in 2^12 operations.
 */
export const outward = (bound: number): number => bound * (1 + 2 ** -39) + 2 ** -1000;

/** A bound from below, of a difference or quotient that was computed with at most 2^12 operations. */
export const inward = (bound: number): number => bound * (1 - 2 ** -39) - 2 ** -1000;
