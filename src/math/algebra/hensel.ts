import { type IntegerPolynomial, leading, multiplyPolynomials, trimmed } from './integer-polynomial.ts';
import { bezout, type ModularPolynomial, reduceModulo } from './modular-polynomial.ts';

/**
 * Hensel's lemma: factors modulo p become factors modulo p², p⁴, …
 * (von zur Gathen and Gerhard, Modern Computer Algebra, algorithm 15.10).
 */

/** The representative in (−m/2, m/2]. */
const symmetric = (c: bigint, m: bigint): bigint => {
  const r = ((c % m) + m) % m;
  return 2n * r > m ? r - m : r;
};

export const symmetricModulo = (f: IntegerPolynomial, m: bigint): IntegerPolynomial =>
  trimmed(f.map((c) => symmetric(c, m)));

const combine = (m: bigint, f: IntegerPolynomial, scale: bigint, g: IntegerPolynomial): IntegerPolynomial =>
  symmetricModulo(
    Array.from({ length: Math.max(f.length, g.length) }, (_, k) => (f[k] ?? 0n) + scale * (g[k] ?? 0n)),
    m,
  );

const product = (m: bigint, f: IntegerPolynomial, g: IntegerPolynomial): IntegerPolynomial =>
  symmetricModulo(multiplyPolynomials(f, g), m);

/** Division with remainder by a monic polynomial, modulo m. */
const divideMonic = (m: bigint, f: IntegerPolynomial, h: IntegerPolynomial) => {
  const rest = [...f];
  const quotient = new Array<bigint>(Math.max(0, f.length - h.length + 1)).fill(0n);
  for (let k = f.length - h.length; k >= 0; k -= 1) {
    const step = symmetric(rest[k + h.length - 1] ?? 0n, m);
    quotient[k] = step;
    h.forEach((c, j) => {
      rest[k + j] = (rest[k + j] ?? 0n) - step * c;
    });
  }
  return { quotient: symmetricModulo(quotient, m), rest: symmetricModulo(rest.slice(0, h.length - 1), m) };
};

interface Pair {
  readonly g: IntegerPolynomial;
  readonly h: IntegerPolynomial;
  readonly s: IntegerPolynomial;
  readonly t: IntegerPolynomial;
}

/** f = g·h and s·g + t·h = 1 modulo √m become the same modulo m; h is monic. */
const step = (f: IntegerPolynomial, { g, h, s, t }: Pair, m: bigint): Pair => {
  const error = combine(m, f, -1n, product(m, g, h));
  const first = divideMonic(m, product(m, s, error), h);
  const nextG = combine(m, combine(m, g, 1n, product(m, t, error)), 1n, product(m, first.quotient, g));
  const nextH = combine(m, h, 1n, first.rest);
  const one = combine(m, combine(m, product(m, s, nextG), 1n, product(m, t, nextH)), -1n, [1n]);
  const second = divideMonic(m, product(m, s, one), nextH);
  const nextT = combine(m, combine(m, t, -1n, product(m, t, one)), -1n, product(m, second.quotient, nextG));
  return { g: nextG, h: nextH, s: combine(m, s, -1n, second.rest), t: nextT };
};

const toIntegers = (f: ModularPolynomial): IntegerPolynomial => f.map(BigInt);

/**
 * Monic factors of `f` modulo p (their product with the leading coefficient is f modulo p), lifted to monic factors
 * modulo p^(2^doublings).
 */
export const liftFactors = (
  f: IntegerPolynomial,
  factors: readonly ModularPolynomial[],
  p: number,
  doublings: number,
): readonly IntegerPolynomial[] => {
  const modulus = BigInt(p) ** (1n << BigInt(doublings));
  if (factors.length <= 1) return [monicModulo(f, modulus)];
  const half = factors.length >> 1;
  const [left, right] = [factors.slice(0, half), factors.slice(half)];
  const multiplied = (list: readonly ModularPolynomial[], first: IntegerPolynomial) =>
    list.reduce((sum, g) => product(BigInt(p), sum, toIntegers(g)), first);
  const g = multiplied(left, [leading(f)]);
  const h = multiplied(right, [1n]);
  const { s, t } = bezout(reduceModulo(g, p), reduceModulo(h, p), p);
  let pair: Pair = { g, h, s: toIntegers(s), t: toIntegers(t) };
  let m = BigInt(p);
  for (let k = 0; k < doublings; k += 1) {
    m *= m;
    pair = step(f, pair, m);
  }
  return [...liftFactors(pair.g, left, p, doublings), ...liftFactors(pair.h, right, p, doublings)];
};

const monicModulo = (f: IntegerPolynomial, m: bigint): IntegerPolynomial =>
  product(m, f, [inverseModulo(leading(f), m)]);

const inverseModulo = (a: bigint, m: bigint): bigint => {
  let [r0, r1, s0, s1] = [((a % m) + m) % m, m, 1n, 0n];
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1, s0, s1] = [r1, r0 - q * r1, s1, s0 - q * s1];
  }
  return s0;
};
