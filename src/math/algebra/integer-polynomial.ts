/**
 * Polynomials in one variable with whole coefficients: `2x² − 3` is `[-3n, 0n, 2n]`,
 * the constant first, the last never zero; zero itself is empty.
 */
export type IntegerPolynomial = readonly bigint[];

/** Drops leading zeros. */
export const trimmed = (coefficients: readonly bigint[]): IntegerPolynomial => {
  let length = coefficients.length;
  while (length > 0 && coefficients[length - 1] === 0n) length -= 1;
  return length === coefficients.length ? coefficients : coefficients.slice(0, length);
};

/** −1 for the zero polynomial. */
export const degree = (f: IntegerPolynomial): number => f.length - 1;

/** The coefficient of the highest power, 0 for the zero polynomial. */
export const leading = (f: IntegerPolynomial): bigint => f.at(-1) ?? 0n;

export const addPolynomials = (f: IntegerPolynomial, g: IntegerPolynomial): IntegerPolynomial =>
  trimmed(Array.from({ length: Math.max(f.length, g.length) }, (_, k) => (f[k] ?? 0n) + (g[k] ?? 0n)));

export const scalePolynomial = (f: IntegerPolynomial, factor: bigint): IntegerPolynomial =>
  factor === 0n ? [] : f.map((c) => c * factor);

export const subtractPolynomials = (f: IntegerPolynomial, g: IntegerPolynomial): IntegerPolynomial =>
  addPolynomials(f, scalePolynomial(g, -1n));

export const multiplyPolynomials = (f: IntegerPolynomial, g: IntegerPolynomial): IntegerPolynomial => {
  if (f.length === 0 || g.length === 0) return [];
  const product = new Array<bigint>(f.length + g.length - 1).fill(0n);
  f.forEach((a, i) => {
    if (a !== 0n)
      g.forEach((b, j) => {
        product[i + j] = (product[i + j] ?? 0n) + a * b;
      });
  });
  return product;
};

export const derivativeOf = (f: IntegerPolynomial): IntegerPolynomial =>
  trimmed(f.slice(1).map((c, k) => c * BigInt(k + 1)));

/** The greatest common divisor, never negative. */
export const integerGcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** The greatest common divisor of the coefficients: 6 for `6x² − 12`. */
const content = (f: IntegerPolynomial): bigint => {
  let common = 0n;
  for (const c of f) {
    common = integerGcd(common, c);
    if (common === 1n) break;
  }
  return common;
};

/** Without its content, with a positive leading coefficient: `x² − 2` for `−6x² + 12`. */
export const primitivePart = (f: IntegerPolynomial): IntegerPolynomial => {
  const common = content(f) * (leading(f) < 0n ? -1n : 1n);
  return common === 0n || common === 1n ? f : f.map((c) => c / common);
};

/** The quotient where `g` divides `f` with whole coefficients, else `undefined`. */
export const exactQuotient = (f: IntegerPolynomial, g: IntegerPolynomial): IntegerPolynomial | undefined => {
  if (g.length === 0) return undefined;
  const rest = [...f];
  const quotient = new Array<bigint>(Math.max(0, f.length - g.length + 1)).fill(0n);
  for (let k = f.length - g.length; k >= 0; k -= 1) {
    const top = rest[k + g.length - 1] ?? 0n;
    if (top % leading(g) !== 0n) return undefined;
    const step = top / leading(g);
    quotient[k] = step;
    if (step !== 0n)
      g.forEach((c, j) => {
        rest[k + j] = (rest[k + j] ?? 0n) - step * c;
      });
  }
  return rest.every((c) => c === 0n) ? trimmed(quotient) : undefined;
};

/** The remainder of `lead(g)^k · f` by `g`, which stays in whole numbers. */
const pseudoRemainder = (f: IntegerPolynomial, g: IntegerPolynomial): IntegerPolynomial => {
  let rest = f;
  while (rest.length >= g.length && rest.length > 0) {
    const shift = new Array<bigint>(rest.length - g.length).fill(0n);
    const scaled = scalePolynomial(g, leading(rest));
    rest = subtractPolynomials(scalePolynomial(rest, leading(g)), [...shift, ...scaled]);
  }
  return rest;
};

/** The greatest common divisor, primitive and with a positive leading coefficient (Euclid on primitive remainders). */
export const polynomialGcd = (f: IntegerPolynomial, g: IntegerPolynomial): IntegerPolynomial => {
  let [a, b] = [primitivePart(f), primitivePart(g)];
  while (b.length > 0) [a, b] = [b, primitivePart(pseudoRemainder(a, b))];
  return a;
};

/** A polynomial and how often it occurs as a factor. */
export interface PowerOf<P> {
  readonly base: P;
  readonly exponent: number;
}

/** `f` as powers of polynomials without repeated factors (Yun), the content left out. */
export const squareFreeParts = (f: IntegerPolynomial): readonly PowerOf<IntegerPolynomial>[] => {
  const parts: PowerOf<IntegerPolynomial>[] = [];
  const common = polynomialGcd(f, derivativeOf(f));
  let rest = exactQuotient(primitivePart(f), common) ?? [];
  let repeated = common;
  for (let exponent = 1; degree(rest) > 0; exponent += 1) {
    const shared = polynomialGcd(rest, repeated);
    const base = exactQuotient(rest, shared) ?? [];
    if (degree(base) > 0) parts.push({ base: primitivePart(base), exponent });
    rest = shared;
    repeated = exactQuotient(repeated, shared) ?? [];
  }
  return parts;
};
