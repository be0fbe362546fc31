/** Norms of vectors and matrices. */
import { modulus } from '../expression/evaluation/complex.ts';
import { powerOfScalars, squareRoot } from '../expression/evaluation/power.ts';
import { addValues, isReal, isScalar, multiplyValues, transposed } from '../expression/evaluation/value-arithmetic.ts';
import type { MatrixValue, Value } from '../expression/value.ts';
import { max } from '../number/elementary/order.ts';
import { divide, type Exact, equals, fraction, sign } from '../number/exact.ts';
import type { Real } from '../number/real.ts';
import { undefinedValue } from '../number/undefined.ts';

const zero = fraction(0n);
const one = fraction(1n);
const two = fraction(2n);

/** The index of a norm: a number p ≥ 1, `∞`, or `F` for Frobenius. */
export type NormIndex = Exact | '∞' | 'F';

const sumOf = (items: readonly Value[], bits: number): Value =>
  items.reduce((total, item) => addValues(total, item, bits), zero as Value);

const maximum = (items: readonly Value[], bits: number): Value =>
  items.find((item) => item.kind === 'undefined') ??
  items.filter(isReal).reduce<Real>((best, item) => max(best, item, bits), zero);

const sizes = (items: readonly Value[], bits: number): readonly Value[] =>
  items.map((item) =>
    isScalar(item) ? modulus(item, bits) : undefinedValue('shape', 'a norm of something other than numbers'),
  );

const square = (item: Value, bits: number): Value => multiplyValues(item, item, bits);

/** √(Σ |x_i|²). */
const euclidean = (items: readonly Value[], bits: number): Value => {
  const isAllReal = items.every(isReal);
  const total = sumOf(
    (isAllReal ? items : sizes(items, bits)).map((item) => square(item, bits)),
    bits,
  );
  return isScalar(total) ? squareRoot(total, 'real', bits) : total;
};

/** (Σ |x_i|^p)^(1/p); the largest |x_i| for ∞. */
export const vectorNorm = (items: readonly Value[], p: NormIndex, bits: number): Value => {
  if (p === '∞') return maximum(sizes(items, bits), bits);
  if (p === 'F' || equals(p, two)) return euclidean(items, bits);
  if (sign(p) <= 0) return undefinedValue('domain', 'a norm whose index is not positive');
  const powers = sizes(items, bits).map((item) => {
    if (!isReal(item)) return item;
    return item.kind === 'exact' && sign(item) === 0 ? zero : powerOfScalars(item, p, 'real', bits);
  });
  const total = sumOf(powers, bits);
  if (!isReal(total) || equals(p, one)) return total;
  return total.kind === 'exact' && sign(total) === 0 ? zero : powerOfScalars(total, divide(one, p), 'real', bits);
};

const largestRow = (m: MatrixValue, bits: number): Value =>
  maximum(
    m.rows.map((row) => sumOf(sizes(row, bits), bits)),
    bits,
  );

/** The Frobenius norm, the largest column sum (1) and the largest row sum (∞). */
export const matrixNorm = (m: MatrixValue, p: NormIndex, bits: number): Value => {
  if (p === 'F') return euclidean(m.rows.flat(), bits);
  if (p === '∞') return largestRow(m, bits);
  if (equals(p, one)) return largestRow(transposed(m), bits);
  return undefinedValue('unsupported', 'this norm of a matrix');
};
