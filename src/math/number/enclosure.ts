/**
 * A real number known to lie in [(mid − radius)·2^−bits, (mid + radius)·2^−bits].
 * Every operation rounds outward, so the true value never escapes.
 */
export interface Enclosure {
  readonly kind: 'enclosure';
  readonly mid: bigint;
  /** Never negative. */
  readonly radius: bigint;
  readonly bits: number;
}
