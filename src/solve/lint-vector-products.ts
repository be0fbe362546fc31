import { printPlain } from '../math/expression/print-plain.ts';
import type { Expression } from '../math/expression/tree.ts';
import { nodes } from '../math/expression/walk.ts';
import type { Notice } from '../model/notice.ts';
import type { RubricSection } from '../model/rubric.ts';
import type { World } from '../model/world.ts';

/** Enough to see what is a vector. */
const digits = 5;

const isVector = (e: Expression, world: World): boolean => {
  if (e.kind === 'list') return e.open === '(' && e.items.length > 1;
  return e.kind === 'symbol' && world.value(e, digits)?.kind === 'vector';
};

/** The first two vectors side by side in a product: `a b`, `a·b`. */
const pairIn = (e: Expression, world: World): readonly [Expression, Expression] | undefined => {
  for (const node of nodes(e)) {
    if (node.kind !== 'product') continue;
    const at = node.factors.findIndex((factor, i) => {
      const next = node.factors[i + 1];
      return next !== undefined && isVector(factor, world) && isVector(next, world);
    });
    const [a, b] = node.factors.slice(at, at + 2);
    if (at >= 0 && a && b) return [a, b];
  }
  return undefined;
};

/** `(a·b)/(a·a) a` with vectors goes component by component, as optimizers have it; whoever means the inner product is told. */
export const lintVectorProducts = (section: RubricSection, world: World): readonly Notice[] =>
  section.given.flatMap(({ left, right, place }) => {
    const [a, b] = pairIn(right, world) ?? [];
    if (!a || !b) return [];
    const [first, second] = [printPlain(a), printPlain(b)];
    const message = `${printPlain(left)} multiplies the vectors ${first} and ${second} component by component. Write \`${first}^T ${second}\` for their inner product, \`${first} ⊙ ${second}\` if this is meant.`;
    return [{ id: 'solve/vectors-multiplied', severity: 'warning', message, ...(place ? { place } : {}) }];
  });
