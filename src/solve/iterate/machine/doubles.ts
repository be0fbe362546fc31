/** Doubles next to fixed-point numbers, and above them. */
import { outward } from './outward.ts';

/** Doubles go down to 2^−1074 and up to 2^1024; more binary places than this are cut off first. */
const shownPlaces = 900;

/** The double next to a·2^−bits, off by at most 2^−53 of itself and 2^−900; ±∞ beyond the range. */
export const doubleOf = (a: bigint, bits: number): number => doublesAt(bits)(a);

/** The same for many numbers of one precision. Large ones are taken by their whole part. */
export const doublesAt = (bits: number): ((a: bigint) => number) => {
  const scale = 2 ** -Math.min(bits, shownPlaces);
  const [drop, all] = [BigInt(Math.max(0, bits - shownPlaces)), BigInt(bits)];
  return (a) => {
    const near = (drop === 0n ? Number(a) : Number(a >> drop)) * scale;
    return near - near === 0 ? near : Number(a >> all);
  };
};

/** An upper bound of a ≥ 0; ∞ beyond the range. */
export const doubleAbove = (a: bigint): number => outward(Number(a));
