/** The proof beside a run: what both kinds of it promise. */

/** Bounds for the errors of the variables, in units of 2^exponent ulps. */
export interface ErrorBounds {
  readonly bounds: Float64Array;
  readonly exponent: number;
}

/**
 * Steps are proven in blocks: `begin`, then the machine takes the steps and writes their trail; where a step is asked
 * for, `mark`; then `settle`.
 */
export interface ErrorPass {
  /** How many steps the next block should take. */
  readonly length: () => number;
  readonly begin: () => void;
  /** Notes that the errors after so many steps of the block are wanted. */
  readonly mark: (steps: number) => void;
  /** Proves the block of so many steps: bounds at the marks, in their order; `undefined` where they cannot be proven. */
  readonly settle: (steps: number) => readonly ErrorBounds[] | undefined;
  /** Bounds at the end of the last block that was settled. */
  readonly errors: () => ErrorBounds;
}
