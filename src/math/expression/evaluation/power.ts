/** Powers and roots of numbers, complex ones where they arise. */

import { power, root } from '../../number/elementary/power.ts';
import { type Exact, fraction, isInteger, numerator, sign } from '../../number/exact.ts';
import { isExact, negateReal, type Real, signOfReal, sqrtReal } from '../../number/real.ts';
import { undefinedValue } from '../../number/undefined.ts';
import { divideComplex, multiplyComplex, pair, type Scalar, type ScalarOutcome } from './complex.ts';
import { complexPower } from './complex-elementary.ts';
import type { Field } from './run.ts';

const one = fraction(1n);

const complexWholePower = (a: Scalar, k: number, bits: number): ScalarOutcome => {
  let [result, square, rest]: [Scalar, Scalar, number] = [one, a, Math.abs(k)];
  for (; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyComplex(result, square, bits);
    if (rest > 1) square = multiplyComplex(square, square, bits);
  }
  return k < 0 ? divideComplex(one, result, bits) : result;
};

/** The exponent of a power that is worked out by multiplying. */
const smallInteger = (b: Scalar): number | undefined =>
  isExact(b) && isInteger(b) && b.n <= 10_000n && b.n >= -10_000n ? Number(numerator(b)) : undefined;

/** Whether a^b leaves the real numbers: a negative base and an exponent that is no integer. */
const leavesTheReals = (a: Real, b: Real): boolean => signOfReal(a) === -1 && !(isExact(b) && isInteger(b));

/** a^b; 0^0 has no value, and in the real field a negative base needs an integer exponent. */
export const powerOfScalars = (a: Scalar, b: Scalar, field: Field, bits: number): ScalarOutcome => {
  const isReal = a.kind !== 'complex' && b.kind !== 'complex';
  if (isReal && !(field === 'complex' && leavesTheReals(a, b))) return power(a, b, bits);
  const k = smallInteger(b);
  if (k !== undefined) return complexWholePower(a, k, bits);
  if (a.kind !== 'complex' && signOfReal(a) === 0) return undefinedValue('domain', 'zero to a complex power');
  return complexPower(a, b, bits);
};

/** √a. Below zero: `domain` in the real field, i√|a| in the complex one. */
export const squareRoot = (a: Scalar, field: Field, bits: number): ScalarOutcome => {
  if (a.kind === 'complex') return complexPower(a, fraction(1n, 2n), bits);
  if (field === 'complex' && signOfReal(a) === -1) return pair(fraction(0n), sqrtReal(negateReal(a), bits));
  return sqrtReal(a, bits);
};

const isSmallDegree = (degree: Exact): boolean => isInteger(degree) && sign(degree) > 0 && degree.n <= 64n;

/** The root of a written degree: ∛−8 = −2 in the real field, the principal root in the complex one. */
export const rootOfDegree = (a: Scalar, degree: Scalar, field: Field, bits: number): ScalarOutcome => {
  if (isExact(degree) && degree.n === 2n && isSmallDegree(degree)) return squareRoot(a, field, bits);
  if (!isExact(degree)) return undefinedValue('unsupported', 'a root whose degree is no rational number');
  if (sign(degree) === 0) return undefinedValue('division-by-zero', 'the zeroth root');
  const isPlain = a.kind !== 'complex' && (field === 'real' || signOfReal(a) !== -1);
  if (isPlain && isSmallDegree(degree)) return root(a, Number(numerator(degree)), bits);
  const exponent = divideComplex(one, degree, bits);
  return exponent.kind === 'undefined' ? exponent : powerOfScalars(a, exponent, field, bits);
};
