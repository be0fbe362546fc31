import { liftFactors, symmetricModulo } from './hensel.ts';
import {
  degree,
  exactQuotient,
  type IntegerPolynomial,
  leading,
  multiplyPolynomials,
  type PowerOf,
  primitivePart,
  squareFreeParts,
} from './integer-polynomial.ts';
import {
  type ModularPolynomial,
  modularDerivative,
  modularFactors,
  modularGcd,
  reduceModulo,
} from './modular-polynomial.ts';

/** Beyond this degree, or after so many trial products, a factorisation is left open. */
const LIMITS = { degree: 160, trials: 20_000, primes: 5 } as const;

const PRIMES = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107,
];

/** Among primes that keep `f` without repeated factors, the one that splits it into the fewest. */
const bestSplitting = (f: IntegerPolynomial): { p: number; factors: readonly ModularPolynomial[] } | undefined => {
  let best: { p: number; factors: readonly ModularPolynomial[] } | undefined;
  let tried = 0;
  for (const p of PRIMES) {
    if (tried === LIMITS.primes || best?.factors.length === 1) break;
    const image = reduceModulo(f, p);
    if (image.length !== f.length || modularGcd(image, modularDerivative(image, p), p).length > 1) continue;
    const factors = modularFactors(image, p);
    tried += 1;
    if (!best || factors.length < best.factors.length) best = { p, factors };
  }
  return best;
};

/** No coefficient of a factor of `f`, times the leading coefficient of `f`, is larger (Mignotte 1974). */
const coefficientBound = (f: IntegerPolynomial): bigint => {
  const sum = f.reduce((total, c) => total + (c < 0n ? -c : c), 0n);
  const lead = leading(f) < 0n ? -leading(f) : leading(f);
  return (1n << BigInt(degree(f))) * sum * lead;
};

const doublingsFor = (p: number, bound: bigint): number => {
  let doublings = 0;
  for (let m = BigInt(p); m <= 2n * bound; m *= m) doublings += 1;
  return doublings;
};

/** Index sets of the given size out of 0 … n−1, in order. */
function* subsets(n: number, size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) yield [];
  else
    for (let first = from; first <= n - size; first += 1)
      for (const rest of subsets(n, size - 1, first + 1)) yield [first, ...rest];
}

/** The product of the chosen modular factors, as a candidate for a true factor of `f`. */
const candidateFrom = (
  f: IntegerPolynomial,
  chosen: readonly IntegerPolynomial[],
  modulus: bigint,
): IntegerPolynomial =>
  primitivePart(
    chosen.reduce((p, g) => symmetricModulo(multiplyPolynomials(p, g), modulus), [leading(f)] as IntegerPolynomial),
  );

/** Zassenhaus: true factors are products of lifted modular ones; small subsets first. */
const recombine = (
  f: IntegerPolynomial,
  lifted: readonly IntegerPolynomial[],
  modulus: bigint,
): readonly IntegerPolynomial[] | undefined => {
  let [rest, open, trials] = [f, lifted, 0];
  const found: IntegerPolynomial[] = [];
  for (let size = 1; 2 * size <= open.length; ) {
    let hit = false;
    for (const chosen of subsets(open.length, size)) {
      trials += 1;
      if (trials > LIMITS.trials) return undefined;
      const candidate = candidateFrom(
        rest,
        chosen.map((i) => open[i] ?? []),
        modulus,
      );
      const quotient = exactQuotient(rest, candidate);
      if (!quotient) continue;
      found.push(candidate);
      [rest, open, hit] = [quotient, open.filter((_, i) => !chosen.includes(i)), true];
      break;
    }
    if (!hit) size += 1;
  }
  return degree(rest) > 0 ? [...found, rest] : found;
};

const factorSquareFree = (f: IntegerPolynomial): readonly IntegerPolynomial[] | undefined => {
  if (degree(f) <= 1) return [f];
  const splitting = bestSplitting(f);
  if (!splitting) return undefined;
  if (splitting.factors.length === 1) return [f];
  const doublings = doublingsFor(splitting.p, coefficientBound(f));
  const lifted = liftFactors(f, splitting.factors, splitting.p, doublings);
  return recombine(f, lifted, BigInt(splitting.p) ** (1n << BigInt(doublings)));
};

/**
 * The irreducible factors over the rationals, primitive and with positive leading coefficients; numbers are left out.
 * `undefined` where the limits on degree and trials are reached.
 */
export const factorPolynomial = (f: IntegerPolynomial): readonly PowerOf<IntegerPolynomial>[] | undefined => {
  if (degree(f) > LIMITS.degree) return undefined;
  const factors: PowerOf<IntegerPolynomial>[] = [];
  for (const part of squareFreeParts(f)) {
    const irreducible = factorSquareFree(part.base);
    if (!irreducible) return undefined;
    factors.push(...irreducible.map((base) => ({ base: primitivePart(base), exponent: part.exponent })));
  }
  return factors;
};
