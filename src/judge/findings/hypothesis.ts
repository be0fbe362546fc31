import type { World } from '../../model/world.ts';
import { mutations } from './mutations/mutations.ts';

/** A way the student may have gone wrong, and the world in which that is right. */
export interface Hypothesis {
  readonly id: string;
  readonly message: string;
  readonly world: World;
}

/** Most worlds that are tried for one section; a search has a step budget. */
export const largestSearch = 400;

/**
 * All hypotheses about a section, the simplest first: the known misconceptions of its method, then every generic slip
 * in every definition. Their worlds compute nothing until they are asked.
 */
export const hypotheses = (world: World): readonly Hypothesis[] => {
  const known = world.misconceptions.map(({ id, message, replace }) => ({ id, message, world: world.mutate(replace) }));
  const generic = mutations.flatMap(({ id, changes }) =>
    world.definitions.flatMap((definition) =>
      changes(definition).map(({ right, did }) => ({
        id,
        message: `It looks as if ${did}.`,
        world: world.mutate([{ left: definition.left, right }]),
      })),
    ),
  );
  return [...known, ...generic].slice(0, largestSearch);
};
