import type { IntegerPolynomial } from '../../algebra/integer-polynomial.ts';

/** A square matrix of integers, rows of equal length. */
export type IntegerMatrix = readonly (readonly bigint[])[];

const dot = (a: readonly bigint[], b: readonly bigint[]): bigint => {
  let sum = 0n;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0n) * (b[i] ?? 0n);
  return sum;
};

/**
 * First column of the Toeplitz matrix that leads from the characteristic polynomial of the leading r × r block to that
 * of the next larger one: 1, −a, −R·C, −R·M·C, −R·M²·C, … where the larger block is (M C; R a).
 */
const toeplitzColumn = (matrix: IntegerMatrix, r: number): readonly bigint[] => {
  const block = matrix.slice(0, r).map((row) => row.slice(0, r));
  const row = (matrix[r] ?? []).slice(0, r);
  let column = matrix.slice(0, r).map((line) => line[r] ?? 0n);
  const entries = [1n, -(matrix[r]?.[r] ?? 0n)];
  for (let power = 0; power < r; power += 1) {
    entries.push(-dot(row, column));
    if (power + 1 < r) column = block.map((line) => dot(line, column));
  }
  return entries;
};

/**
 * det(xI − A) by the Samuelson–Berkowitz algorithm: n⁴/4 multiplications and no division, so integers stay integers.
 * Coefficients in ascending order, the leading one 1.
 */
export const characteristicPolynomial = (matrix: IntegerMatrix): IntegerPolynomial => {
  let descending: readonly bigint[] = [1n];
  for (let r = 0; r < matrix.length; r += 1) {
    const column = toeplitzColumn(matrix, r);
    const previous = descending;
    descending = column.map((_, i) => {
      let sum = 0n;
      for (let j = 0; j <= Math.min(i, previous.length - 1); j += 1) sum += (column[i - j] ?? 0n) * (previous[j] ?? 0n);
      return sum;
    });
  }
  return [...descending].reverse();
};
