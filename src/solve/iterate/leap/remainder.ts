/**
 * λᵏ modulo a polynomial χ of degree m in fixed point, by repeated squaring: with χ(J) = 0 it says which combination of
 * the first m iterates the k-th one is (Cayley and Hamilton; Fiduccia, 1985).
 *
 *   λᵏ = r₀ + r₁ λ + … + r_{m−1} λ^{m−1}  (mod χ)   ⇒   s_k = r₀ s₀ + r₁ s₁ + … + r_{m−1} s_{m−1}
 */
import {
  add,
  denominator,
  type Exact,
  multiply,
  negate,
  numerator,
  toDouble,
  zero,
} from '../../../math/number/exact.ts';
import { gcd, magnitude } from '../../../math/number/integer.ts';
import { doublesAt } from '../machine/doubles.ts';
import { outward } from '../machine/outward.ts';

/** λ^(m+j) modulo χ for j = 0 … m−2, as integers over one denominator. */
export interface Reduction {
  readonly rows: readonly (readonly bigint[])[];
  readonly over: bigint;
  /** A bound for 1 + Σⱼ |ρⱼᵢ| of every column i. */
  readonly size: number;
}

const nextRow = (row: readonly Exact[], first: readonly Exact[]): readonly Exact[] => {
  const top = row[row.length - 1] ?? zero;
  return first.map((c, i) => add(multiply(top, c), i > 0 ? (row[i - 1] ?? zero) : zero));
};

/** The reduction by χ = λᵐ + Σ cᵢ λⁱ. */
export const reductionBy = (coefficients: readonly Exact[]): Reduction => {
  const first = coefficients.map(negate);
  const rows = [first];
  while (rows.length < coefficients.length - 1) rows.push([...nextRow(rows[rows.length - 1] ?? first, first)]);
  const all = rows.flat();
  const over = all.reduce((common, c) => (common / gcd(common, denominator(c))) * denominator(c), 1n);
  const integers = rows.map((row) => row.map((c) => numerator(c) * (over / denominator(c))));
  const columns = coefficients.map((_, i) => rows.reduce((sum, row) => sum + Math.abs(toDouble(row[i] ?? zero)), 1));
  return { rows: integers, over, size: outward(columns.reduce((a, b) => Math.max(a, b), 1)) };
};

/** r₀ … r_{m−1} in units of 2^−bits, each less than `error` of them off. */
export interface Remainder {
  readonly coefficients: readonly bigint[];
  readonly error: number;
}

/** c + (Σⱼ rowsⱼ highⱼ)/over, which loses less than one unit. */
const reduced = (low: readonly bigint[], high: readonly bigint[], { rows, over }: Reduction): bigint[] =>
  low.map((c, i) => {
    let sum = 0n;
    for (let j = 0; j < high.length; j += 1) sum += (rows[j]?.[i] ?? 0n) * (high[j] ?? 0n);
    return c + sum / over;
  });

/** The coefficients of the square of a polynomial, in units of 2^−bits. */
const squareOf = (r: readonly bigint[], places: bigint): bigint[] =>
  Array.from({ length: 2 * r.length - 1 }, (_, k) => {
    let twice = 0n;
    for (let i = Math.max(0, k - r.length + 1); 2 * i < k; i += 1) twice += (r[i] ?? 0n) * (r[k - i] ?? 0n);
    const middle = k % 2 === 0 ? (r[k / 2] ?? 0n) ** 2n : 0n;
    return (2n * twice + middle) >> places;
  });

/**
 * λᵏ modulo χ. With S = Σ |rᵢ| and errors below E, a coefficient of the square is off by less than
 * 2 S E + m E² 2^−bits + 1; reducing multiplies that by the reduction's size and loses one unit.
 */
export const remainderOf = (k: number, reduction: Reduction, bits: number): Remainder => {
  const m = reduction.rows[0]?.length ?? 1;
  const places = BigInt(bits);
  const doubleOf = doublesAt(bits);
  let [r, error]: [bigint[], number] = [new Array(m).fill(0n), 0];
  r[0] = 1n << places;
  for (const bit of k.toString(2)) {
    const sum = r.reduce((total, c) => total + magnitude(c), 0n);
    const square = squareOf(r, places);
    r = reduced(square.slice(0, m), square.slice(m), reduction);
    const lost = 2 * outward(doubleOf(sum)) * error + m * error * error * 2 ** -bits + 1;
    error = outward(lost * reduction.size + 1);
    if (bit === '0') continue;
    r = reduced([0n, ...r.slice(0, m - 1)], r.slice(m - 1), reduction);
    error = outward(error * reduction.size + 1);
  }
  return { coefficients: r, error };
};
