/** What solving may cost. Beyond these a quantity has no value, and says so. */
export const limits = {
  /** Quantities computed for one answer. */
  steps: 200_000,
  /** Sums inside definitions inside sums …, each computing further quantities. */
  nesting: 40,
  /** Binary digits up to which a decimal, and a fraction that is no decimal, is carried from step to step exactly. */
  decimalBits: 1 << 16,
  fractionBits: 1 << 11,
  /** Named quantities told as the origin of one answer. */
  dependencies: 2_000,
} as const;
