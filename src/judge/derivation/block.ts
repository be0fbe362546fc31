import { denominator, type Exact, numerator } from '../../math/number/exact.ts';
import { absoluteWhole, addWhole, multiplyWhole, smallQuotient, type Whole, whole } from '../../math/number/whole.ts';

/**
 * A matrix of exact numbers over one denominator, row by row. Vectors are blocks of one row or one column, scalars
 * 1 × 1; a 1 × 1 block multiplies a block of any shape. The fractions are not reduced: tenths stay powers of ten.
 */
export interface Block {
  readonly rows: number;
  readonly columns: number;
  readonly entries: readonly Whole[];
  /** Positive. */
  readonly under: Whole;
}

export const integer = (value: number): Block => ({ rows: 1, columns: 1, entries: [value], under: 1 });
export const scalar = (value: Exact): Block => ({
  rows: 1,
  columns: 1,
  entries: [whole(numerator(value))],
  under: whole(denominator(value)),
});

export const isScalar = ({ rows, columns }: Block): boolean => rows === 1 && columns === 1;

const at = ({ entries, columns }: Block, row: number, column: number): Whole => entries[row * columns + column] ?? 0;

/** A block by its entries over a denominator. */
export const build = (
  rows: number,
  columns: number,
  under: Whole,
  entry: (row: number, column: number) => Whole,
): Block => {
  const entries = new Array<Whole>(rows * columns);
  for (let i = 0; i < rows; i += 1) for (let j = 0; j < columns; j += 1) entries[i * columns + j] = entry(i, j);
  return { rows, columns, entries, under };
};

export const identity = (size: number): Block => build(size, size, 1, (i, j) => (i === j ? 1 : 0));
export const zeros = (rows: number, columns: number): Block => build(rows, columns, 1, () => 0);
export const transpose = (block: Block): Block =>
  build(block.columns, block.rows, block.under, (i, j) => at(block, j, i));

/** The diagonal matrix of a vector; a square matrix is taken as diagonal already. */
export const diagonal = (block: Block): Block => {
  const { rows, columns, entries, under } = block;
  if (rows === columns) return block;
  return build(entries.length, entries.length, under, (i, j) => (i === j ? (entries[i] ?? 0) : 0));
};

/** I ⊗ vᵀ for a column v: how W v changes with the entries of W, row by row. */
export const byMatrix = ({ rows, entries, under }: Block): Block =>
  build(rows, rows * rows, under, (i, j) => (Math.floor(j / rows) === i ? (entries[j % rows] ?? 0) : 0));

const single = (value: Whole, under: Whole): Block => ({ rows: 1, columns: 1, entries: [value], under });

const scale = (block: Block, over: Whole, below: Whole): Block => {
  const { rows, columns, entries } = block;
  const under = over === 0 ? 1 : multiplyWhole(block.under, below);
  if (entries.length === 1) return single(multiplyWhole(entries[0] ?? 0, over), under);
  const scaled = new Array<Whole>(entries.length);
  for (let i = 0; i < entries.length; i += 1) scaled[i] = multiplyWhole(entries[i] ?? 0, over);
  return { rows, columns, entries: scaled, under };
};

/** The block divided by a number that is not zero. */
export const over = (block: Block, divisor: Block): Block => {
  const [value = 0, below] = [divisor.entries[0], divisor.under];
  return value < 0 ? scale(block, multiplyWhole(-1, below), absoluteWhole(value)) : scale(block, below, value);
};

/** Two blocks over one denominator. */
const alike = (a: Block, b: Block): readonly [Block, Block] => {
  if (a.under === b.under) return [a, b];
  const [forA, forB] = [smallQuotient(b.under, a.under), smallQuotient(a.under, b.under)];
  if (forA !== undefined) return [scale(a, forA, forA), b];
  if (forB !== undefined) return [a, scale(b, forB, forB)];
  return [scale(a, b.under, b.under), scale(b, a.under, a.under)];
};

const isZero = (block: Block): boolean => isScalar(block) && block.entries[0] === 0;

