/**
 * The frame of an error set: n directions that are nearly orthogonal, and a proven bound for coordinates in it.
 *
 * All matrices are n × n by rows in Float64Arrays; a direction is a column.
 */
import { outward } from './outward.ts';

const u = 2 ** -53;

export interface Frame {
  /** The directions. */
  readonly axes: Float64Array;
  /**
   * δ with |A⁻¹ w|ᵢ ≤ |Aᵀ w|ᵢ + δ maxⱼ |Aᵀ w|ⱼ for the matrix A of the directions, however it was computed: with
   * AᵀA = I + N, A⁻¹ = (I + N)⁻¹ Aᵀ, and ‖N‖ = s gives δ = s/(1 − s). ∞ where s is not below 1/2.
   */
  readonly defect: number;
}

const get = (array: Float64Array, i: number): number => array[i] as number;

export const identityFrame = (n: number): Frame => {
  const axes = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) axes[i * n + i] = 1;
  return { axes, defect: 0 };
};

const lengthOf = (m: Float64Array, column: number, n: number): number => {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += get(m, i * n + column) ** 2;
  return Math.sqrt(sum);
};

/** Takes out of column j of m its part along column k. */
const project = (m: Float64Array, j: number, k: number, n: number): void => {
  let along = 0;
  for (let i = 0; i < n; i += 1) along += get(m, i * n + j) * get(m, i * n + k);
  for (let i = 0; i < n; i += 1) m[i * n + j] = get(m, i * n + j) - along * get(m, i * n + k);
};

/** Divides column j by its length; false where nothing of it is left. */
const normalize = (m: Float64Array, j: number, least: number, n: number): boolean => {
  const length = lengthOf(m, j, n);
  if (!(length > least)) return false;
  for (let i = 0; i < n; i += 1) m[i * n + j] = get(m, i * n + j) / length;
  return true;
};

/** Makes column j orthogonal to the columns before it, twice (Kahan: twice is enough), and of length 1. */
const orthogonalize = (m: Float64Array, j: number, n: number): boolean => {
  const start = lengthOf(m, j, n);
  for (let k = 0; k < j; k += 1) project(m, j, k, n);
  if (!normalize(m, j, start * 2 ** -40, n)) return false;
  for (let k = 0; k < j; k += 1) project(m, j, k, n);
  return normalize(m, j, 0.5, n);
};

/** Puts in column j the first unit vector that is not spanned by the columns before it. */
const complete = (m: Float64Array, j: number, n: number): void => {
  for (let axis = 0; axis < n; axis += 1) {
    for (let i = 0; i < n; i += 1) m[i * n + j] = i === axis ? 1 : 0;
    if (orthogonalize(m, j, n) && lengthOf(m, j, n) > 0.5) return;
  }
};

/** ‖AᵀA − I‖ in the row-sum norm, with (n + 2) u of the sizes for its own rounding. */
const gramDefect = (m: Float64Array, n: number): number => {
  let worst = 0;
  for (let i = 0; i < n; i += 1) {
    let row = 0;
    for (let j = 0; j < n; j += 1) {
      let [sum, size] = [i === j ? -1 : 0, i === j ? 1 : 0];
      for (let k = 0; k < n; k += 1) {
        const part = get(m, k * n + i) * get(m, k * n + j);
        sum += part;
        size += Math.abs(part);
      }
      row += Math.abs(sum) + (n + 2) * u * size;
    }
    worst = Math.max(worst, row);
  }
  return outward(worst);
};

/** The columns by falling length times radius: the longest edges of the set keep their direction. */
const edgesFirst = (columns: Float64Array, radii: Float64Array): Int32Array => {
  const n = radii.length;
  const order = new Int32Array(n);
  const edges = new Float64Array(n);
  for (let j = 0; j < n; j += 1) {
    const edge = get(radii, j) * lengthOf(columns, j, n);
    let place = j;
    for (; place > 0 && get(edges, place - 1) < edge; place -= 1) {
      edges[place] = get(edges, place - 1);
      order[place] = order[place - 1] as number;
    }
    edges[place] = edge;
    order[place] = j;
  }
  return order;
};

/** A frame along the edges of the set {columns · y : |yⱼ| ≤ radiiⱼ}. */
export const frameAlong = (columns: Float64Array, radii: Float64Array): Frame => {
  const n = radii.length;
  const axes = new Float64Array(n * n);
  const order = edgesFirst(columns, radii);
  for (let j = 0; j < n; j += 1) {
    for (let i = 0; i < n; i += 1) axes[i * n + j] = get(columns, i * n + (order[j] as number));
    if (!orthogonalize(axes, j, n)) complete(axes, j, n);
  }
  const s = gramDefect(axes, n);
  return { axes, defect: s < 0.5 ? outward(s / (1 - s)) : Number.POSITIVE_INFINITY };
};
