/** Gauss–Jordan elimination over exact or enclosed numbers: the one procedure behind solve, inverse and rank. */

import { squaredModulus } from '../expression/evaluation/complex.ts';
import { isExactZero } from '../expression/evaluation/complex-elementary.ts';
import {
  addValues,
  divideValues,
  isScalar,
  multiplyValues,
  negateValue,
} from '../expression/evaluation/value-arithmetic.ts';
import type { UndefinedValue, Value } from '../expression/value.ts';
import { fraction } from '../number/exact.ts';
import { compareReal, isExact, signOfReal } from '../number/real.ts';
import { undefinedValue } from '../number/undefined.ts';

export type Row = readonly Value[];
export type Rows = readonly Row[];

/** A matrix in reduced row echelon form, and the columns of its pivots. */
export interface Echelon {
  readonly kind: 'echelon';
  readonly rows: Rows;
  readonly pivots: readonly number[];
}

type Pivot = number | 'none' | UndefinedValue;

/** The entry to divide by: an exact one where there is one, else the one farthest from zero. */
const pivotOf = (rows: Rows, column: number, from: number, bits: number): Pivot => {
  let [best, bestSize]: [number | undefined, Value | undefined] = [undefined, undefined];
  let allZero = true;
  for (let i = from; i < rows.length; i += 1) {
    const entry = rows[i]?.[column];
    if (!entry || !isScalar(entry)) return undefinedValue('shape', 'a matrix whose entries are not all numbers');
    if (isExactZero(entry)) continue;
    if (isExact(entry)) return i;
    allZero = false;
    const size = squaredModulus(entry, bits);
    const isLarger =
      !bestSize || (bestSize.kind !== 'exact' && bestSize.kind !== 'enclosure') || compareReal(bestSize, size) === -1;
    if (signOfReal(size) === 1 && isLarger) [best, bestSize] = [i, size];
  }
  if (best !== undefined) return best;
  return allZero ? 'none' : undefinedValue('undecided', 'a matrix that is singular as far as its entries are known');
};

const scaleRow = (row: Row, pivot: Value, bits: number): Row => row.map((entry) => divideValues(entry, pivot, bits));

const isZero = (v: Value): boolean => isScalar(v) && isExactZero(v);

const subtractMultiple = (row: Row, factor: Value, pivotRow: Row, bits: number): Row =>
  isZero(factor)
    ? row
    : row.map((entry, j) => addValues(entry, negateValue(multiplyValues(factor, pivotRow[j] as Value, bits)), bits));

const clearColumn = (rows: Rows, pivotRow: number, column: number, bits: number): Rows => {
  const chosen = rows[pivotRow] ?? [];
  const unit = scaleRow(chosen, chosen[column] as Value, bits);
  return rows.map((row, i) => (i === pivotRow ? unit : subtractMultiple(row, row[column] as Value, unit, bits)));
};

const swapped = (rows: Rows, i: number, j: number): Rows =>
  i === j ? rows : rows.map((row, k) => (k === i ? rows[j] : k === j ? rows[i] : row) as Row);

/** Reduces the first `columns` columns; those after them (right-hand sides) follow along. */
export const reduce = (rows: Rows, columns: number, bits: number): Echelon | UndefinedValue => {
  let current = rows;
  const pivots: number[] = [];
  for (let column = 0; column < columns && pivots.length < rows.length; column += 1) {
    const pivot = pivotOf(current, column, pivots.length, bits);
    if (pivot === 'none') continue;
    if (typeof pivot !== 'number') return pivot;
    current = clearColumn(swapped(current, pivots.length, pivot), pivots.length, column, bits);
    pivots.push(column);
  }
  return { kind: 'echelon', rows: current, pivots };
};

/** What elimination without scaling leaves on the diagonal (det = ± their product), and how often rows changed places. */
export interface Triangle {
  readonly entries: readonly Value[];
  readonly swaps: number;
}

/** Gaussian elimination of a square matrix; a column without a pivot ends it with a zero on the diagonal. */
export const reduceTriangular = (rows: Rows, bits: number): Triangle | UndefinedValue => {
  let [current, swaps] = [rows, 0];
  const entries: Value[] = [];
  for (let k = 0; k < rows.length; k += 1) {
    const pivot = pivotOf(current, k, k, bits);
    if (pivot === 'none') return { entries: [fraction(0n)], swaps: 0 };
    if (typeof pivot !== 'number') return pivot;
    if (pivot !== k) swaps += 1;
    current = swapped(current, k, pivot);
    const top = current[k] ?? [];
    const corner = top[k] as Value;
    entries.push(corner);
    current = current.map((row, i) =>
      i <= k ? row : subtractMultiple(row, divideValues(row[k] as Value, corner, bits), top, bits),
    );
  }
  return { entries, swaps };
};
