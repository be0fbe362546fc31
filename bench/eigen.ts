import type { MatrixValue } from '../src/math/expression/value.ts';
import { eigenvalues } from '../src/math/linear/eigen/eigenvalues.ts';
import { exact } from '../src/math/number/exact.ts';
import { mpmathTime } from './mpmath.ts';
import type { BenchRow } from './row.ts';
import { interleaved } from './timing.ts';

const digits = 50;

/** Entries between −1 and 1 with two decimals, from a fixed sequence. */
const entries = (size: number): readonly (readonly string[])[] => {
  let state = 12345;
  const draw = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return ((state % 201) - 100) / 100;
  };
  return Array.from({ length: size }, () => Array.from({ length: size }, () => draw().toFixed(2)));
};

const matrixOf = (rows: readonly (readonly string[])[]): MatrixValue => ({
  kind: 'matrix',
  rows: rows.map((row) => row.map((entry) => exact(entry))),
});

const row = (size: number, target?: string): BenchRow[] => {
  const rows = entries(size);
  const matrix = matrixOf(rows);
  const [ours] = interleaved([() => eigenvalues(matrix, digits)]);
  const written = `mpmath.mp.dps = ${digits}\na = mpmath.matrix([${rows.map((r) => `[${r.map((x) => `mpmath.mpf('${x}')`).join(', ')}]`).join(', ')}])`;
  const theirs = mpmathTime(written, 'mpmath.eig(a)', size > 8 ? 2 : 10);
  if (ours === undefined || theirs === undefined) return [];
  const work = `eigenvalues of a ${size}×${size} matrix, ${digits} certified digits`;
  return [{ work, ours, peer: 'mpmath.eig', theirs, unit: 'ms', ...(target !== undefined && { target }) }];
};

/** Certified eigenvalues against mpmath's uncertified ones. */
export const eigenBench = async (): Promise<BenchRow[]> => [...row(2), ...row(4), ...row(16, '50 times faster')];
