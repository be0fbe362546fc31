/**
 * Four prime fields, each inside the next one's exponents: p₀ divides p₁ − 1, p₁ divides p₂ − 1, …
 *
 * So u ↦ g^u, with u in the field below and g of order p in the field above, turns sums into products, as e^u does:
 * identities between exponentials (and sine, cosine, hyperbolic functions, which are made of them) become identities
 * between residues. After G. H. Gonnet, "Determining equivalence of expressions in random polynomial time" (1984).
 *
 * Every p − 1 is a multiple of 8·3·5·7·11·13·17·19, so that −1 and the primes up to 19 have square roots.
 */
export interface Field {
  readonly p: bigint;
  /** An element whose order is the prime of the field below; the base of exponentials. */
  readonly g: bigint;
  /** √−1. */
  readonly i: bigint;
  /** An element that is no square. */
  readonly nonSquare: bigint;
}

export const modulo = (a: bigint, p: bigint): bigint => {
  const rest = a % p;
  return rest < 0n ? rest + p : rest;
};

export const powerModulo = (base: bigint, exponent: bigint, p: bigint): bigint => {
  let [result, square, rest] = [1n, modulo(base, p), exponent];
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
};

/** 1/a by the extended Euclidean algorithm; undefined for zero. */
export const inverseModulo = (a: bigint, p: bigint): bigint | undefined => {
  let [r, next, s, t] = [p, modulo(a, p), 0n, 1n];
  if (next === 0n) return undefined;
  while (next !== 0n) {
    const quotient = r / next;
    [r, next, s, t] = [next, r - quotient * next, t, s - quotient * t];
  }
  return modulo(s, p);
};

const field = (p: bigint, below: bigint | undefined, nonSquare: bigint): Field => ({
  p,
  g: below === undefined ? 1n : powerModulo(2n, (p - 1n) / below, p),
  i: powerModulo(nonSquare, (p - 1n) / 4n, p),
  nonSquare,
});

const primes = [
  2305843009498828801n,
  178927699046445557862173521n,
  62479555673897430473045251676705641n,
  46058456424465508721267014589937895360298041n,
] as const;

const nonSquares = [29n, 37n, 31n, 41n] as const;

/** From the bottom up. */
export const tower: readonly Field[] = primes.map((p, level) => field(p, primes[level - 1], nonSquares[level] ?? 2n));

/** √a by the algorithm of Tonelli and Shanks; undefined where a is no square. */
export const rootModulo = (a: bigint, { p, nonSquare }: Field): bigint | undefined => {
  const value = modulo(a, p);
  if (value === 0n) return 0n;
  if (powerModulo(value, (p - 1n) / 2n, p) !== 1n) return undefined;
  let [odd, twos] = [p - 1n, 0];
  for (; odd % 2n === 0n; odd /= 2n) twos += 1;
  let clear = powerModulo(nonSquare, odd, p);
  let root = powerModulo(value, (odd + 1n) / 2n, p);
  let rest = powerModulo(value, odd, p);
  while (rest !== 1n) {
    let order = 0;
    for (let square = rest; square !== 1n; square = (square * square) % p) order += 1;
    const step = powerModulo(clear, 1n << BigInt(twos - order - 1), p);
    root = (root * step) % p;
    clear = (step * step) % p;
    rest = (rest * clear) % p;
    twos = order;
  }
  return root;
};
