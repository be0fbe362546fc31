/** Sums, products and quotients of values: numbers, vectors and matrices. Shapes that do not fit have no value. */
import { budget } from '../../number/budget.ts';
import { fraction, isInteger } from '../../number/exact.ts';
import { magnitude } from '../../number/integer.ts';
import {
  addReal,
  divideReal,
  isExact,
  multiplyReal,
  negateReal,
  type Outcome,
  type Real,
  toEnclosure,
} from '../../number/real.ts';
import { undefinedValue } from '../../number/undefined.ts';
import type { MatrixValue, UndefinedValue, Value, VectorValue } from '../value.ts';
import { addComplex, divideComplex, multiplyComplex, negateComplex, type Scalar } from './complex.ts';

export const isReal = (v: Value): v is Real => v.kind === 'exact' || v.kind === 'enclosure';
export const isScalar = (v: Value): v is Scalar => isReal(v) || v.kind === 'complex';

export const vector = (items: readonly Value[]): VectorValue => ({ kind: 'vector', items });

/** The vector of the items, or the first of them that has no value. */
export const vectorOf = (items: readonly Value[]): VectorValue | UndefinedValue =>
  items.find((item) => item.kind === 'undefined') ?? vector(items);

/** The matrix of the rows, or the first entry that has no value. */
export const matrixOf = (rows: readonly (readonly Value[])[]): MatrixValue | UndefinedValue =>
  rows.flat().find((item) => item.kind === 'undefined') ?? { kind: 'matrix', rows };

/** "a number", "a vector of 2", "a 2×3 matrix": what a value is, for a sentence. */
export const shapeName = (v: Value): string => {
  if (v.kind === 'vector') return `a vector of ${v.items.length}`;
  if (v.kind === 'matrix') return `a ${v.rows.length}×${v.rows[0]?.length ?? 0} matrix`;
  return v.kind === 'truth' ? 'a statement' : 'a number';
};

const mismatch = (operation: string, a: Value, b: Value): UndefinedValue =>
  undefinedValue('shape', `${shapeName(a)} ${operation} ${shapeName(b)}`);

/** As many rows, and as many entries in each. */
export const sameShape = (a: MatrixValue, b: MatrixValue): boolean =>
  a.rows.length === b.rows.length && a.rows.every((row, i) => row.length === b.rows[i]?.length);

const addRows = (a: readonly Value[], b: readonly Value[], bits: number): readonly Value[] =>
  a.map((item, i) => addValues(item, b[i] as Value, bits));

/** A matrix of one row is a vector written flat: `[1 2]`. */
const flat = (v: Value): Value => (v.kind === 'matrix' && v.rows.length === 1 ? vector(v.rows[0] ?? []) : v);

/** Longest denominator, in binary digits, that a long sum or product carries along exactly. */
const longestDenominator = 1n << 512n;

let ceiling: readonly [number, bigint] = [0, 1n];

/** 2^(bits + exponentBits): beyond it an enclosure of `bits` places is too large to go on with. The last one is kept. */
const ceilingOf = (bits: number): bigint => {
  if (ceiling[0] !== bits) ceiling = [bits, 1n << BigInt(bits + budget.exponentBits)];
  return ceiling[1];
};

/** A number of a long sum or product: enclosed once its denominator makes every further step slow, given up when huge. */
export const tamed = (v: Value, bits: number): Value => {
  if (v.kind === 'exact') return v.d > longestDenominator ? toEnclosure(v, bits) : v;
  if (v.kind !== 'enclosure' || magnitude(v.mid) < ceilingOf(v.bits)) return v;
  return undefinedValue('overflow', 'a sum or product too large to write down');
};

/** a + b, componentwise for equal shapes. */
export const addValues = (a: Value, b: Value, bits: number): Value => {
  if (isReal(a) && isReal(b)) return addReal(a, b, bits);
  if (a.kind === 'undefined') return a;
  if (b.kind === 'undefined') return b;
  if (isScalar(a) && isScalar(b)) return addComplex(a, b, bits);
  if (a.kind === 'matrix' && b.kind === 'matrix' && sameShape(a, b))
    return matrixOf(a.rows.map((row, i) => addRows(row, b.rows[i] ?? [], bits)));
  const [left, right] = [flat(a), flat(b)];
  if (left.kind === 'vector' && right.kind === 'vector' && left.items.length === right.items.length)
    return vectorOf(addRows(left.items, right.items, bits));
  return mismatch('plus', a, b);
};

/** Applies an operation to every number of a value. */
export const mapScalars = (v: Value, change: (item: Value) => Value): Value => {
  if (v.kind === 'vector') return vectorOf(v.items.map((item) => mapScalars(item, change)));
  if (v.kind === 'matrix') return matrixOf(v.rows.map((row) => row.map((item) => mapScalars(item, change))));
  return change(v);
};

