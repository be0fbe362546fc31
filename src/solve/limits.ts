/** What solving may cost. Beyond these a quantity has no value, and says so. */
export const limits = {
  /** Quantities computed for one answer. */
  steps: 200_000,
  /** Steps of a recurrence that are always taken one by one. */
  near: 64,
  /** Sums inside definitions inside sums …, each computing further quantities. */
  nesting: 40,
  /** Binary digits up to which a decimal, and a fraction that is no decimal, is carried from step to step exactly. */
  decimalBits: 1 << 13,
  fractionBits: 1 << 11,
  /** Named quantities told as the origin of one answer. */
  dependencies: 2_000,
  /** Numbers that one derivative by the chain rule may go through. */
  graph: 2_000,
  /** Terms of a sum that is written out for it. */
  terms: 1_000,
  /** Nodes of an answer in which definitions are written out. */
  unfolded: 5_000,
  /** Nodes of a closed form. */
  closed: 200,
} as const;
