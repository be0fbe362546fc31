/** Determinants. */
import { isScalar, multiplyValues, negateValue } from '../expression/evaluation/value-arithmetic.ts';
import type { MatrixValue, Value } from '../expression/value.ts';
import { denominator, type Exact, fraction, multiply, numerator } from '../number/exact.ts';
import { gcd } from '../number/integer.ts';
import { isExact } from '../number/real.ts';
import { undefinedValue } from '../number/undefined.ts';
import { reduceTriangular } from './elimination.ts';
import { squareProblem } from './matrix.ts';

const commonDenominator = (row: readonly Exact[]): bigint =>
  row.reduce((all, entry) => (all / gcd(all, denominator(entry))) * denominator(entry), 1n);

/**
 * Bareiss (1968): every entry of every step is a minor of the matrix, so all divisions come out even and numbers grow
 * no longer than the determinant itself.
 */
const bareiss = (matrix: bigint[][]): bigint => {
  let [previous, sign] = [1n, 1n];
  for (let k = 0; k < matrix.length - 1; k += 1) {
    const pivot = matrix.findIndex((row, i) => i >= k && row[k] !== 0n);
    if (pivot < 0) return 0n;
    if (pivot !== k) {
      [matrix[k], matrix[pivot]] = [matrix[pivot] as bigint[], matrix[k] as bigint[]];
      sign = -sign;
    }
    const top = matrix[k] as bigint[];
    const corner = top[k] as bigint;
    for (let i = k + 1; i < matrix.length; i += 1) {
      const row = matrix[i] as bigint[];
      const lead = row[k] as bigint;
      for (let j = k + 1; j < row.length; j += 1)
        row[j] = ((row[j] as bigint) * corner - lead * (top[j] as bigint)) / previous;
    }
    previous = corner;
  }
  return sign * (matrix[matrix.length - 1]?.[matrix.length - 1] ?? 1n);
};

const exactDeterminant = (rows: readonly (readonly Exact[])[]): Exact => {
  const scales = rows.map(commonDenominator);
  const whole = rows.map((row, i) => row.map((entry) => numerator(multiply(entry, fraction(scales[i] ?? 1n)))));
  return fraction(
    bareiss(whole),
    scales.reduce((all, scale) => all * scale, 1n),
  );
};

/** det A; exact for rational entries, by elimination otherwise. */
export const determinant = (a: MatrixValue, bits: number): Value => {
  const problem = squareProblem(a, 'the determinant');
  if (problem) return problem;
  const entries = a.rows.flat();
  if (entries.every(isExact)) return exactDeterminant(a.rows as readonly (readonly Exact[])[]);
  if (!entries.every(isScalar)) return undefinedValue('shape', 'a matrix whose entries are not all numbers');
  const diagonal = reduceTriangular(a.rows, bits);
  if ('kind' in diagonal) return diagonal;
  const product = diagonal.entries.reduce<Value>((all, entry) => multiplyValues(all, entry, bits), fraction(1n));
  return diagonal.swaps % 2 === 1 ? negateValue(product) : product;
};
