/**
 * The frame of an error set: n directions that are nearly orthogonal, and a proven bound for coordinates in it.
 *
 * All matrices are n × n by rows in Float64Arrays; a direction is a column.
 */
import { outward } from '../machine/outward.ts';

const u = 2 ** -53;

/** n × n by rows: direction j is column j. */
export type Axes = Float64Array;

const get = (array: Float64Array, i: number): number => array[i] as number;

/** The square of a column's length. */
const squareOf = (m: Float64Array, column: number, n: number): number => {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += get(m, i * n + column) * get(m, i * n + column);
  return sum;
};

/** Takes out of column j of m its part along column k. */
const project = (m: Float64Array, j: number, k: number, n: number): void => {
  let along = 0;
  for (let i = 0; i < n; i += 1) along += get(m, i * n + j) * get(m, i * n + k);
  for (let i = 0; i < n; i += 1) m[i * n + j] = get(m, i * n + j) - along * get(m, i * n + k);
};

/** Divides column j by its length, given by its square; false where that is not above the least. */
const normalize = (m: Float64Array, j: number, square: number, least: number, n: number): boolean => {
  if (!(square > least)) return false;
  const length = Math.sqrt(square);
  for (let i = 0; i < n; i += 1) m[i * n + j] = get(m, i * n + j) / length;
  return true;
};

/**
 * Makes column j orthogonal to the columns before it and of length 1; a second time where that took most of it away, for
 * then rounding is no longer small beside what is left (Kahan: twice is enough).
 */
const orthogonalize = (m: Float64Array, j: number, n: number): boolean => {
  const start = squareOf(m, j, n);
  for (let k = 0; k < j; k += 1) project(m, j, k, n);
  const left = squareOf(m, j, n);
  if (!normalize(m, j, left, start * 2 ** -80, n)) return false;
  if (left > start * 0.01) return true;
  for (let k = 0; k < j; k += 1) project(m, j, k, n);
  return normalize(m, j, squareOf(m, j, n), 0.25, n);
};

/**
 * Puts in column j the part of a unit vector that the columns before it do not span: of the axis along which they have
 * least. Together they have j of n, so it keeps at least a part √(1 − j/n) of its length.
 */
const complete = (m: Float64Array, j: number, n: number): void => {
  let [axis, least] = [0, Number.POSITIVE_INFINITY];
  for (let i = 0; i < n; i += 1) {
    let taken = 0;
    for (let k = 0; k < j; k += 1) taken += get(m, i * n + k) * get(m, i * n + k);
    if (taken >= least) continue;
    least = taken;
    axis = i;
  }
  for (let i = 0; i < n; i += 1) m[i * n + j] = i === axis ? 1 : 0;
  orthogonalize(m, j, n);
};

/**
 * ‖AᵀA − I‖ in the row-sum norm, right where it is below 1/2; `rows` is room for the sums. Columns are then shorter than
 * √2, so the sizes that add up to an entry, with the 1, come to less than 3, and its rounding to 3 (n + 2) u.
 */
const gramDefect = (m: Float64Array, rows: Float64Array): number => {
  const n = rows.length;
  rows.fill(n * 3 * (n + 2) * u);
  for (let i = 0; i < n; i += 1)
    for (let j = i; j < n; j += 1) {
      let sum = i === j ? -1 : 0;
      for (let k = 0; k < n; k += 1) sum += get(m, k * n + i) * get(m, k * n + j);
      const entry = Math.abs(sum);
      rows[i] = get(rows, i) + entry;
      if (i < j) rows[j] = get(rows, j) + entry;
    }
  let worst = 0;
  for (let i = 0; i < n; i += 1) worst = Math.max(worst, get(rows, i));
  return outward(worst);
};

/** Makes frames of n directions. */
export interface FrameMaker {
  /**
   * Writes into `axes` a frame along the edges of the set {columns · y : |yⱼ| ≤ radiiⱼ}, and returns its defect: a δ with
   * |A⁻¹ w|ᵢ ≤ |Aᵀ w|ᵢ + δ maxⱼ |Aᵀ w|ⱼ for the matrix A of the directions, however it was computed. With AᵀA = I + N,
   * A⁻¹ = (I + N)⁻¹ Aᵀ, and ‖N‖ = s gives δ = s/(1 − s); ∞ where s is not below 1/2.
   */
  readonly along: (columns: Float64Array, radii: Float64Array, axes: Axes) => number;
}

export const frameMaker = (n: number): FrameMaker => {
  const order = new Int32Array(n);
  const edges = new Float64Array(n);
  const rows = new Float64Array(n);

  /** The columns by falling length times radius, squared: the longest edges of the set keep their direction. */
  const sortEdges = (columns: Float64Array, radii: Float64Array): void => {
    for (let j = 0; j < n; j += 1) {
      const edge = get(radii, j) * get(radii, j) * squareOf(columns, j, n);
      let place = j;
      for (; place > 0 && get(edges, place - 1) < edge; place -= 1) {
        edges[place] = get(edges, place - 1);
        order[place] = order[place - 1] as number;
      }
      edges[place] = edge;
      order[place] = j;
    }
  };

  const along = (columns: Float64Array, radii: Float64Array, axes: Axes): number => {
    sortEdges(columns, radii);
    for (let j = 0; j < n; j += 1) {
      const source = order[j] as number;
      for (let i = 0; i < n; i += 1) axes[i * n + j] = get(columns, i * n + source);
      if (!orthogonalize(axes, j, n)) complete(axes, j, n);
    }
    const s = gramDefect(axes, rows);
    return s < 0.5 ? outward(s / (1 - s)) : Number.POSITIVE_INFINITY;
  };
  return { along };
};
