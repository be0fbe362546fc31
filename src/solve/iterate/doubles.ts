/** Doubles next to fixed-point numbers, and above them. */
import { outward } from './outward.ts';

/** Doubles go down to 2^−1074 and up to 2^1024; more binary places than this are cut off first. */
const shownPlaces = 900;

/** The double next to a·2^−bits, off by at most 2^−53 of itself and 2^−900; ±∞ beyond the range. */
export const doubleOf = (a: bigint, bits: number): number =>
  bits <= shownPlaces ? Number(a) * 2 ** -bits : Number(a >> BigInt(bits - shownPlaces)) * 2 ** -shownPlaces;

/** An upper bound of a ≥ 0; ∞ beyond the range. */
export const doubleAbove = (a: bigint): number => outward(Number(a));
