/**
 * The conventions a derivation may be written in. None is stated in most homework, so a link holds where it holds in
 * one of them throughout the chain.
 */
export interface Reading {
  /**
   * ∂a/∂b with the rows of a (numerator layout) or the rows of b (denominator layout, its transpose); or with the rows of
   * a but for the loss, whose gradients are columns: ∂ε_t/∂x_k = (∂x_t/∂x_k)ᵀ ∂ε_t/∂x_t.
   */
  readonly layout: 'numerator' | 'denominator' | 'gradient';
  /** Whether the factors of ∏_{i=k+1}^{t} stand in ascending or descending order of i. */
  readonly order: 'ascending' | 'descending';
  /** Whether ∂x_k/∂θ beside another derivative of the chain means the immediate derivative ∂⁺x_k/∂θ. */
  readonly parameters: 'total' | 'immediate';
  /** The norm that ≤ between matrices and ‖·‖ mean. */
  readonly norm: 'row-sum' | 'frobenius';
}

const all = <const T extends readonly string[]>(...choices: T): T => choices;

/** All readings, the commonest first. */
export const readings: readonly Reading[] = all('total', 'immediate').flatMap((parameters) =>
  all('row-sum', 'frobenius').flatMap((norm) =>
    all('numerator', 'denominator', 'gradient').flatMap((layout) =>
      all('descending', 'ascending').map((order) => ({ layout, order, parameters, norm })),
    ),
  ),
);

/** The readings that differ where there is one hidden unit only: ∂x_t/∂θ is a row or a column even there. */
export const scalarReadings: readonly Reading[] = readings.filter(
  ({ order, norm }) => order === 'descending' && norm === 'row-sum',
);