export const negateValue = (v: Value): Value =>
  mapScalars(v, (item) => {
    if (isReal(item)) return negateReal(item);
    if (isScalar(item)) return negateComplex(item);
    return item.kind === 'undefined' ? item : undefinedValue('shape', `minus ${shapeName(item)}`);
  });

/** Σ a_i b_i. */
export const dot = (a: readonly Value[], b: readonly Value[], bits: number): Value =>
  a.reduce<Value>((total, item, i) => addValues(total, multiplyValues(item, b[i] as Value, bits), bits), fraction(0n));

const columns = (m: MatrixValue): readonly (readonly Value[])[] =>
  (m.rows[0] ?? []).map((_, j) => m.rows.map((row) => row[j] as Value));

export const transposed = (m: MatrixValue): MatrixValue => ({ kind: 'matrix', rows: columns(m) });

const width = (m: MatrixValue): number => m.rows[0]?.length ?? 0;

const multiplyMatrices = (a: MatrixValue, b: MatrixValue, bits: number): Value => {
  if (width(a) !== b.rows.length) return mismatch('times', a, b);
  const across = columns(b);
  return matrixOf(a.rows.map((row) => across.map((column) => dot(row, column, bits))));
};

/** A row times a column is a number, any other matrix times a column a vector. */
const matrixTimesVector = (a: MatrixValue, v: VectorValue, bits: number): Value => {
  if (width(a) !== v.items.length) return mismatch('times', a, v);
  const items = a.rows.map((row) => dot(row, v.items, bits));
  return items.length === 1 ? (items[0] as Value) : vectorOf(items);
};

/** A column times a row is the outer product; to the left of any other matrix a vector is a row, as in `π P` of a Markov chain. */
const vectorTimesMatrix = (v: VectorValue, a: MatrixValue, bits: number): Value => {
  const [row] = a.rows;
  if (row && a.rows.length === 1)
    return matrixOf(v.items.map((item) => row.map((entry) => multiplyValues(item, entry, bits))));
  if (a.rows.length !== v.items.length) return mismatch('times', v, a);
  const items = columns(a).map((column) => dot(v.items, column, bits));
  return items.length === 1 ? (items[0] as Value) : vectorOf(items);
};

/** a·b: numbers, a number and anything, matrices and vectors where they fit. Two vectors have several products. */
export const multiplyValues = (a: Value, b: Value, bits: number): Value => {
  if (isReal(a) && isReal(b)) return multiplyReal(a, b, bits);
  if (a.kind === 'undefined') return a;
  if (b.kind === 'undefined') return b;
  if (isScalar(a) && isScalar(b)) return multiplyComplex(a, b, bits);
  if (a.kind === 'truth' || b.kind === 'truth') return mismatch('times', a, b);
  if (isScalar(a)) return mapScalars(b, (item) => multiplyValues(a, item, bits));
  if (isScalar(b)) return mapScalars(a, (item) => multiplyValues(item, b, bits));
  if (a.kind === 'matrix' && b.kind === 'matrix') return multiplyMatrices(a, b, bits);
  if (a.kind === 'matrix' && b.kind === 'vector') return matrixTimesVector(a, b, bits);
  if (a.kind === 'vector' && b.kind === 'matrix') return vectorTimesMatrix(a, b, bits);
  return a.kind === 'vector' && b.kind === 'vector' ? severalProducts(a, b) : mismatch('times', a, b);
};

/** Two vectors side by side may mean the inner, the outer or the componentwise product. */
const severalProducts = (a: VectorValue, b: VectorValue): Value =>
  undefinedValue('shape', `${shapeName(a)} times ${shapeName(b)}: write a^T b for their inner product`);

/** Longest divisor, in binary digits, that a fraction is divided by exactly: reducing x^k/k! is not worth its time. */
const longestDivisor = 1n << 2048n;

const divideReals = (a: Real, b: Real, bits: number): Outcome =>
  isExact(a) && isExact(b) && !isInteger(a) && magnitude(b.n) > longestDivisor
    ? divideReal(toEnclosure(a, bits), b, bits)
    : divideReal(a, b, bits);

/** a/b for a number b. */
export const divideValues = (a: Value, b: Value, bits: number): Value => {
  if (isReal(a) && isReal(b)) return divideReals(a, b, bits);
  if (a.kind === 'undefined') return a;
  if (b.kind === 'undefined') return b;
  if (!isScalar(b) || a.kind === 'truth') return mismatch('divided by', a, b);
  return mapScalars(a, (item) => (isScalar(item) ? divideComplex(item, b, bits) : mismatch('divided by', item, b)));
};
