import { fraction, multiply, numerator } from '../number/exact.ts';
import { factorPolynomial } from './factor-polynomial.ts';
import { type IntegerPolynomial, multiplyPolynomials, trimmed } from './integer-polynomial.ts';
import { commonDenominator, degreeIn, dividedBy, type Polynomial, type Term, totalDegree } from './polynomial.ts';

/** Beyond this degree of the one-variable image, or so many trial divisions, the question is left open. */
const LIMITS = { degree: 150, trials: 4_000 } as const;

/**
 * Kronecker's map x_i → z^(w_i) with weights so large that no two monomials of f meet:
 * for degrees (2, 1) it is x → z, y → z³.
 */
const weightsOf = (f: Polynomial, variables: number): readonly number[] => {
  const weights: number[] = [];
  for (let k = 0, weight = 1; k < variables; k += 1) {
    weights.push(weight);
    weight *= degreeIn(f, k) + 1;
  }
  return weights;
};

const imageOf = (f: Polynomial, weights: readonly number[]): IntegerPolynomial => {
  const scale = fraction(commonDenominator(f));
  const image: bigint[] = [];
  for (const { exponents, coefficient } of f.values()) {
    const at = exponents.reduce((sum, e, k) => sum + e * (weights[k] ?? 0), 0);
    image[at] = numerator(multiply(coefficient, scale));
  }
  return trimmed(Array.from(image, (c) => c ?? 0n));
};

/** The polynomial that has this image: exponents are read off as digits in the mixed base of the weights. */
const preimageOf = (image: IntegerPolynomial, weights: readonly number[]): Polynomial => {
  const terms = new Map<string, Term>();
  image.forEach((c, at) => {
    if (c === 0n) return;
    const exponents: number[] = [];
    let rest = at;
    for (let k = weights.length - 1; k >= 0; k -= 1) {
      const weight = weights[k] ?? 1;
      exponents[k] = Math.floor(rest / weight);
      rest %= weight;
    }
    terms.set(exponents.join(','), { exponents, coefficient: fraction(c) });
  });
  return terms;
};

/** Products of some, not all, of the factors; each product once for each way to choose it. */
function* partialProducts(factors: readonly IntegerPolynomial[]): Generator<IntegerPolynomial> {
  const last = 2 ** factors.length - 1;
  for (let chosen = 1; chosen < last; chosen += 1)
    yield factors.reduce<IntegerPolynomial>((p, f, k) => ((chosen >> k) & 1 ? multiplyPolynomials(p, f) : p), [1n]);
}

/**
 * Whether a polynomial that is no number has no factors over the rationals but numbers and itself (Kronecker 1882).
 * `undefined` where the limits are reached.
 */
export const isIrreducible = (f: Polynomial, variables: number): boolean | undefined => {
  if (totalDegree(f) === 1) return true;
  const weights = weightsOf(f, variables);
  const image = imageOf(f, weights);
  if (image.length - 1 > LIMITS.degree) return undefined;
  const powers = factorPolynomial(image);
  if (!powers) return undefined;
  const factors = powers.flatMap(({ base, exponent }) => new Array<IntegerPolynomial>(exponent).fill(base));
  if (factors.length <= 1) return true;
  if (2 ** factors.length > LIMITS.trials) return undefined;
  for (const product of partialProducts(factors)) {
    const candidate = preimageOf(product, weights);
    if (totalDegree(candidate) > 0 && isProperFactor(f, candidate)) return false;
  }
  return true;
};

const isProperFactor = (f: Polynomial, candidate: Polynomial): boolean => {
  if (totalDegree(candidate) >= totalDegree(f)) return false;
  const quotient = dividedBy(f, candidate);
  return quotient !== undefined && totalDegree(quotient) > 0;
};
