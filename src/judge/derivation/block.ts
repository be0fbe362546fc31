import { absolute, add, type Exact, fraction, maximum, multiply, one, sign, zero } from '../../math/number/exact.ts';

/**
 * A matrix of exact numbers, rows of equal length. Vectors are blocks of one row or one column, scalars 1 × 1;
 * a 1 × 1 block multiplies a block of any shape.
 */
export type Block = readonly (readonly Exact[])[];

export const scalar = (value: Exact): Block => [[value]];
export const integer = (value: number): Block => scalar(fraction(BigInt(value)));

export const rowsOf = (block: Block): number => block.length;
const columnsOf = (block: Block): number => block[0]?.length ?? 0;
export const isScalar = (block: Block): boolean => rowsOf(block) === 1 && columnsOf(block) === 1;

const build = (rows: number, columns: number, entry: (row: number, column: number) => Exact): Block => {
  const built: Exact[][] = [];
  for (let i = 0; i < rows; i += 1) {
    const row: Exact[] = [];
    for (let j = 0; j < columns; j += 1) row.push(entry(i, j));
    built.push(row);
  }
  return built;
};

const at = (block: Block, row: number, column: number): Exact => block[row]?.[column] ?? zero;

export const identity = (size: number): Block => build(size, size, (i, j) => (i === j ? one : zero));
export const zeros = (rows: number, columns: number): Block => build(rows, columns, () => zero);
export const transpose = (block: Block): Block => build(columnsOf(block), rowsOf(block), (i, j) => at(block, j, i));

/** The diagonal matrix of a vector; a square matrix is taken as diagonal already. */
export const diagonal = (block: Block): Block => {
  if (rowsOf(block) === columnsOf(block)) return block;
  const entries = block.flat();
  return build(entries.length, entries.length, (i, j) => (i === j ? (entries[i] ?? zero) : zero));
};

export const scale = (block: Block, factor: Exact): Block => block.map((row) => row.map((x) => multiply(x, factor)));

/** `undefined` where the shapes do not fit. */
export const plus = (a: Block, b: Block): Block | undefined =>
  rowsOf(a) === rowsOf(b) && columnsOf(a) === columnsOf(b)
    ? build(rowsOf(a), columnsOf(a), (i, j) => add(at(a, i, j), at(b, i, j)))
    : undefined;

/** Σ_k a_ik b_kj; diagonal and zero blocks are common, so products with zero are left out. */
const entryOfProduct = (row: readonly Exact[], b: Block, j: number): Exact => {
  let sum = zero;
  for (let k = 0; k < row.length; k += 1) {
    const [x, y] = [row[k], b[k]?.[j]];
    if (x && y && sign(x) !== 0 && sign(y) !== 0) sum = add(sum, multiply(x, y));
  }
  return sum;
};

/** The matrix product, a 1 × 1 factor scaling; `undefined` where the shapes do not fit. */
export const times = (a: Block, b: Block): Block | undefined => {
  if (isScalar(a)) return scale(b, at(a, 0, 0));
  if (isScalar(b)) return scale(a, at(b, 0, 0));
  if (columnsOf(a) !== rowsOf(b)) return undefined;
  return build(rowsOf(a), columnsOf(b), (i, j) => entryOfProduct(a[i] ?? [], b, j));
};

/** ‖block‖² in the Frobenius norm: exact, and ‖AB‖² ≤ ‖A‖²‖B‖². */
const squaredFrobenius = (block: Block): Exact => block.flat().reduce((sum, x) => add(sum, multiply(x, x)), zero);

/** The largest Σ_j |a_ij|, the norm induced by max |x_i|: ‖AB‖ ≤ ‖A‖‖B‖, and max |d_i| for a diagonal matrix. */
const largestRowSum = (block: Block): Exact =>
  block.map((row) => row.reduce((sum, x) => add(sum, absolute(x)), zero)).reduce(maximum, zero);

/** Sizes that are multiplicative bounds; the letter of a norm in a derivation may stand for either. */
export const sizes = { frobenius: squaredFrobenius, 'row-sum': largestRowSum } as const;

/** The blocks side by side. */
export const beside = (blocks: readonly Block[]): Block =>
  (blocks[0] ?? []).map((_, row) => blocks.flatMap((block) => block[row] ?? []));
