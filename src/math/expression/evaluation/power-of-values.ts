/** Powers and roots where the base may be a matrix: A², A⁻¹. */
import { identity, inverse, isSquare, shapeOf } from '../../linear/matrix.ts';
import { isInteger, numerator } from '../../number/exact.ts';
import { isExact } from '../../number/real.ts';
import { undefinedValue } from '../../number/undefined.ts';
import type { MatrixValue, Value } from '../value.ts';
import { powerOfScalars, rootOfDegree } from './power.ts';
import type { Run } from './run.ts';
import { isScalar, multiplyValues, shapeName } from './value-arithmetic.ts';

/** Largest power of a matrix that is multiplied out. */
const largestPower = 1_000;

const wholePower = (m: MatrixValue, k: number, bits: number): Value => {
  let [result, square, rest]: [Value, Value, number] = [identity(m.rows.length), m, k];
  for (; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyValues(result, square, bits);
    if (rest > 1) square = multiplyValues(square, square, bits);
  }
  return result;
};

const matrixPower = (m: MatrixValue, exponent: Value, bits: number): Value => {
  if (!isExact(exponent) || !isInteger(exponent))
    return undefinedValue('unsupported', 'a matrix to a power that is no integer');
  if (!isSquare(m)) return undefinedValue('shape', `a power of a ${shapeOf(m).join('×')} matrix, which is not square`);
  const k = Number(numerator(exponent));
  if (Math.abs(k) > largestPower) return undefinedValue('budget', `a matrix to a power above ${largestPower}`);
  if (k >= 0) return wholePower(m, k, bits);
  const inverted = inverse(m, bits);
  return inverted.kind === 'undefined' ? inverted : wholePower(inverted, -k, bits);
};

/** base^exponent. */
export const powerOfValues = (base: Value, exponent: Value, run: Run): Value => {
  if (base.kind === 'undefined') return base;
  if (exponent.kind === 'undefined') return exponent;
  if (base.kind === 'matrix') return matrixPower(base, exponent, run.bits);
  if (isScalar(base) && isScalar(exponent)) return powerOfScalars(base, exponent, run.field, run.bits);
  return undefinedValue('shape', `${shapeName(base)} to the power of ${shapeName(exponent)}`);
};

/** The root of a degree. */
export const rootOfValue = (of: Value, degree: Value, run: Run): Value => {
  if (of.kind === 'undefined') return of;
  if (degree.kind === 'undefined') return degree;
  if (isScalar(of) && isScalar(degree)) return rootOfDegree(of, degree, run.field, run.bits);
  return undefinedValue('shape', `a root of ${shapeName(of)}`);
};
