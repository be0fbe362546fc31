import type { Expression } from '../../math/expression/tree.ts';
import type { Claim } from '../../model/claim.ts';
import type { World } from '../../model/world.ts';
import type { Stated } from './stated.ts';

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
  const before = stated.filter((one) => one.claim.order < claim.order && one.claim.section === claim.section);
  const own = world.dependencies(target).flatMap((quantity) => {
    const name = key(quantity);
    const latest = name === undefined ? undefined : before.findLast((one) => one.key === name);
    return latest ? [latest] : [];
  });
  return [...new Map(own.map((one) => [one.key, one])).values()];
};

/** The world in which these quantities are what the student wrote. */
export const assuming = (world: World, values: readonly Stated[]): World =>
  values.reduce((changed, { quantity, value }) => changed.assume(quantity, value), world);
