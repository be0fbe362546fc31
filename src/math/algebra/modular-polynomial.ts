/**
 * Polynomials over the field of a small prime p (below 2^15, so that products stay exact in doubles),
 * the constant first: just enough to split one into irreducible factors (Berlekamp 1967).
 */
export type ModularPolynomial = readonly number[];

const trimmed = (f: readonly number[]): ModularPolynomial => {
  let length = f.length;
  while (length > 0 && f[length - 1] === 0) length -= 1;
  return f.slice(0, length);
};

/** A polynomial with whole coefficients, taken modulo p. */
export const reduceModulo = (f: readonly bigint[], p: number): ModularPolynomial =>
  trimmed(f.map((c) => Number(((c % BigInt(p)) + BigInt(p)) % BigInt(p))));

/** 1/a modulo the prime p. */
const inverse = (a: number, p: number): number => {
  let [result, base, exponent] = [1, a % p, p - 2];
  for (; exponent > 0; exponent >>= 1) {
    if (exponent & 1) result = (result * base) % p;
    base = (base * base) % p;
  }
  return result;
};

const monic = (f: ModularPolynomial, p: number): ModularPolynomial => {
  const factor = inverse(f.at(-1) ?? 1, p);
  return f.map((c) => (c * factor) % p);
};

const divide = (f: ModularPolynomial, g: ModularPolynomial, p: number) => {
  const rest = [...f];
  const quotient = new Array<number>(Math.max(0, f.length - g.length + 1)).fill(0);
  const factor = inverse(g.at(-1) ?? 1, p);
  for (let k = f.length - g.length; k >= 0; k -= 1) {
    const step = ((rest[k + g.length - 1] ?? 0) * factor) % p;
    quotient[k] = step;
    if (step !== 0)
      g.forEach((c, j) => {
        rest[k + j] = ((rest[k + j] ?? 0) + (p - step) * c) % p;
      });
  }
  return { quotient: trimmed(quotient), rest: trimmed(rest.slice(0, g.length - 1)) };
};

/** The monic greatest common divisor. */
export const modularGcd = (f: ModularPolynomial, g: ModularPolynomial, p: number): ModularPolynomial => {
  let [a, b] = [f, g];
  while (b.length > 0) [a, b] = [b, divide(a, b, p).rest];
  return monic(a, p);
};

export const modularDerivative = (f: ModularPolynomial, p: number): ModularPolynomial =>
  trimmed(f.slice(1).map((c, k) => (c * ((k + 1) % p)) % p));

/** The rows x^(ip) mod f for i = 0 … n−1, less the identity: v^p = v exactly for the combinations they send to 0. */
const berlekampMatrix = (f: ModularPolynomial, p: number): number[][] => {
  const n = f.length - 1;
  const rows: number[][] = [];
  let row = [1, ...new Array<number>(n - 1).fill(0)];
  for (let i = 0; i < n; i += 1) {
    rows.push(row.map((c, j) => (j === i ? (c + p - 1) % p : c)));
    for (let step = 0; step < p; step += 1) {
      const top = row[n - 1] ?? 0;
      row = row.map((_, j) => ((j > 0 ? (row[j - 1] ?? 0) : 0) + (p - top) * (f[j] ?? 0)) % p);
    }
  }
  return rows;
};

/** A basis of the row vectors v with vM = 0, by elimination over columns. */
const leftKernel = (matrix: number[][], p: number): number[][] => {
  const n = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  let rank = 0;
  for (let column = 0; column < n && rank < n; column += 1) {
    const pivot = work.findIndex((row, i) => i >= rank && (row[column] ?? 0) !== 0);
    if (pivot < 0) continue;
    const [lead, swapped] = [work[pivot] ?? [], work[rank] ?? []];
    work[pivot] = swapped;
    const factor = inverse(lead[column] ?? 1, p);
    const pivotRow = lead.map((c) => (c * factor) % p);
    work[rank] = pivotRow;
    for (let i = 0; i < n; i += 1) {
      const scale = work[i]?.[column] ?? 0;
      if (i === rank || scale === 0) continue;
      work[i] = (work[i] ?? []).map((c, j) => (c + (p - scale) * (pivotRow[j] ?? 0)) % p);
    }
    rank += 1;
  }
  return work.slice(rank).map((row) => row.slice(n));
};

/** The monic irreducible factors of a polynomial without repeated factors, each once. */
export const modularFactors = (f: ModularPolynomial, p: number): readonly ModularPolynomial[] => {
  const whole = monic(f, p);
  if (whole.length <= 2) return [whole];
  const basis = leftKernel(berlekampMatrix(whole, p), p).map(trimmed);
  let factors: ModularPolynomial[] = [whole];
  for (const vector of basis) {
    if (vector.length <= 1) continue;
    for (let shift = 0; shift < p && factors.length < basis.length; shift += 1) {
      const shifted = trimmed(vector.map((c, j) => (j === 0 ? (c + shift) % p : c)));
      factors = factors.flatMap((g) => {
        const common = modularGcd(g, shifted, p);
        return common.length <= 1 || common.length === g.length
          ? [g]
          : [common, monic(divide(g, common, p).quotient, p)];
      });
    }
  }
  return factors;
};

/** `s`, `t` with s·g + t·h = 1, for coprime g and h. */
export const bezout = (g: ModularPolynomial, h: ModularPolynomial, p: number) => {
  let [r0, r1] = [g, h];
  let [s0, s1]: ModularPolynomial[] = [[1], []];
  let [t0, t1]: ModularPolynomial[] = [[], [1]];
  while (r1 && r1.length > 0) {
    const { quotient, rest } = divide(r0, r1, p);
    [r0, r1] = [r1, rest];
    [s0, s1] = [s1, minusProduct(s0 ?? [], quotient, s1 ?? [], p)];
    [t0, t1] = [t1, minusProduct(t0 ?? [], quotient, t1 ?? [], p)];
  }
  const factor = inverse(r0.at(-1) ?? 1, p);
  const scaled = (f: ModularPolynomial | undefined) => (f ?? []).map((c) => (c * factor) % p);
  return { s: scaled(s0), t: scaled(t0) };
};

/** f − g·h */
const minusProduct = (
  f: ModularPolynomial,
  g: ModularPolynomial,
  h: ModularPolynomial,
  p: number,
): ModularPolynomial => {
  const result = Array.from({ length: Math.max(f.length, g.length + h.length - 1) }, (_, k) => f[k] ?? 0);
  g.forEach((a, i) => {
    h.forEach((b, j) => {
      result[i + j] = ((result[i + j] ?? 0) + (p - a) * b) % p;
    });
  });
  return trimmed(result);
};
