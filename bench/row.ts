/** One line of the bench table: the same work done here and by a peer, as times of one call. */
export interface BenchRow {
  readonly work: string;
  readonly ours: number;
  readonly peer: string;
  readonly theirs: number;
  readonly unit: 'ms' | 'µs';
  /** The goal in words: `25 times faster`. */
  readonly target?: string;
}
