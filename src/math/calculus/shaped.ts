/** Arithmetic on expressions by their components. */
import { product, sum } from '../expression/build.ts';
import type { Expression } from '../expression/tree.ts';

interface Vector {
  readonly kind: 'vector';
  readonly items: readonly Expression[];
}

interface Grid {
  readonly kind: 'grid';
  readonly rows: readonly (readonly Expression[])[];
}

interface Single {
  readonly kind: 'single';
  readonly of: Expression;
}

/** An expression by its components. */
export type Shaped = Single | Vector | Grid;

export const single = (of: Expression): Single => ({ kind: 'single', of });
export const vector = (items: readonly Expression[]): Vector => ({ kind: 'vector', items });
export const grid = (rows: readonly (readonly Expression[])[]): Grid => ({ kind: 'grid', rows });

/** The change made to every component. */
export const each = (of: Shaped, change: (e: Expression) => Expression): Shaped => {
  if (of.kind === 'single') return single(change(of.of));
  if (of.kind === 'vector') return vector(of.items.map(change));
  return grid(of.rows.map((row) => row.map(change)));
};

/** A row written as a matrix is a vector where a vector is wanted. */
const flat = (of: Shaped): Shaped => (of.kind === 'grid' && of.rows.length === 1 ? vector(of.rows[0] ?? []) : of);

/** The sum of equal shapes; undefined for others. */
export const addShaped = (a: Shaped, b: Shaped): Shaped | undefined => {
  const [left, right] = a.kind === b.kind ? [a, b] : [flat(a), flat(b)];
  if (left.kind === 'single' && right.kind === 'single') return single(sum([left.of, right.of]));
  if (left.kind === 'vector' && right.kind === 'vector')
    return left.items.length === right.items.length
      ? vector(left.items.map((item, k) => sum([item, right.items[k] as Expression])))
      : undefined;
  if (left.kind !== 'grid' || right.kind !== 'grid' || left.rows.length !== right.rows.length) return undefined;
  return grid(left.rows.map((row, i) => row.map((item, j) => sum([item, right.rows[i]?.[j] ?? item]))));
};

/** Σ a_k b_k. */
export const dot = (a: readonly Expression[], b: readonly Expression[]): Expression =>
  sum(a.map((item, k) => product([item, b[k] as Expression])));

const columns = (of: Grid): readonly (readonly Expression[])[] =>
  (of.rows[0] ?? []).map((_, j) => of.rows.map((row) => row[j] as Expression));

const widthOf = (of: Grid): number => of.rows[0]?.length ?? 0;

const gridTimes = (a: Grid, b: Vector | Grid): Shaped | undefined => {
  if (b.kind === 'grid')
    return widthOf(a) === b.rows.length
      ? grid(a.rows.map((row) => columns(b).map((column) => dot(row, column))))
      : undefined;
  if (widthOf(a) !== b.items.length) return undefined;
  const items = a.rows.map((row) => dot(row, b.items));
  return items.length === 1 ? single(items[0] as Expression) : vector(items);
};

/** The product where shapes fit; two vectors have none. */
export const multiplyShaped = (a: Shaped, b: Shaped): Shaped | undefined => {
  if (a.kind === 'single') return each(b, (item) => product([a.of, item]));
  if (b.kind === 'single') return each(a, (item) => product([item, b.of]));
  if (a.kind === 'grid') return gridTimes(a, b);
  const row = b.kind === 'grid' && b.rows.length === 1 ? b.rows[0] : undefined;
  return row && grid(a.items.map((item) => row.map((entry) => product([item, entry]))));
};

/** A vector becomes a row, a row or column a vector. */
export const transposed = (of: Shaped): Shaped => {
  if (of.kind === 'single') return of;
  if (of.kind === 'vector') return grid([of.items]);
  return of.rows.length === 1 ? vector(of.rows[0] ?? []) : grid(columns(of));
};
