import { index, num } from '../../math/expression/build.ts';
import type { Expression, IndexNode, SymbolNode } from '../../math/expression/tree.ts';

/**
 * A name taken apart: `x_3` is base `x` with index `3`. `x^{(3)}` is the same quantity in another notation, and
 * `x^{(3)}_1` and `(x_3)_1` are both base `x` with indices `3, 1`.
 */
export interface NameParts {
  readonly base: string;
  readonly indices: readonly Expression[];
}

/** The parts of a symbol or an index node; `undefined` for anything else. */
export const partsOf = (e: Expression): NameParts | undefined => {
  if (e.kind === 'symbol') return { base: e.name, indices: [] };
  if (e.kind !== 'index') return undefined;
  const inner = partsOf(e.base);
  return inner && { base: inner.base, indices: [...inner.indices, ...e.indices] };
};

/** The name with these parts. */
export const nameOf = ({ base, indices }: NameParts): SymbolNode | IndexNode => {
  const symbol: SymbolNode = { kind: 'symbol', name: base };
  return indices.length === 0 ? symbol : index(symbol, indices);
};

/** A name whose indices are whole numbers: the `x_3` that has a value. */
export interface Quantity {
  readonly base: string;
  readonly indices: readonly number[];
}

export const quantityKey = ({ base, indices }: Quantity): string => `${base}|${indices.join(',')}`;

const integer = (n: number): Expression => (n < 0 ? { kind: 'negative', of: num(-n) } : num(n));

/** The quantity as a name again. */
export const quantityName = ({ base, indices }: Quantity): SymbolNode | IndexNode =>
  nameOf({ base, indices: indices.map(integer) });
