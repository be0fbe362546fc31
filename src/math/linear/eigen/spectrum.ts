import { multiplyValues, transposed } from '../../expression/evaluation/value-arithmetic.ts';
import type { MatrixValue, Real, UndefinedValue } from '../../expression/value.ts';
import { bitsFor } from '../../number/budget.ts';
import { between } from '../../number/enclosure.ts';
import { absolute, type Exact } from '../../number/exact.ts';
import { larger } from '../../number/integer.ts';
import {
  addReal,
  compareReal,
  isExact,
  multiplyReal,
  negateReal,
  signOfReal,
  sqrtReal,
  toEnclosure,
} from '../../number/real.ts';
import { isUndefined, undefinedValue } from '../../number/undefined.ts';
import { type Eigenvalue, eigenvalues } from './eigenvalues.ts';

/** |λ|². */
const squaredModulus = ({ re, im }: Eigenvalue, bits: number): Real =>
  isExact(im) ? multiplyReal(re, re, bits) : addReal(multiplyReal(re, re, bits), multiplyReal(im, im, bits), bits);

const modulusOf = (value: Eigenvalue, bits: number): Real | UndefinedValue => {
  if (isExact(value.re) && isExact(value.im)) return absolute(value.re);
  if (isExact(value.im)) return signOfReal(value.re) === -1 ? negateReal(value.re) : value.re;
  return sqrtReal(squaredModulus(value, bits), bits);
};

/** The larger of two numbers; where they cannot be told apart, an enclosure of both. */
const largerOf = (a: Real, b: Real, bits: number): Real => {
  const order = compareReal(a, b);
  if (order !== undefined) return order >= 0 ? a : b;
  const [x, y] = [toEnclosure(a, bits), toEnclosure(b, bits)];
  const low = larger(x.mid - x.radius, y.mid - y.radius);
  const high = larger(x.mid + x.radius, y.mid + y.radius);
  return between(low, high, bits);
};

const largest = (values: readonly (Real | UndefinedValue)[], bits: number): Real | UndefinedValue => {
  const failed = values.find(isUndefined);
  if (failed) return failed;
  const [first, ...rest] = values.filter((value): value is Real => !isUndefined(value));
  return first ? rest.reduce((a, b) => largerOf(a, b, bits), first) : undefinedValue('shape', 'a matrix without rows');
};

/** ρ(A) = max |λ|, enclosed to `digits` significant digits; exact where the largest eigenvalue is rational. */
export const spectralRadius = (a: MatrixValue, digits: number): Real | UndefinedValue => {
  const values = eigenvalues(a, digits);
  if ('kind' in values) return values;
  const bits = bitsFor(digits);
  return largest(
    values.map((value) => modulusOf(value, bits)),
    bits,
  );
};

/** The singular values √λ(AᵀA), the largest first, each as often as it occurs. */
export const singularValues = (a: MatrixValue, digits: number): readonly Real[] | UndefinedValue => {
  const bits = bitsFor(digits);
  const gram = multiplyValues(transposed(a), a, bits);
  if (gram.kind !== 'matrix') return undefinedValue('unsupported', 'singular values of something other than a matrix');
  const values = eigenvalues(gram, 2 * digits);
  if ('kind' in values) return values;
  const roots = values.flatMap(({ re, multiplicity }) =>
    Array<Real | UndefinedValue>(multiplicity).fill(sqrtReal(re, bits)),
  );
  const failed = roots.find(isUndefined);
  if (failed) return failed;
  const real = roots.filter((root): root is Real => !isUndefined(root));
  return [...real].sort((x, y) => compareReal(y, x) ?? 0);
};

/** The largest singular value ‖A‖₂. */
export const spectralNorm = (a: MatrixValue, digits: number): Real | UndefinedValue => {
  const values = singularValues(a, digits);
  if ('kind' in values) return values;
  return values[0] ?? undefinedValue('shape', 'a matrix without rows');
};

/** Digits tried, one after another, to tell the spectral radius from a threshold. */
const precisions = [30, 100, 300];

/**
 * How ρ(A) compares with a threshold: −1, 0, 1. Zero only where the radius is known exactly; `undefined` where no
 * precision tells them apart.
 */
export const compareSpectralRadius = (a: MatrixValue, threshold: Exact): -1 | 0 | 1 | undefined => {
  for (const digits of precisions) {
    const radius = spectralRadius(a, digits);
    if (isUndefined(radius)) return undefined;
    const order = compareReal(radius, threshold);
    if (order !== undefined) return order;
  }
  return undefined;
};
