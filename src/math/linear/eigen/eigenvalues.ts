import type { MatrixValue, Real, UndefinedValue } from '../../expression/value.ts';
import { bitsFor } from '../../number/budget.ts';
import { divideEnclosures, enclose, enclosure } from '../../number/enclosure.ts';
import { denominator, type Exact, fraction, multiply, numerator, zero } from '../../number/exact.ts';
import { bitLength, divideFloor, gcd, magnitude } from '../../number/integer.ts';
import { undefinedValue } from '../../number/undefined.ts';
import { squareProblem } from '../matrix.ts';
import { characteristicPolynomial, type IntegerMatrix } from './characteristic.ts';
import type { Disc } from './discs.ts';
import { isolateRoots, squareFree, vanishesAt } from './roots.ts';

/** An eigenvalue, enclosed; exact where it is rational. */
export interface Eigenvalue {
  readonly re: Real;
  readonly im: Real;
  /** Its algebraic multiplicity. */
  readonly multiplicity: number;
}

/** D·A as integers, D the common denominator of the entries. */
interface Scaled {
  readonly matrix: IntegerMatrix;
  readonly scale: bigint;
}

const scaledToIntegers = (a: MatrixValue): Scaled | undefined => {
  const entries = a.rows.map((row) => row.filter((x): x is Exact => x.kind === 'exact'));
  if (entries.some((row, i) => row.length !== a.rows[i]?.length)) return undefined;
  const scale = entries.flat().reduce((d, x) => (d * denominator(x)) / gcd(d, denominator(x)), 1n);
  const times = fraction(scale);
  return { matrix: entries.map((row) => row.map((x) => numerator(multiply(x, times)))), scale };
};

const isReal = ({ centre }: Disc): boolean => centre.im === 0n;

/** A root next to an integer that is a root itself: the polynomial is monic, so its rational roots are integers. */
const integerRootIn = ({ centre, radius }: Disc, bits: number): bigint | undefined => {
  const unit = 1n << BigInt(bits);
  const [nearest] = divideFloor(centre.re + unit / 2n, unit);
  return magnitude(nearest * unit - centre.re) <= radius ? nearest : undefined;
};

const component = (mid: bigint, radius: bigint, bits: number, scale: bigint): Real =>
  divideEnclosures(enclosure(mid, radius, bits), enclose(fraction(scale), bits), bits);

/**
 * The eigenvalues of a square matrix of exact numbers to `digits` significant digits of the largest, each enclosed
 * with proof, complex pairs and multiple ones included: the exact characteristic polynomial, made square-free, its
 * roots isolated in discs. A matrix with entries that are not rational has no answer here (`unsupported`).
 */
export const eigenvalues = (a: MatrixValue, digits: number): readonly Eigenvalue[] | UndefinedValue => {
  const problem = squareProblem(a, 'eigenvalues');
  if (problem) return problem;
  const scaled = scaledToIntegers(a);
  if (!scaled) return undefinedValue('unsupported', 'eigenvalues of a matrix whose entries are not all rational');
  const bits = bitsFor(digits) + bitLength(scaled.scale);
  const found: Eigenvalue[] = [];
  for (const { base, exponent } of squareFree(characteristicPolynomial(scaled.matrix))) {
    const roots = isolateRoots(base, bits);
    if (!roots) return undefinedValue('undecided', 'two eigenvalues lie too close together to be told apart');
    for (const disc of roots.discs) {
      const whole = isReal(disc) ? integerRootIn(disc, roots.bits) : undefined;
      const isExact = whole !== undefined && vanishesAt(base, whole);
      const im = isReal(disc) ? zero : component(disc.centre.im, disc.radius, roots.bits, scaled.scale);
      const re = isExact
        ? fraction(whole, scaled.scale)
        : component(disc.centre.re, disc.radius, roots.bits, scaled.scale);
      found.push({ re, im, multiplicity: exponent });
    }
  }
  return found;
};
