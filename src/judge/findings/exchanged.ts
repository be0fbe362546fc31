import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { World } from '../../model/world.ts';
import type { Key } from '../locate/naming.ts';
import { agrees } from './agreement.ts';
import { valueIn } from './hypothesis.ts';
import { quantitiesOf } from './relevance.ts';

/** A wrong answer and what it was asked for. */
export interface Claimed {
  readonly target: Expression;
  readonly claimed: Expression;
}

const isValueOf = (claimed: Expression, target: Expression, world: World): boolean => {
  const value = valueIn(world, target);
  return value !== undefined && agrees(claimed, value) === true;
};

const sameLetter = (a: Expression, b: Expression): boolean => {
  const [letters, others] = [quantitiesOf(a), quantitiesOf(b)];
  return letters.length > 0 && letters.join() === others.join();
};

const dependsOn = (target: Expression, other: Expression, world: World, key: Key): boolean =>
  world.dependencies(target).some((quantity) => key(quantity) === key(other));

/**
 * The quantity whose value was given in the place of this one, where that one was given in exchange: λ_1 and λ_2 in
 * the other order. Of quantities that are computed from each other, the steps of an iteration, the order is no choice.
 */
export const exchangedWith = (one: Claimed, others: readonly Claimed[], world: World, key: Key): string | undefined => {
  const other = others.find(
    ({ target, claimed }) =>
      target !== one.target &&
      sameLetter(target, one.target) &&
      isValueOf(claimed, one.target, world) &&
      isValueOf(one.claimed, target, world) &&
      !dependsOn(target, one.target, world, key) &&
      !dependsOn(one.target, target, world, key),
  );
  return other && printPlain(other.target);
};
