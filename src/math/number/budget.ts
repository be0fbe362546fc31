/** The limits of the number room: what exceeds them is a value with cause `budget`, never a hang. */
export const budget = {
  /** Significant digits that may be asked for. */
  digits: 20_000,
  /** Binary digits of an exact numerator or denominator before arithmetic goes over to enclosures. */
  exactBits: 1 << 17,
  /** Times that a refinement may add precision. */
  refinements: 12,
  /** Magnitude of a result: |x| < 2^exponentBits, beyond it `overflow`. */
  exponentBits: 1 << 18,
} as const;

/** Working bits that hold `digits` decimal digits, with 64 to lose. */
export const bitsFor = (digits: number): number => Math.ceil(digits * 3.321928094887363) + 64;
