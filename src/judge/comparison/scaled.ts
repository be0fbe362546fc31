import { product, quotient } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';

type Entrywise = (entry: Expression) => Expression;

/** A vector or matrix with every entry changed; the rows of a matrix may be lists in a list. */
const entrywise = (e: Expression, change: Entrywise): Expression | undefined => {
  if (e.kind === 'list' && e.items.length > 1 && e.open !== '{')
    return { ...e, items: e.items.map((item) => entrywise(item, change) ?? change(item)) };
  return e.kind === 'matrix' ? { ...e, rows: e.rows.map((row) => row.map(change)) } : undefined;
};

/** The one factor that is a vector or a matrix, and what it is multiplied by. */
const scaledProduct = (factors: readonly Expression[]): Expression | undefined => {
  const wide = factors.filter((factor) => entrywise(factor, (entry) => entry));
  const [only] = wide;
  if (!only || wide.length > 1) return undefined;
  return entrywise(only, (entry) => product(factors.map((factor) => (factor === only ? entry : factor))));
};

/** `(1/√5)(1, −2)` as the vector `(1/√5·1, 1/√5·(−2))`, `(5, 4)/3` as `(5/3, 4/3)`; anything else as it is. */
export const scaled = (e: Expression): Expression => {
  if (e.kind === 'product') return scaledProduct(e.factors) ?? e;
  if (e.kind === 'quotient') return entrywise(e.over, (entry) => quotient(entry, e.under)) ?? e;
  if (e.kind === 'negative') return entrywise(scaled(e.of), (entry) => ({ kind: 'negative', of: entry })) ?? e;
  return e;
};
