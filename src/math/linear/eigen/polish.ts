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
    [pr, pi] = [rounded(pr * z.re - pi * z.im, bits) + ((f[k] ?? 0n) << bits), rounded(pr * z.im + pi * z.re, bits)];
  }
  return { p: { re: pr, im: pi }, d: { re: dr, im: di } };
};

/** One Newton step z − p(z)/p′(z). */
export const newton = (f: IntegerPolynomial, z: Fixed, bits: number): Fixed => {
  const { p, d } = horner(f, z, BigInt(bits));
  const size = d.re * d.re + d.im * d.im;
  if (size === 0n) return z;
  const scale = BigInt(bits);
  return {
    re: z.re - ((p.re * d.re + p.im * d.im) << scale) / size,
    im: z.im - ((p.im * d.re - p.re * d.im) << scale) / size,
  };
};

/** Bits a double start brings, less what an ill-conditioned root costs. */
const startBits = 40;

/** Newton's method with the precision doubled at each step, from a double to `bits` binary places. */
export const polish = (f: IntegerPolynomial, start: Fixed, from: number, bits: number): Fixed => {
  let [z, precision] = [start, from];
  for (let good = startBits; ; good *= 2) {
    const next = Math.min(bits, Math.max(precision, good * 2 + from));
    z = { re: z.re << BigInt(next - precision), im: z.im << BigInt(next - precision) };
    precision = next;
    z = newton(f, z, precision);
    if (precision === bits && good >= bits) return newton(f, z, bits);
  }
};
