import { list, negative, num, power, product, root, sum } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';

/** An expression taken apart into numbers. */
export type Spread =
  | { readonly kind: 'number'; readonly value: Expression }
  | { readonly kind: 'vector'; readonly items: readonly Expression[] }
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly Expression[])[] };

/** A number as it is. */
export const number = (value: Expression): Spread => ({ kind: 'number', value });
/** A vector of its components. */
export const vector = (items: readonly Expression[]): Spread => ({ kind: 'vector', items });
/** A matrix of its rows. */
export const matrix = (rows: readonly (readonly Expression[])[]): Spread => ({ kind: 'matrix', rows });

/** The expression that the parts are parts of. */
export const whole = (spread: Spread): Expression => {
  if (spread.kind === 'number') return spread.value;
  return spread.kind === 'vector' ? list(spread.items) : { kind: 'matrix', rows: spread.rows };
};

/** The same change to every part. */
export const mapped = (of: Spread, change: (part: Expression) => Expression): Spread => {
  if (of.kind === 'number') return number(change(of.value));
  return of.kind === 'vector' ? vector(of.items.map(change)) : matrix(of.rows.map((row) => row.map(change)));
};

/** Parts put together component by component; a number goes with every component. */
export const combined = (
  all: readonly Spread[],
  combine: (parts: readonly Expression[]) => Expression,
): Spread | undefined => {
  const model = all.find((each) => each.kind !== 'number');
  if (!model) return number(combine(all.map(whole)));
  const pick = (each: Spread, i: number, j: number): Expression | undefined => {
    if (each.kind === 'number') return each.value;
    return each.kind === 'vector' ? each.items[i] : each.rows[i]?.[j];
  };
  if (all.some((each) => each.kind !== 'number' && each.kind !== model.kind)) return undefined;
  const at = (i: number, j: number): Expression | undefined => {
    const parts = all.map((each) => pick(each, i, j)).filter((part) => part !== undefined);
    return parts.length === all.length ? combine(parts) : undefined;
  };
  const rows = (
    model.kind === 'vector' ? model.items.map((item) => [item]) : model.kind === 'matrix' ? model.rows : []
  ).map((row, i) => row.map((_, j) => at(i, j)).filter((part) => part !== undefined));
  return model.kind === 'vector' ? vector(rows.flat()) : matrix(rows);
};

/** Σ a_i b_i. */
export const dot = (a: readonly Expression[], b: readonly Expression[]): Expression =>
  sum(a.map((item, i) => product([item, b[i] ?? num(0)])));

const columnsOf = (rows: readonly (readonly Expression[])[]): readonly (readonly Expression[])[] =>
  (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? num(0)));

const scaled = (factor: Expression, of: Spread): Spread => mapped(of, (part) => product([factor, part]));

const vectorOrNumber = (items: readonly Expression[]): Spread =>
  items.length === 1 ? number(items[0] ?? num(0)) : vector(items);

/** A column times a row is the outer product; to the left of any other matrix a vector is a row. */
const rowTimes = (items: readonly Expression[], rows: readonly (readonly Expression[])[]): Spread | undefined => {
  const [first = []] = rows;
  if (rows.length === 1) return matrix(items.map((item) => first.map((part) => product([item, part]))));
  return rows.length === items.length ? vectorOrNumber(columnsOf(rows).map((column) => dot(items, column))) : undefined;
};

/** Matrix products as such; two vectors component by component, as the optimizers' papers write them. */
export const multiplied = (a: Spread | undefined, b: Spread | undefined): Spread | undefined => {
  if (!a || !b) return undefined;
  if (a.kind === 'number') return scaled(a.value, b);
  if (b.kind === 'number') return mapped(a, (part) => product([part, b.value]));
  if (a.kind === 'vector' && b.kind === 'vector') return combined([a, b], product);
  if (a.kind === 'matrix' && b.kind === 'vector') return vectorOrNumber(a.rows.map((row) => dot(row, b.items)));
  if (a.kind === 'vector' && b.kind === 'matrix') return rowTimes(a.items, b.rows);
  return a.kind === 'matrix' && b.kind === 'matrix'
    ? matrix(a.rows.map((row) => columnsOf(b.rows).map((column) => dot(row, column))))
    : undefined;
};

/** A vector becomes a row, a row a vector. */
export const transposed = (of: Spread): Spread => {
  if (of.kind === 'vector') return matrix([of.items]);
  if (of.kind === 'number') return of;
  return of.rows.length === 1 ? vector(of.rows[0] ?? []) : matrix(columnsOf(of.rows));
};

/** The matrix with the items on its diagonal. */
export const diagonal = (items: readonly Expression[]): Spread =>
  matrix(items.map((item, i) => items.map((_, j) => (i === j ? item : num(0)))));

/** √(a² + b²): a root that algebra can go on with. */
export const length = (items: readonly Expression[]): Expression => root(sum(items.map((item) => power(item, num(2)))));

/** Determinants of more rows are left to the evaluator: Laplace's expansion has n! terms. */
export const largestDeterminant = 4;

/** By Laplace’s expansion along the first row. */
export const determinant = (rows: readonly (readonly Expression[])[]): Expression => {
  const [first, ...rest] = rows;
  if (!first || rest.length === 0) return first?.[0] ?? num(1);
  const terms = first.map((entry, j) => {
    const minor = determinant(rest.map((row) => row.filter((_, column) => column !== j)));
    const term = product([entry, minor]);
    return j % 2 === 0 ? term : negative(term);
  });
  return sum(terms);
};
