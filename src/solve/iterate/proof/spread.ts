/**
 * How errors spread through a block of steps when only bounds of the slopes are known, by one number in place of a
 * vector: for weights v > 0 with steep v + loose v ≤ σ v, a vector |c| ≤ α v stays below α σʲ v after j steps.
 *
 * With e = Ĉ y + z, true slopes J (|J| ≤ steep) and Ĉ′ the computed directions after the step,
 *
 *   e′ = J e + ρ = Ĉ′ y + [ J z + (J Ĉ − Ĉ′) y + ρ ],   |(J Ĉ − Ĉ′) y| ≤ loose |Ĉ| r,   |ρ| ≤ local,
 *
 * so for |Ĉ₀| r ≤ α v, loose v ≤ λ v and local ≤ δ v what lies beside the set after j steps is
 *
 *   |z_j| ≤ (j σ^(j−1) λ α + (1 + σ + … + σ^(j−1)) δ) v ≤ j σ^(j−1) (λ α + δ) v      for σ ≥ 1.
 */
import { outward } from '../machine/outward.ts';
import type { Sensitivity } from './sensitivity.ts';

/** What the bounds of a block come to, in one number each. */
export interface Stretch {
  readonly weights: Float64Array;
  /** σ, at least 1. */
  readonly growth: number;
  /** λ: how far computed directions may be off after a step, as a multiple of their reach. */
  readonly slack: number;
  /** δ in ulps. */
  readonly local: number;
  /** About log₂ σ. */
  readonly doublings: number;
}

/** Before anything is bounded. */
export const unbounded = (n: number): Stretch => ({
  weights: new Float64Array(n),
  growth: Number.POSITIVE_INFINITY,
  slack: Number.POSITIVE_INFINITY,
  local: Number.POSITIVE_INFINITY,
  doublings: Number.POSITIVE_INFINITY,
});

/** A block that starts from a certain set. */
export interface Spread {
  readonly stretch: Stretch;
  /** α: how far the computed directions reach at the start, as a multiple of the weights. */
  readonly along: number;
  /** λ α + δ: what each step adds beside the set, as a multiple of the weights. */
  readonly added: number;
}

const get = (array: Float64Array, i: number): number => array[i] as number;

/** The largest sumᵢ / weightᵢ for sums Σⱼ m(i, j) wⱼ, or for a vector. */
const ratio = (vector: Float64Array, weights: Float64Array): number => {
  let most = 0;
  for (let i = 0; i < weights.length; i += 1) most = Math.max(most, get(vector, i) / get(weights, i));
  return outward(most);
};

const applied = (m: Float64Array, v: Float64Array, into: Float64Array): Float64Array => {
  const n = v.length;
  for (let i = 0; i < n; i += 1) {
    let sum = 0;
    for (let j = 0; j < n; j += 1) sum += get(m, i * n + j) * get(v, j);
    into[i] = outward(sum);
  }
  return into;
};

/** Scales to a largest weight of 1, none below 2^−20. */
const balance = (v: Float64Array): void => {
  let most = 0;
  for (const x of v) most = Math.max(most, x);
  for (let i = 0; i < v.length; i += 1) v[i] = Math.max(get(v, i) / most, 2 ** -20);
};

/** Near the direction in which the slopes' bounds stretch most, σ is near its least. Any positive weights are right. */
const improved = (steep: Float64Array, weights: Float64Array, work: Float64Array): void => {
  applied(steep, weights, work);
  for (let i = 0; i < weights.length; i += 1) weights[i] = get(weights, i) + get(work, i);
  balance(weights);
};

/** σʲ, rounded up. A power by `Math.pow` has no promise, so it is multiplied out: by squares, fewer than 2^10 roundings. */
const power = (growth: number, j: number): number => {
  let [result, square] = [1, growth];
  for (let rest = j; rest > 0; rest >>= 1) {
    if (rest & 1) result *= square;
    square *= square;
  }
  return outward(result);
};

/** How often weights are improved: from any, and from those of a block before. */
const [turnsFromAny, turnsFromLast] = [16, 2];

const isPositive = (weights: Float64Array): boolean => {
  for (const v of weights) if (!(v > 0 && v < Number.POSITIVE_INFINITY)) return false;
  return true;
};

/** The stretch for bounds of sensitivity, with weights that are improved in place; they are not used before. */
export const stretchOf = (bounds: Sensitivity, weights: Float64Array): Stretch => {
  const work = new Float64Array(weights.length);
  const usable = isPositive(weights);
  if (!usable) weights.fill(1);
  for (let turn = usable ? turnsFromLast : turnsFromAny; turn > 0; turn -= 1) improved(bounds.steep, weights, work);
  const slack = ratio(applied(bounds.loose, weights, work), weights);
  const growth = Math.max(1, outward(ratio(applied(bounds.steep, weights, work), weights) + slack));
  const local = ratio(bounds.local, weights);
  return { weights, growth, slack, local, doublings: Math.log2(growth) };
};

/** The spread of a block that starts from directions reaching `start`; `scale` turns ulps into the unit of `start`. */
export const spreadOf = (stretch: Stretch, start: Float64Array, scale: number): Spread => {
  const along = ratio(start, stretch.weights);
  // 2^−600: what doubles cannot show in all operations of a step.
  return { stretch, along, added: outward(stretch.slack * along + stretch.local * scale + 2 ** -600) };
};

/** The multiple of the weights that lies beside the set after j steps. */
export const besideAfter = ({ stretch, added }: Spread, j: number): number =>
  j === 0 ? 0 : outward(j * power(stretch.growth, j - 1) * added);

/** The multiple of the weights that bounds the whole error up to step j. */
export const errorUpTo = (spread: Spread, j: number): number =>
  outward(spread.along * power(spread.stretch.growth, j) + besideAfter(spread, j));