/** `undefined` where the shapes do not fit; the number 0 is the zero matrix of every shape, as a sum of no terms is. */
export const plus = (a: Block, b: Block): Block | undefined => {
  if (a.rows !== b.rows || a.columns !== b.columns) {
    if (isZero(a)) return b;
    return isZero(b) ? a : undefined;
  }
  if (a.under !== b.under) return plus(...alike(a, b));
  if (isScalar(a)) return single(addWhole(at(a, 0, 0), at(b, 0, 0)), a.under);
  const entries = new Array<Whole>(a.entries.length);
  for (let i = 0; i < entries.length; i += 1) entries[i] = addWhole(a.entries[i] ?? 0, b.entries[i] ?? 0);
  return { rows: a.rows, columns: a.columns, entries, under: a.under };
};

/** a − b for blocks of one shape. */
export const minus = (a: Block, b: Block): Block => must(plus(a, scale(b, -1, 1)));

/** A block that is there: the shapes of a network always fit. */
export const must = (block: Block | undefined): Block => {
  if (!block) throw new Error('the shapes of a network always fit');
  return block;
};

/** Σ_k a_ik b_kj; diagonal and zero blocks are common, so products with zero are left out. */
const entryOfProduct = (a: Block, b: Block, i: number, j: number): Whole => {
  let sum: Whole = 0;
  for (let k = 0; k < a.columns; k += 1) {
    const x = at(a, i, k);
    const y = at(b, k, j);
    if (x !== 0 && y !== 0) sum = addWhole(sum, multiplyWhole(x, y));
  }
  return sum;
};

/** The matrix product, a 1 × 1 factor scaling; `undefined` where the shapes do not fit. */
export const times = (a: Block, b: Block): Block | undefined => {
  if (isScalar(a)) return scale(b, at(a, 0, 0), a.under);
  if (isScalar(b)) return scale(a, at(b, 0, 0), b.under);
  if (a.columns !== b.rows) return undefined;
  const entries = new Array<Whole>(a.rows * b.columns);
  for (let i = 0; i < a.rows; i += 1)
    for (let j = 0; j < b.columns; j += 1) entries[i * b.columns + j] = entryOfProduct(a, b, i, j);
  return { rows: a.rows, columns: b.columns, entries, under: multiplyWhole(a.under, b.under) };
};

/** Equal in shape and in every entry. */
export const sameBlock = (a: Block, b: Block): boolean => {
  if (a.rows !== b.rows || a.columns !== b.columns) return false;
  if (a.under !== b.under) return sameBlock(...alike(a, b));
  for (let i = 0; i < a.entries.length; i += 1) if (a.entries[i] !== b.entries[i]) return false;
  return true;
};

/** Whether a ≤ b for two numbers. */
export const atMost = (a: Block, b: Block): boolean =>
  multiplyWhole(at(a, 0, 0), b.under) <= multiplyWhole(at(b, 0, 0), a.under);

/** ‖block‖² in the Frobenius norm: exact, and ‖AB‖² ≤ ‖A‖²‖B‖². */
const squaredFrobenius = ({ entries, under }: Block): Block => {
  let sum: Whole = 0;
  for (const entry of entries) sum = addWhole(sum, multiplyWhole(entry, entry));
  return single(sum, multiplyWhole(under, under));
};

/** The largest Σ_j |a_ij|, the norm induced by max |x_i|: ‖AB‖ ≤ ‖A‖‖B‖, and max |d_i| for a diagonal matrix. */
const largestRowSum = (block: Block): Block => {
  if (isScalar(block) && at(block, 0, 0) >= 0) return block;
  let largest: Whole = 0;
  for (let i = 0; i < block.rows; i += 1) {
    let sum: Whole = 0;
    for (let j = 0; j < block.columns; j += 1) sum = addWhole(sum, absoluteWhole(at(block, i, j)));
    if (sum > largest) largest = sum;
  }
  return single(largest, block.under);
};

/** Sizes that are multiplicative bounds; the letter of a norm in a derivation may stand for either. */
export const sizes = { frobenius: squaredFrobenius, 'row-sum': largestRowSum } as const;

/** The blocks side by side, all over one denominator. */
export const beside = (blocks: readonly Block[]): Block => {
  const [first, ...rest] = blocks;
  if (!first) return zeros(0, 0);
  return rest.reduce((left, block) => {
    const [a, b] = alike(left, block);
    return build(a.rows, a.columns + b.columns, a.under, (i, j) =>
      j < a.columns ? at(a, i, j) : at(b, i, j - a.columns),
    );
  }, first);
};
