import type { IntegerPolynomial } from '../../algebra/integer-polynomial.ts';
import { magnitude } from '../../number/integer.ts';
import { type Fixed, newtonCorrection } from './polish.ts';

/** Rounds after which points that have not settled are given up. */
const largestRounds = 400;

const quotient = (a: Fixed, b: Fixed, bits: bigint): Fixed => {
  const size = b.re * b.re + b.im * b.im;
  if (size === 0n) return { re: 0n, im: 0n };
  return {
    re: ((a.re * b.re + a.im * b.im) << bits) / size,
    im: ((a.im * b.re - a.re * b.im) << bits) / size,
  };
};

/** Σ_{j≠i} 1/(z_i − z_j). */
const repulsion = (points: readonly Fixed[], i: number, bits: bigint): Fixed => {
  const z = points[i] ?? { re: 0n, im: 0n };
  const one = { re: 1n << bits, im: 0n };
  let [re, im] = [0n, 0n];
  for (const [j, other] of points.entries()) {
    if (i === j) continue;
    const term = quotient(one, { re: z.re - other.re, im: z.im - other.im }, bits);
    [re, im] = [re + term.re, im + term.im];
  }
  return { re, im };
};

/** Points that fell together are moved apart by a hair, each another way. */
const spread = (points: readonly Fixed[]): Fixed[] =>
  points.map((z, i) => ({ re: z.re + BigInt(i * 5 + 1), im: z.im + BigInt((i % 2 === 0 ? 3 : -3) * (i + 1)) }));

/**
 * Aberth's method in fixed point: it pulls a cluster of roots apart that looks like one point in doubles. The points
 * come and go with `bits` binary places.
 */
export const partCluster = (f: IntegerPolynomial, start: readonly Fixed[], bits: number): readonly Fixed[] => {
  const scale = BigInt(bits);
  const points = spread(start);
  for (let round = 0; round < largestRounds; round += 1) {
    let moved = 0n;
    for (const [i, z] of points.entries()) {
      const step = newtonCorrection(f, z, bits);
      const push = repulsion(points, i, scale);
      const damping = {
        re: (1n << scale) - ((step.re * push.re - step.im * push.im) >> scale),
        im: -((step.re * push.im + step.im * push.re) >> scale),
      };
      const move = quotient(step, damping, scale);
      points[i] = { re: z.re - move.re, im: z.im - move.im };
      const size = magnitude(move.re) + magnitude(move.im);
      if (size > moved) moved = size;
    }
    if (moved <= 1n << (scale / 8n)) break;
  }
  return points;
};
