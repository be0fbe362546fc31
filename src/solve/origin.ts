import type { Expression } from '../math/expression/tree.ts';
import { type Binding, boundIndex, indexPattern } from './definitions/index-pattern.ts';
import { iterateName } from './definitions/iterate.ts';
import { partsOf, type Quantity } from './definitions/names.ts';
import type { Need } from './definitions/ready.ts';
import type { DefinitionTable, Found } from './definitions/table.ts';

/** The quantities that a definition's right side names, under a binding. */
const neededBy = (needs: readonly Need[], binding: Binding): readonly Quantity[] => {
  const found: Quantity[] = [];
  for (const { base, patterns } of needs) {
    const indices = patterns.map((pattern) => boundIndex(pattern, binding));
    if (!binding.has(base) && !indices.includes(undefined)) found.push({ base, indices: indices as number[] });
  }
  return found;
};

const nothing: Binding = new Map();

const none: readonly number[] = [];

/** The quantity that a name with whole indices is. */
export const quantityOf = (name: Expression): Quantity | undefined => {
  if (name.kind === 'symbol') return { base: name.name, indices: none };
  const parts = partsOf(name);
  const indices = parts?.indices.map((each) => boundIndex(indexPattern(each), nothing)) ?? [];
  const known = indices.filter((each) => each !== undefined);
  return parts && known.length === indices.length ? { base: parts.base, indices: known } : undefined;
};

/** How a quantity comes about: by a definition, as a component of a vector, or as the vector of its coordinates. */
type Origin =
  | { readonly kind: 'definition'; readonly found: Found }
  | { readonly kind: 'component'; readonly whole: Quantity; readonly position: number }
  | { readonly kind: 'tuple'; readonly parts: readonly Quantity[] }
  /** The method's name for the rubric's iterate: `p_2` is `θ_2`. */
  | { readonly kind: 'alias'; readonly of: Quantity };

/** Where a quantity's value comes from; `undefined` where nothing defines it. */
export const originOf = (quantity: Quantity, table: DefinitionTable): Origin | undefined => {
  const found = table.find(quantity);
  if (found) return { kind: 'definition', found };
  const coordinates = table.coordinates(quantity.base);
  if (coordinates) return { kind: 'tuple', parts: coordinates.map((base) => ({ base, indices: quantity.indices })) };
  if (quantity.base === iterateName && table.iterate && table.iterate.name !== iterateName) {
    return { kind: 'alias', of: { ...quantity, base: table.iterate.name } };
  }
  const last = quantity.indices.at(-1);
  const whole = { base: quantity.base, indices: quantity.indices.slice(0, -1) };
  return last !== undefined && last > 0 && originOf(whole, table)
    ? { kind: 'component', whole, position: last - 1 }
    : undefined;
};

/** The quantities a value is computed from in one step, in written order. */
export const inputsOf = (quantity: Quantity, table: DefinitionTable): readonly Quantity[] => {
  const origin = originOf(quantity, table);
  if (!origin) return [];
  if (origin.kind === 'component') return [origin.whole];
  if (origin.kind === 'tuple') return origin.parts;
  if (origin.kind === 'alias') return [origin.of];
  const inside = table.fixedInside(quantity).values();
  return [...inside, ...neededBy(table.ready(origin.found.rule).needs(), origin.found.binding)];
};
