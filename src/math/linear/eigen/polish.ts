import { degree, type IntegerPolynomial } from '../../algebra/integer-polynomial.ts';

/** The complex number (re + im·i)·2^−bits. */
export interface Fixed {
  readonly re: bigint;
  readonly im: bigint;
}

const rounded = (a: bigint, bits: bigint): bigint => (a + (1n << (bits - 1n))) >> bits;

/** p and p′ at z by Horner's rule on fixed point, rounded: Newton's method mends its own errors. */
const horner = (f: IntegerPolynomial, z: Fixed, bits: bigint): { readonly p: Fixed; readonly d: Fixed } => {
  let [pr, pi, dr, di] = [0n, 0n, 0n, 0n];
  for (let k = degree(f); k >= 0; k -= 1) {
    [dr, di] = [rounded(dr * z.re - di * z.im, bits) + pr, rounded(dr * z.im + di * z.re, bits) + pi];
    const constant = (f[k] ?? 0n) << bits;
    [pr, pi] = [rounded(pr * z.re - pi * z.im, bits) + constant, rounded(pr * z.im + pi * z.re, bits)];
  }
  return { p: { re: pr, im: pi }, d: { re: dr, im: di } };
};

/** p(z)/p′(z), zero where the derivative vanishes. */
export const newtonCorrection = (f: IntegerPolynomial, z: Fixed, bits: number): Fixed => {
  const scale = BigInt(bits);
  const { p, d } = horner(f, z, scale);
  const size = d.re * d.re + d.im * d.im;
  if (size === 0n) return { re: 0n, im: 0n };
  return {
    re: ((p.re * d.re + p.im * d.im) << scale) / size,
    im: ((p.im * d.re - p.re * d.im) << scale) / size,
  };
};

/** One Newton step z − p(z)/p′(z). */
const newton = (f: IntegerPolynomial, z: Fixed, bits: number): Fixed => {
  const step = newtonCorrection(f, z, bits);
  return { re: z.re - step.re, im: z.im - step.im };
};

/** Correct bits that a double start is counted on for; an ill-conditioned root has fewer and gets more steps. */
const startBits = 24;

/** Newton's method with the precision doubled at each step: from `from` binary places to `bits`. */
export const polish = (f: IntegerPolynomial, start: Fixed, from: number, bits: number): Fixed => {
  let [z, precision] = [start, from];
  for (let good = startBits; good < bits; good *= 2) {
    const next = Math.max(precision, Math.min(bits, from + 2 * good));
    z = { re: z.re << BigInt(next - precision), im: z.im << BigInt(next - precision) };
    precision = next;
    z = newton(f, z, precision);
  }
  return newton(f, { re: z.re << BigInt(bits - precision), im: z.im << BigInt(bits - precision) }, bits);
};
