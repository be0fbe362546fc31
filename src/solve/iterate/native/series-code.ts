/**
 * Code for the series of e^δ, each term to as many limbs as matter.
 *
 *   S_N = c_N,   S_(k−1) = c_(k−1) + S_k δ,   e^δ = S_0     for c_k = 1/k!, |δ| < 2^−z
 *
 * S_k is only needed to 2^(z k) ulps, for it is multiplied by δᵏ: its limbs below number ⌊z k/28⌋ are left out. A level
 * loses at most 3 of its last units (one for c_k, one below the product's last column, one by rounding), together
 * 3 (N + 1) ulps. The rest of the series is below 1 ulp.
 */
import type { Assembler } from './assembler.ts';
import { type Format, limbBits } from './limbs.ts';

/** How near δ has to be to zero, as z in 2^−z, for each way to go on; the nearer the shorter. */
export const nearnesses = [56, 28, 10, 4] as const;

/** The number of the last term: the first one left out, and all behind it, are below an ulp. */
export const lastTerm = (z: number, bits: number): number => {
  let [k, size] = [1, 0];
  for (; z * k + size < bits + 1; k += 1) size += Math.log2(k + 1);
  return k - 1;
};

/** How many coefficients 1/k! the code needs. */
export const coefficientsFor = ({ bits }: Format): number => lastTerm(nearnesses[3], bits) + 1;

/** 1/k! in units of 2^−bits, each rounded down. */
export const coefficients = (format: Format): readonly bigint[] => {
  const found: bigint[] = [];
  let rest = 1n << BigInt(format.bits);
  for (let k = 0; k < coefficientsFor(format); k += 1) {
    if (k > 0) rest /= BigInt(k);
    found.push(rest);
  }
  return found;
};

export interface Moving {
  readonly asm: Assembler;
  readonly format: Format;
  /** Where the coefficients stand. */
  readonly table: number;
  /** The limbs of δ, all of one sign, and of S. */
  readonly delta: readonly number[];
  readonly series: readonly number[];
  readonly carry: number;
  readonly sign: number;
  /** By what the radius is multiplied, and what is lost besides. */
  readonly grown: number;
  readonly lost: number;
}

export const mask = 2 ** limbBits - 1;

export const addToCarry = ({ asm, carry }: Moving, term: () => void): void => {
  asm.get(carry);
  term();
  asm.op('i64.add');
  asm.set(carry);
};

export const settled = ({ asm, format, carry }: Moving, limb: number): void => {
  asm.get(carry);
  if (limb === format.limbs - 1) return;
  asm.i64(mask);
  asm.op('i64.and');
};

export const passOn = ({ asm, carry }: Moving): void => {
  asm.get(carry);
  asm.i64(limbBits);
  asm.op('i64.shr_s');
  asm.set(carry);
};

export const clearCarry = ({ asm, carry }: Moving): void => {
  asm.i64(0);
  asm.set(carry);
};

/** Σ leftᵢ rightⱼ for i + j = column, on the stack; i from `low` to `high`. */
export const columnCode = (
  asm: Assembler,
  left: (i: number) => void,
  right: (j: number) => void,
  column: number,
  [low, high]: readonly [number, number],
): void => {
  if (low > high) asm.i64(0);
  for (let i = low; i <= high; i += 1) {
    left(i);
    right(column - i);
    asm.op('i64.mul');
    if (i > low) asm.op('i64.add');
  }
};

/** S ← c_k + S δ, to the limbs that level k needs; S has limbs from `low` on. */
const levelCode = (m: Moving, k: number, z: number, low: number): number => {
  const { asm, format, series, delta, table } = m;
  const places = format.limbs - 1;
  const next = Math.floor((z * k) / limbBits);
  const high = places - 1 - Math.floor(z / limbBits);
  clearCarry(m);
  for (let column = places + next - 2; column <= 2 * places; column += 1) {
    const range = [Math.max(low, column - high), Math.min(places, column)] as const;
    addToCarry(m, () =>
      columnCode(
        asm,
        (i) => asm.get(series[i] as number),
        (j) => asm.get(delta[j] as number),
        column,
        range,
      ),
    );
    const limb = column - places;
    if (limb >= next) {
      addToCarry(m, () => asm.load('i64', table + 8 * (k * format.limbs + limb)));
      settled(m, limb);
      asm.set(series[limb] as number);
    }
    if (limb < places) passOn(m);
  }
  return next;
};

/** S ← e^δ for |δ| < 2^−z. */
export const seriesCode = (m: Moving, z: number): void => {
  const { asm, format, series, table } = m;
  const last = lastTerm(z, format.bits);
  let low = Math.floor((z * last) / limbBits);
  for (let i = low; i < format.limbs; i += 1) {
    asm.load('i64', table + 8 * (last * format.limbs + i));
    asm.set(series[i] as number);
  }
  for (let k = last - 1; k >= 0; k -= 1) low = levelCode(m, k, z, low);
};
