/** Elementary functions of complex numbers, on the principal branch. */
import { atan2 } from '../../number/elementary/atan.ts';
import { cos } from '../../number/elementary/cos.ts';
import { exp } from '../../number/elementary/exp.ts';
import { cosh, sinh, tanh } from '../../number/elementary/hyperbolic.ts';
import { ln } from '../../number/elementary/ln.ts';
import { logistic } from '../../number/elementary/logistic.ts';
import { sin } from '../../number/elementary/sin.ts';
import { tan } from '../../number/elementary/tan.ts';
import { fraction, sign } from '../../number/exact.ts';
import { isExact, multiplyReal, negateReal, type Outcome, signOfReal } from '../../number/real.ts';
import { undefinedValue } from '../../number/undefined.ts';
import {
  addComplex,
  divideComplex,
  imaginaryPart,
  modulus,
  multiplyComplex,
  negateComplex,
  pair,
  realPart,
  type Scalar,
  type ScalarOutcome,
} from './complex.ts';

const i: Scalar = { kind: 'complex', re: fraction(0n), im: fraction(1n) };

/** Goes on with a number, or stays with the reason why there is none. */
const then = <A extends Scalar, B extends ScalarOutcome>(
  value: A | (ScalarOutcome & { kind: 'undefined' }),
  next: (value: A) => B,
): B | (ScalarOutcome & { kind: 'undefined' }) =>
  value.kind === 'undefined' ? (value as ScalarOutcome & { kind: 'undefined' }) : next(value as A);

const times = (a: Outcome, b: Outcome, bits: number): Outcome => {
  if (a.kind === 'undefined') return a;
  return b.kind === 'undefined' ? b : multiplyReal(a, b, bits);
};

/** e^(a + bi) = e^a (cos b + i sin b). */
export const complexExp = (z: Scalar, bits: number): ScalarOutcome => {
  if (z.kind !== 'complex') return exp(z, bits);
  const size = exp(z.re, bits);
  return pair(times(size, cos(z.im, bits), bits), times(size, sin(z.im, bits), bits));
};

/** The angle of a + bi in (−π, π]. */
export const argument = (z: Scalar, bits: number): Outcome => atan2(imaginaryPart(z), realPart(z), bits);

/** ln|z| + i arg z. */
export const complexLn = (z: Scalar, bits: number): ScalarOutcome => {
  if (z.kind !== 'complex' && signOfReal(z) === 1) return ln(z, bits);
  const size = modulus(z, bits);
  if (size.kind === 'undefined') return size;
  if (signOfReal(size) === 0) return undefinedValue('domain', 'ln of zero');
  return pair(ln(size, bits), argument(z, bits));
};

/** The principal power e^(b ln a), for a ≠ 0. */
export const complexPower = (a: Scalar, b: Scalar, bits: number): ScalarOutcome =>
  then(complexLn(a, bits), (log) => complexExp(multiplyComplex(b, log, bits), bits));

/** sin(a + bi) = sin a cosh b + i cos a sinh b. */
export const complexSin = (z: Scalar, bits: number): ScalarOutcome => {
  if (z.kind !== 'complex') return sin(z, bits);
  return pair(times(sin(z.re, bits), cosh(z.im, bits), bits), times(cos(z.re, bits), sinh(z.im, bits), bits));
};

/** cos(a + bi) = cos a cosh b − i sin a sinh b. */
export const complexCos = (z: Scalar, bits: number): ScalarOutcome => {
  if (z.kind !== 'complex') return cos(z, bits);
  const im = times(sin(z.re, bits), sinh(z.im, bits), bits);
  return pair(times(cos(z.re, bits), cosh(z.im, bits), bits), im.kind === 'undefined' ? im : negateReal(im));
};

const timesI = (z: Scalar, bits: number): Scalar => multiplyComplex(i, z, bits);

/** sinh z = −i sin(iz). */
export const complexSinh = (z: Scalar, bits: number): ScalarOutcome =>
  z.kind !== 'complex'
    ? sinh(z, bits)
    : then(complexSin(timesI(z, bits), bits), (value) => negateComplex(timesI(value, bits)));

/** cosh z = cos(iz). */
export const complexCosh = (z: Scalar, bits: number): ScalarOutcome =>
  z.kind !== 'complex' ? cosh(z, bits) : complexCos(timesI(z, bits), bits);

const ratio = (a: ScalarOutcome, b: ScalarOutcome, bits: number): ScalarOutcome =>
  then(a, (over) => then(b, (under) => divideComplex(over, under, bits)));

export const complexTan = (z: Scalar, bits: number): ScalarOutcome =>
  z.kind !== 'complex' ? tan(z, bits) : ratio(complexSin(z, bits), complexCos(z, bits), bits);

export const complexTanh = (z: Scalar, bits: number): ScalarOutcome =>
  z.kind !== 'complex' ? tanh(z, bits) : ratio(complexSinh(z, bits), complexCosh(z, bits), bits);

/** 1/(1 + e^−z). */
export const complexLogistic = (z: Scalar, bits: number): ScalarOutcome =>
  z.kind !== 'complex'
    ? logistic(z, bits)
    : then(complexExp(negateComplex(z), bits), (decay) =>
        divideComplex(fraction(1n), addComplex(fraction(1n), decay, bits), bits),
      );

/** Whether a number is certainly real and exactly zero. */
export const isExactZero = (z: Scalar): boolean => isExact(z) && sign(z) === 0;
