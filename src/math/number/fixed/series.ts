/**
 * Power series in fixed point, z = 0.00…z·2^−w small, by Smith's columns (Math. Comp. 52, 1989):
 *
 *   Σ c_k z^k = Σ_j z^j · (c_j + c_{m+j} z^m + c_{2m+j} z^2m + …)      m columns j = 0 … m−1
 *
 * One running power z^(im) feeds a whole row; it is divided by small integers and shrinks, so only about
 * log₂ m + m + N/2m of the N terms cost a full multiplication.
 *
 * Errors. A running value loses less than one ulp per operation, and every later operation on it shrinks what it has
 * lost, so each is less than 4 ulps low and N terms make 4N. Horner's m steps multiply by z < 1/4 and lose one more
 * each: less than 4N + 2m ≤ 6N + 12 ulps in all, with N ≤ w. That stays below 2^20 for all w of this room.
 */

const integers: readonly bigint[] = Array.from({ length: 4096 }, (_, k) => BigInt(k));
/** k as a BigInt; the small ones come from a table. */
const whole = (k: number): bigint => integers[k] ?? BigInt(k);

/** m as a power of two near √(N/2); `smallness` is the number of zero bits z begins with. */
const columnsLog = (w: number, smallness: number): number =>
  Math.max(1, Math.round(Math.log2(w / (smallness + Math.log2(w) / 2) / 2) / 2));

const raised = (z: bigint, squarings: number, w: bigint): bigint => {
  let power = z;
  for (let i = 0; i < squarings; i += 1) power = (power * power) >> w;
  return power;
};

const horner = (columns: readonly bigint[], z: bigint, w: bigint, alternating: boolean): bigint =>
  columns.reduceRight((sum, column) => (alternating ? column - ((sum * z) >> w) : column + ((sum * z) >> w)), 0n);

/** How a series goes on: z ≥ 0 with `smallness` leading zero bits, signs all plus or alternating. */
export interface Form {
  readonly w: number;
  readonly smallness: number;
  readonly alternating: boolean;
}

/** Σ (±z)^k / (d(1)·…·d(k)) with small integers d: exp for d(k) = k, sin x / x in z = x² for d(k) = 2k(2k+1). */
export const factorialSeries = (z: bigint, divisor: (k: number) => number, form: Form): bigint => {
  const w = BigInt(form.w);
  const m = 1 << columnsLog(form.w, form.smallness);
  const step = raised(z, Math.log2(m), w);
  const columns: bigint[] = new Array(m).fill(0n);
  let power = 1n << w;
  for (let k = 0; power > 0n; power = (power * step) >> w)
    for (let j = 0; j < m; j += 1) {
      columns[j] = (columns[j] ?? 0n) + power;
      k += 1;
      power /= whole(divisor(k));
    }
  return horner(columns, z, w, form.alternating);
};

/** Σ (±z)^k / (2k+1): artanh x / x in z = x², with alternating signs arctan x / x. */
export const oddSeries = (z: bigint, form: Form): bigint => {
  const w = BigInt(form.w);
  const m = 1 << columnsLog(form.w, form.smallness);
  const step = raised(z, Math.log2(m), w);
  const columns: bigint[] = new Array(m).fill(0n);
  let power = 1n << w;
  for (let k = 1; power > 0n; power = (power * step) >> w)
    for (let j = 0; j < m; j += 1, k += 2) columns[j] = (columns[j] ?? 0n) + power / whole(k);
  return horner(columns, z, w, form.alternating);
};
