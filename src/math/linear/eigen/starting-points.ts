import { degree, type IntegerPolynomial, leading } from '../../algebra/integer-polynomial.ts';
import { bitLength, magnitude } from '../../number/integer.ts';

/** A complex double; good for starting values, never for a verdict. */
export interface Point {
  readonly re: number;
  readonly im: number;
}

/** Roots are looked for in the unit of 2^shift, so that no coefficient leaves the doubles. */
export interface StartingPoints {
  readonly shift: number;
  readonly points: readonly Point[];
}

const iterations = 60;

/** Fujiwara's bound 2·max |c_{n−k}/c_n|^{1/k}, as a power of two: every root is smaller than 2^shift. */
const rootBound = (f: IntegerPolynomial): number => {
  const n = degree(f);
  const top = bitLength(magnitude(leading(f)));
  const sizes = f.slice(0, n).map((c, i) => (c === 0n ? -Infinity : (bitLength(magnitude(c)) - top + 1) / (n - i)));
  return Math.ceil(Math.max(...sizes)) + 1;
};

/** Coefficients of f(2^shift·y), the leading one scaled to 1, as doubles. */
const scaledCoefficients = (f: IntegerPolynomial, shift: number): readonly number[] => {
  const n = degree(f);
  const guard = 1100n;
  return f.map((c, i) => {
    const bits = guard + BigInt(shift * (i - n));
    const quotient = bits >= 0n ? (c << bits) / leading(f) : (c >> -bits) / leading(f);
    const excess = Math.max(0, bitLength(magnitude(quotient)) - 64);
    return Number(quotient >> BigInt(excess)) * 2 ** (excess - Number(guard));
  });
};

/** p(z)/p′(z) by Horner's rule. */
const newtonStep = (c: readonly number[], { re, im }: Point): Point => {
  let [pr, pi, dr, di] = [0, 0, 0, 0];
  for (let k = c.length - 1; k >= 0; k -= 1) {
    [dr, di] = [dr * re - di * im + pr, dr * im + di * re + pi];
    [pr, pi] = [pr * re - pi * im + (c[k] ?? 0), pr * im + pi * re];
  }
  const size = dr * dr + di * di;
  return size === 0 ? { re: 0, im: 0 } : { re: (pr * dr + pi * di) / size, im: (pi * dr - pr * di) / size };
};

/** Aberth's correction: Newton's step with the other points acting as charges. */
const correction = (step: Point, z: Point, others: readonly Point[]): Point => {
  let [re, im] = [0, 0];
  for (const other of others) {
    const [dr, di] = [z.re - other.re, z.im - other.im];
    const size = dr * dr + di * di;
    if (size > 0) [re, im] = [re + dr / size, im - di / size];
  }
  const [br, bi] = [1 - (step.re * re - step.im * im), -(step.re * im + step.im * re)];
  const size = br * br + bi * bi;
  return size === 0 ? step : { re: (step.re * br + step.im * bi) / size, im: (step.im * br - step.re * bi) / size };
};

/** Points on a circle turned so that none lies on the real axis, where symmetry would hold them together. */
const circle = (count: number): Point[] =>
  Array.from({ length: count }, (_, k) => {
    const angle = (2 * Math.PI * k) / count + 0.7;
    return { re: 0.4 * Math.cos(angle), im: 0.4 * Math.sin(angle) };
  });

/** Approximations to all roots at once by Aberth's method in doubles. */
export const startingPoints = (f: IntegerPolynomial): StartingPoints => {
  const shift = rootBound(f);
  const c = scaledCoefficients(f, shift);
  const points = circle(degree(f));
  for (let round = 0; round < iterations; round += 1) {
    let largest = 0;
    for (const [i, z] of points.entries()) {
      const step = correction(
        newtonStep(c, z),
        z,
        points.filter((_, j) => j !== i),
      );
      points[i] = { re: z.re - step.re, im: z.im - step.im };
      largest = Math.max(largest, Math.abs(step.re) + Math.abs(step.im));
    }
    if (largest < 1e-15) break;
  }
  return { shift, points };
};
