/** Exact linear algebra on matrices of numbers. Wrong shapes and singular matrices have no value, and say so. */
import { addValues, matrixOf, vectorOf } from '../expression/evaluation/value-arithmetic.ts';
import type { MatrixValue, UndefinedValue, Value, VectorValue } from '../expression/value.ts';
import { fraction } from '../number/exact.ts';
import { undefinedValue } from '../number/undefined.ts';
import { type Rows, reduce } from './elimination.ts';

/** Largest matrix side that is worked on. */
const largestSide = 100;

const zero = fraction(0n);
const one = fraction(1n);

/** Rows and columns. */
export const shapeOf = (m: MatrixValue): readonly [number, number] => [m.rows.length, m.rows[0]?.length ?? 0];

export const isSquare = (m: MatrixValue): boolean => m.rows.length === m.rows[0]?.length;

/** The n×n identity. */
export const identity = (n: number): MatrixValue => ({
  kind: 'matrix',
  rows: Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? one : zero))),
});

/** Why elimination cannot start: not square, too large. */
export const squareProblem = (m: MatrixValue, what: string): UndefinedValue | undefined => {
  const [rows, columns] = shapeOf(m);
  if (rows !== columns) return undefinedValue('shape', `${what} of a ${rows}×${columns} matrix, which is not square`);
  return rows > largestSide ? undefinedValue('budget', `a matrix of more than ${largestSide} rows`) : undefined;
};

const singular = undefinedValue('singular', 'the matrix is singular: its determinant is zero');

const solveRows = (a: MatrixValue, right: Rows, bits: number): Rows | UndefinedValue => {
  const n = a.rows.length;
  const joined = a.rows.map((row, i) => [...row, ...(right[i] ?? [])]);
  const echelon = reduce(joined, n, bits);
  if (echelon.kind === 'undefined') return echelon;
  return echelon.pivots.length < n ? singular : echelon.rows.map((row) => row.slice(n));
};

const isProblem = (x: Rows | UndefinedValue): x is UndefinedValue => 'kind' in x;

/** A⁻¹; `singular` where the determinant is zero. */
export const inverse = (a: MatrixValue, bits: number): MatrixValue | UndefinedValue => {
  const problem = squareProblem(a, 'the inverse');
  if (problem) return problem;
  const rows = solveRows(a, identity(a.rows.length).rows, bits);
  return isProblem(rows) ? rows : matrixOf(rows);
};

/** The x with A x = b for a square A. */
export const solve = (a: MatrixValue, b: VectorValue, bits: number): VectorValue | UndefinedValue => {
  const problem = squareProblem(a, 'solving a system');
  if (problem) return problem;
  if (a.rows.length !== b.items.length)
    return undefinedValue('shape', `a system of ${a.rows.length} rows with a right side of ${b.items.length}`);
  const rows = solveRows(
    a,
    b.items.map((item) => [item]),
    bits,
  );
  return isProblem(rows) ? rows : vectorOf(rows.map((row) => row[0] as Value));
};

/** How many rows are independent. */
export const rank = (a: MatrixValue, bits: number): Value => {
  const [rows, columns] = shapeOf(a);
  if (Math.max(rows, columns) > largestSide)
    return undefinedValue('budget', `a matrix of more than ${largestSide} rows`);
  const echelon = reduce(a.rows, columns, bits);
  return echelon.kind === 'undefined' ? echelon : fraction(BigInt(echelon.pivots.length));
};

/** The sum of the diagonal. */
export const trace = (a: MatrixValue, bits: number): Value =>
  squareProblem(a, 'the trace') ??
  a.rows.reduce<Value>((total, row, i) => addValues(total, row[i] as Value, bits), zero);
