/**
 * π, ln 2 and e by binary splitting: a series of rationals is summed as one fraction, halves first, so that the large
 * multiplications come last and are few. Each constant is kept at the highest precision asked for so far.
 */
import { integerRoot } from '../integer.ts';

/** Σ over a range of terms a(k)·p(start)…p(k) / (q(start)…q(k)), as P, Q and T = Q·Σ. */
interface Split {
  readonly p: bigint;
  readonly q: bigint;
  readonly t: bigint;
}

const split = (from: number, to: number, term: (k: number) => Split): Split => {
  if (to - from === 1) return term(from);
  const middle = (from + to) >> 1;
  const [a, b] = [split(from, middle, term), split(middle, to, term)];
  return { p: a.p * b.p, q: a.q * b.q, t: a.t * b.q + a.p * b.t };
};

/** Chudnovsky: 1/π = 12 Σ (−1)^k (6k)! (13591409 + 545140134 k) / ((3k)! k!³ 640320^(3k + 3/2)); 47 bits a term. */
const piTerm = (k: number): Split => {
  if (k === 0) return { p: 1n, q: 1n, t: 13591409n };
  const [j, six] = [BigInt(k), BigInt(6 * k)];
  const p = -(six - 5n) * (six / 3n - 1n) * (six - 1n);
  return { p, q: j * j * j * 10939058860032000n, t: p * (13591409n + 545140134n * j) };
};

const computePi = (w: number): bigint => {
  const { q, t } = split(0, Math.ceil(w / 47) + 2, piTerm);
  return (q * 426880n * integerRoot(10005n << BigInt(2 * w))) / t;
};

/** artanh(1/n) = Σ 1/((2k+1) n^(2k+1)), scaled by 2^w. */
const artanhOfReciprocal = (n: bigint, w: number): bigint => {
  const square = n * n;
  const terms = Math.ceil(w / (2 * Math.log2(Number(n)))) + 2;
  // Σ p/q with p(k) = 2k−1, q(k) = (2k+1)·n² makes the term 1/((2k+1) n^2k).
  const { q, t } = split(0, terms, (k) =>
    k === 0 ? { p: 1n, q: 1n, t: 1n } : { p: BigInt(2 * k - 1), q: BigInt(2 * k + 1) * square, t: BigInt(2 * k - 1) },
  );
  return (t << BigInt(w)) / (q * n);
};

/** ln 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749). */
const computeLn2 = (w: number): bigint =>
  18n * artanhOfReciprocal(26n, w) - 2n * artanhOfReciprocal(4801n, w) + 8n * artanhOfReciprocal(8749n, w);

/** The first k with k! > 2^w. */
const factorialBeyond = (w: number): number => {
  let [k, log] = [1, 0];
  for (; log <= w; log += Math.log2(k)) k += 1;
  return k;
};

/** e = Σ 1/k!; the terms left out are together below 2/k! of the first of them. */
const computeE = (w: number): bigint => {
  const { q, t } = split(0, factorialBeyond(w) + 2, (k) => ({ p: 1n, q: k === 0 ? 1n : BigInt(k), t: 1n }));
  return (t << BigInt(w)) / q;
};

/** 64 bits are kept in reserve, so that rounding down is the only visible error: less than one ulp and 2^−50. */
const kept = (compute: (w: number) => bigint): ((w: number) => bigint) => {
  let [known, digits] = [0, 0n];
  let [last, value] = [-1, 0n];
  return (w) => {
    if (w === last) return value;
    if (known < w + 64) [known, digits] = [w + 64, compute(w + 64)];
    [last, value] = [w, digits >> BigInt(known - w)];
    return value;
  };
};

/** π·2^w, less than 2 ulps off. */
export const pi = kept(computePi);
/** ln 2 · 2^w, less than 2 ulps off. */
export const ln2 = kept(computeLn2);
/** e·2^w, less than 2 ulps off. */
export const e = kept(computeE);
