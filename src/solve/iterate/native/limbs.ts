/**
 * Numbers in limbs of 28 bits, the least first, each in 64 bits of memory: x = Σ limbᵢ · 2^(28 i − bits).
 *
 *   normal    0 ≤ limb < 2^28, but for the top one, which has the sign:  −2^27 ≤ top < 2^27
 *   loose     after a few sums and multiples: any limbs that stay far from the ends of 64 bits
 *
 * All limbs but the top one are behind the point, so |x| < 2^27.
 */

export const limbBits = 28;

/** |top limb| of a normal number is at most this. */
export const topLimit = 2 ** 27;

/** How many limbs, and the binary places they give. */
export interface Format {
  readonly limbs: number;
  readonly bits: number;
}

/** The format with at least so many binary places. */
export const formatFor = (bits: number): Format => {
  const places = Math.ceil(bits / limbBits);
  return { limbs: places + 1, bits: places * limbBits };
};

const width = BigInt(limbBits);

/** Writes x in units of 2^−bits; false where it is too large. */
export const writeLimbs = (x: bigint, limbs: BigInt64Array): boolean => {
  let rest = x;
  const top = limbs.length - 1;
  for (let i = 0; i < top; i += 1) {
    limbs[i] = BigInt.asUintN(limbBits, rest);
    rest >>= width;
  }
  limbs[top] = BigInt.asIntN(64, rest);
  return rest >= BigInt(-topLimit) && rest < BigInt(topLimit);
};

/** Reads x in units of 2^−bits. */
export const readLimbs = (limbs: BigInt64Array): bigint => {
  let x = 0n;
  for (let i = limbs.length - 1; i >= 0; i -= 1) x = (x << width) + (limbs[i] as bigint);
  return x;
};
