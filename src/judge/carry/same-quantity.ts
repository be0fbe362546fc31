import type { Expression, IndexNode, SymbolNode } from '../../math/expression/tree.ts';
import { freeSymbols, sameTree } from '../../math/expression/walk.ts';
import type { RubricSection } from '../../model/rubric.ts';

type Name = SymbolNode | IndexNode;

const baseOf = (e: Expression): string | undefined => {
  if (e.kind === 'symbol') return e.name;
  if (e.kind === 'index') return baseOf(e.base);
  return e.kind === 'apply' ? baseOf(e.operator) : undefined;
};

/** `x_{k+1}` and `x` say what `x_2` is; `x_0` does not. */
const defines = (left: Expression, name: Name): boolean => {
  if (left.kind === 'list') return left.items.some((item) => defines(item, name));
  if (baseOf(left) !== baseOf(name)) return false;
  if (left.kind !== 'index' || sameTree(left, name)) return true;
  return left.indices.some((index) => freeSymbols(index).length > 0);
};

const isModelled = ({ method, world }: RubricSection): boolean => method !== undefined || world !== undefined;

/** The section, from the innermost outwards, whose definitions, else whose method or model, say what the name is. */
const definedIn = (name: Name, section: RubricSection): RubricSection | undefined => {
  for (let at: RubricSection | undefined = section; at; at = at.parent)
    if (at.given.some(({ left }) => defines(left, name))) return at;
  let at: RubricSection | undefined = section;
  while (at && !isModelled(at)) at = at.parent;
  return at;
};

const isDefinedAlike = (quantity: Expression, a: RubricSection, b: RubricSection): boolean =>
  freeSymbols(quantity).every((name) => {
    const home = definedIn(name, a);
    return home !== undefined && home === definedIn(name, b);
  });

type BySection<T> = Map<RubricSection, T>;

/** Plain names that are remembered of two sections: a class writes the same ones. */
const mostNames = 200;

const known = new WeakMap<RubricSection, BySection<Map<string, boolean>>>();

/** `x_2` and `x` as they are written; other quantities are looked at again. */
export const writtenName = (e: Expression): string | undefined => {
  if (e.kind === 'symbol') return e.name;
  if (e.kind !== 'index' || e.base.kind !== 'symbol') return undefined;
  const [first] = e.indices;
  return e.indices.length === 1 && first?.kind === 'number' ? `${e.base.name} ${e.position} ${first.text}` : undefined;
};

const rememberedOf = (a: RubricSection, b: RubricSection): Map<string, boolean> => {
  const ofFirst: BySection<Map<string, boolean>> = known.get(a) ?? new Map();
  known.set(a, ofFirst);
  const ofBoth = ofFirst.get(b) ?? new Map<string, boolean>();
  ofFirst.set(b, ofBoth);
  return ofBoth;
};

/**
 * Whether a quantity is the same in two sections of the assignment: the `h` of a forward and of a backward pass, defined
 * in the section around both, is; the `x_2` of two methods is not.
 */
export const isSameQuantity = (quantity: Expression, a: RubricSection, b: RubricSection): boolean => {
  if (a === b) return true;
  const name = writtenName(quantity);
  if (name === undefined) return isDefinedAlike(quantity, a, b);
  const names = rememberedOf(a, b);
  const found = names.get(name) ?? isDefinedAlike(quantity, a, b);
  if (names.size < mostNames) names.set(name, found);
  return found;
};
