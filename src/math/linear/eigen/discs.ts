import { degree, type IntegerPolynomial, leading } from '../../algebra/integer-polynomial.ts';
import { integerRoot } from '../../number/integer.ts';
import type { Fixed } from './polish.ts';

/** A disc around centre·2^−bits that holds exactly one root, its radius in the same unit. */
export interface Disc {
  readonly centre: Fixed;
  readonly radius: bigint;
}

const squaredSize = ({ re, im }: Fixed): bigint => re * re + im * im;
const squaredDistance = (a: Fixed, b: Fixed): bigint => squaredSize({ re: a.re - b.re, im: a.im - b.im });

/** 2^(bits·degree)·f(z), exactly: a Horner scheme on integers. */
const valueAt = (f: IntegerPolynomial, z: Fixed, bits: number): Fixed => {
  let [re, im] = [0n, 0n];
  let scale = 0n;
  for (let k = degree(f); k >= 0; k -= 1) {
    [re, im] = [re * z.re - im * z.im + ((f[k] ?? 0n) << scale), re * z.im + im * z.re];
    scale += BigInt(bits);
  }
  return { re, im };
};

/**
 * The radius n|f(z_i)| / |c ∏_{j≠i}(z_i − z_j)|, rounded up. All roots lie in the union of these discs, and a disc
 * apart from the others holds exactly one (Smith, 1970; the sum of residues bounds f by Gershgorin's theorem).
 * Everything is exact until the last root and division, so no rounding term is left out.
 */
const radiusAt = (f: IntegerPolynomial, points: readonly Fixed[], i: number, bits: number): bigint | undefined => {
  const z = points[i];
  if (!z) return undefined;
  const n = BigInt(degree(f));
  const residual = squaredSize(valueAt(f, z, bits));
  let apart = leading(f) * leading(f);
  for (const [j, other] of points.entries()) if (j !== i) apart *= squaredDistance(z, other);
  if (apart === 0n) return undefined;
  // |f|² carries 2^(2·bits·n), the product of distances 2^(2·bits·(n−1)): what is left is the unit of the radius.
  return integerRoot((n * n * residual) / apart + 1n) + 1n;
};

const areApart = (a: Disc, b: Disc): boolean => {
  const reach = a.radius + b.radius;
  return squaredDistance(a.centre, b.centre) > reach * reach;
};

/** Discs around all points, each with one root of the square-free `f`; `undefined` where two of them touch. */
export const isolate = (f: IntegerPolynomial, points: readonly Fixed[], bits: number): readonly Disc[] | undefined => {
  const discs: Disc[] = [];
  for (const [i, centre] of points.entries()) {
    const radius = radiusAt(f, points, i, bits);
    if (radius === undefined) return undefined;
    const disc = { centre, radius };
    if (!discs.every((other) => areApart(other, disc))) return undefined;
    discs.push(disc);
  }
  return discs;
};
