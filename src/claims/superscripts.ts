/** `x^{k+1}` is an iterate where the document writes iterates so, and a power elsewhere. */
import type { Expression, IndexNode } from '../math/expression/tree.ts';
import { mapTree } from '../math/expression/walk.ts';
import type { Symbols } from './symbols.ts';

const asIndex = (e: Extract<Expression, { kind: 'power' }>): IndexNode => ({
  kind: 'index',
  base: e.base,
  indices: [e.exponent],
  position: 'super',
  ...(e.at && { at: e.at }),
});

const stepOf = (e: Expression): number | undefined =>
  e.kind === 'number' && /^\d{1,6}$/.test(e.text) ? Number(e.text) : undefined;

/** The steps whose left side this is: `x^3`, `(x^3, y^3)`. */
const leftStep = (e: Expression, bases: ReadonlySet<string>): number | undefined => {
  if (e.kind === 'list') return e.items.map((item) => leftStep(item, bases)).find((step) => step !== undefined);
  if (e.kind !== 'power' || e.base.kind !== 'symbol' || !bases.has(e.base.name)) return undefined;
  return stepOf(e.exponent);
};

const leftMember = (tree: Expression): Expression => {
  if (tree.kind === 'relation') return tree.members[0] ?? tree;
  if (tree.kind === 'sequence') return tree.items[0] ? leftMember(tree.items[0]) : tree;
  return tree;
};

/**
 * Rewrites powers of the document's iterates as indices: always with a letter or 0 or 1 as the exponent, and on a line
 * for step 3 also `x^3` and `x^2`. `x^2` elsewhere may well be a square and stays one.
 */
export const withSuperscriptIndices = (tree: Expression, { iterates }: Symbols): Expression => {
  if (iterates.size === 0) return tree;
  const step = leftStep(leftMember(tree), iterates);
  return mapTree(tree, (e) => {
    if (e.kind !== 'power' || e.base.kind !== 'symbol' || !iterates.has(e.base.name)) return e;
    const own = stepOf(e.exponent);
    const isIndex = own === undefined || own <= 1 || (step !== undefined && (own === step || own === step - 1));
    return isIndex ? asIndex(e) : e;
  });
};
