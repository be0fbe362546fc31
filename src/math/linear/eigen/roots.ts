import {
  degree,
  type IntegerPolynomial,
  leading,
  type PowerOf,
  primitivePart,
  squareFreeParts,
} from '../../algebra/integer-polynomial.ts';
import { modularDerivative, modularGcd, reduceModulo } from '../../algebra/modular-polynomial.ts';
import { magnitude } from '../../number/integer.ts';
import { type Disc, isolate } from './discs.ts';
import { partCluster } from './part-cluster.ts';
import { type Fixed, polish } from './polish.ts';
import { type Point, startingPoints } from './starting-points.ts';

/** All roots of a square-free polynomial, each alone in its disc, with `bits` binary places. */
export interface Roots {
  readonly discs: readonly Disc[];
  readonly bits: number;
}

/** Times the precision is doubled before roots that lie too close together are given up. */
const attempts = 6;
const startPlaces = 64;
const mantissa = 52;

/** A prime below 2^26, so that products stay exact in doubles; a polynomial square-free modulo it, of the same degree, is square-free. */
const prime = 67_108_859;

const isPlainlySquareFree = (f: IntegerPolynomial): boolean => {
  if (leading(f) % BigInt(prime) === 0n) return false;
  const reduced = reduceModulo(f, prime);
  return modularGcd(reduced, modularDerivative(reduced, prime), prime).length <= 1;
};

/** The polynomial as powers of square-free ones; the usual case is settled modulo a prime. */
export const squareFree = (f: IntegerPolynomial): readonly PowerOf<IntegerPolynomial>[] =>
  degree(f) < 2 || isPlainlySquareFree(f) ? [{ base: primitivePart(f), exponent: 1 }] : squareFreeParts(f);

const toFixed = ({ re, im }: Point, shift: number, places: number): Fixed => {
  const scaled = (x: number): bigint => {
    const digits = BigInt(Math.round(x * 2 ** mantissa));
    const by = shift + places - mantissa;
    return by >= 0 ? digits << BigInt(by) : digits >> BigInt(-by);
  };
  return { re: scaled(re), im: scaled(im) };
};

/** A point next to the real axis, nearer than to any other point, belongs to a real root: put it there. */
const onAxis = (points: readonly Fixed[], bits: number): readonly Fixed[] =>
  points.map((z) => {
    const tiny =
      magnitude(z.im) < magnitude(z.re) >> BigInt(Math.floor(bits / 2)) || magnitude(z.im) < 1n << BigInt(bits >> 2);
    return tiny ? { re: z.re, im: 0n } : z;
  });

const widened = (z: Fixed, by: number): Fixed => ({ re: z.re << BigInt(by), im: z.im << BigInt(by) });

/**
 * Encloses every root of a square-free integer polynomial: Aberth's method in doubles, Newton's in fixed point, then
 * proof by discs. Where two discs touch, the roots are parted at twice the precision, and again. `undefined` where
 * that does not help.
 */
export const isolateRoots = (f: IntegerPolynomial, asked: number): Roots | undefined => {
  if (degree(f) === 0) return { discs: [], bits: asked };
  const { shift, points } = startingPoints(f);
  const from = startPlaces + Math.max(0, -shift);
  const start = points.map((point) => toFixed(point, shift, from));
  for (let [attempt, bits] = [0, Math.max(asked, from)]; attempt < attempts; attempt += 1, bits *= 2) {
    const apart =
      attempt === 0
        ? start
        : partCluster(
            f,
            start.map((z) => widened(z, bits - from)),
            bits,
          );
    const polished = apart.map((z) => polish(f, z, attempt === 0 ? from : bits, bits));
    const discs = isolate(f, onAxis(polished, bits), bits);
    if (discs) return { discs, bits };
  }
  return undefined;
};

/** Whether f(m) = 0 for an integer m. */
export const vanishesAt = (f: IntegerPolynomial, m: bigint): boolean =>
  f.reduceRight((sum, c) => sum * m + c, 0n) === 0n;
