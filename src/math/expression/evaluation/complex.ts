/** Complex arithmetic on pairs of reals. A result whose imaginary part is exactly zero is real again. */
import { fraction, sign } from '../../number/exact.ts';
import {
  addReal,
  divideReal,
  isExact,
  multiplyReal,
  negateReal,
  type Outcome,
  type Real,
  sqrtReal,
  subtractReal,
} from '../../number/real.ts';
import type { ComplexValue, UndefinedValue } from '../value.ts';

/** A real or complex number. */
export type Scalar = Real | ComplexValue;
export type ScalarOutcome = Scalar | UndefinedValue;

const zero = fraction(0n);

export const realPart = (z: Scalar): Real => (z.kind === 'complex' ? z.re : z);
export const imaginaryPart = (z: Scalar): Real => (z.kind === 'complex' ? z.im : zero);

export const complex = (re: Real, im: Real): Scalar =>
  isExact(im) && sign(im) === 0 ? re : { kind: 'complex', re, im };

/** The complex number of two outcomes, or the first that has no value. */
export const pair = (re: Outcome, im: Outcome): ScalarOutcome => {
  if (re.kind === 'undefined') return re;
  return im.kind === 'undefined' ? im : complex(re, im);
};

export const addComplex = (a: Scalar, b: Scalar, bits: number): Scalar =>
  complex(addReal(realPart(a), realPart(b), bits), addReal(imaginaryPart(a), imaginaryPart(b), bits));

export const negateComplex = (a: Scalar): Scalar => complex(negateReal(realPart(a)), negateReal(imaginaryPart(a)));

export const conjugate = (a: Scalar): Scalar => complex(realPart(a), negateReal(imaginaryPart(a)));

export const multiplyComplex = (a: Scalar, b: Scalar, bits: number): Scalar => {
  const [ar, ai, br, bi] = [realPart(a), imaginaryPart(a), realPart(b), imaginaryPart(b)];
  return complex(
    subtractReal(multiplyReal(ar, br, bits), multiplyReal(ai, bi, bits), bits),
    addReal(multiplyReal(ar, bi, bits), multiplyReal(ai, br, bits), bits),
  );
};

/** re² + im². */
export const squaredModulus = (a: Scalar, bits: number): Real =>
  addReal(multiplyReal(realPart(a), realPart(a), bits), multiplyReal(imaginaryPart(a), imaginaryPart(a), bits), bits);

/** |z|. */
export const modulus = (a: Scalar, bits: number): Outcome => sqrtReal(squaredModulus(a, bits), bits);

/** a/b = a·conj(b)/|b|². */
export const divideComplex = (a: Scalar, b: Scalar, bits: number): ScalarOutcome => {
  const over = multiplyComplex(a, conjugate(b), bits);
  const under = squaredModulus(b, bits);
  return pair(divideReal(realPart(over), under, bits), divideReal(imaginaryPart(over), under, bits));
};
