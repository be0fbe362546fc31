import type { Expression } from '../../math/expression/tree.ts';
import type { Claim } from '../../model/claim.ts';
import type { World } from '../../model/world.ts';
import type { Stated } from './stated.ts';

/** Stated earlier, and in the same section: another section's x_2 is another quantity. A gradient holds everywhere. */
export const isBefore = (one: Stated, claim: Claim): boolean =>
  one.claim.order < claim.order && (one.kind === 'function' || one.claim.section === claim.section);

/**
 * The values a student had written down for the quantities an answer is computed from: of each the latest before the
 * answer, in the same section of the document. Nearest quantities first.
 */
export const ownValues = (
  target: Expression,
  claim: Claim,
  world: World,
  stated: readonly Stated[],
  key: (e: Expression) => string | undefined,
): readonly Stated[] => {
  const before = stated.filter((one) => isBefore(one, claim));
  const itself = key(target);
  const own = world.dependencies(target).flatMap((quantity) => {
    const name = key(quantity);
    const latest = name === undefined || name === itself ? undefined : before.findLast((one) => one.key === name);
    return latest ? [latest] : [];
  });
  return [...new Map(own.map((one) => [one.key, one])).values()];
};

/** The world in which these quantities are what the student wrote, of each the last time. */
export const assuming = (world: World, values: readonly Stated[]): World => {
  const last = new Map(values.map((one) => [one.key, one]));
  if (last.size === 0) return world;
  return world.mutate([...last.values()].map(({ quantity, value }) => ({ left: quantity, right: value })));
};
