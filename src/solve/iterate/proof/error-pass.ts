/** The proof beside a run: what both kinds of it promise. */

/** Bounds for the errors of the variables, in units of 2^exponent ulps. */
export interface ErrorBounds {
  readonly bounds: Float64Array;
  readonly exponent: number;
}

/**
 * Steps are proven in blocks: `begin`, then for every step `record` (after the machine has computed it and before it
 * advances) and, where the step is asked for, `mark` (after it has advanced); then `settle`.
 */
export interface ErrorPass {
  /** How many steps the next block should take. */
  readonly length: () => number;
  readonly begin: () => void;
  /** False where a value is too large for the proof. */
  readonly record: () => boolean;
  /** Notes that the errors after so many steps of the block are wanted. */
  readonly mark: (steps: number) => void;
  /** Proves the block of so many steps: bounds at the marks, in their order; `undefined` where they cannot be proven. */
  readonly settle: (steps: number) => readonly ErrorBounds[] | undefined;
  /** Bounds at the end of the last block that was settled. */
  readonly errors: () => ErrorBounds;
}
