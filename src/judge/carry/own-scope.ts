import { evaluate } from '../../math/expression/evaluate.ts';
import { emptyScope, type Scope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import { sameTree } from '../../math/expression/walk.ts';
import type { World } from '../../model/world.ts';
import type { Key } from '../locate/naming.ts';
import { answerTo, isFunctionOf } from './known-answers.ts';
import { assuming } from './own-values.ts';
import { isOfNumbers, type Stated } from './stated.ts';

const digits = 30;

/**
 * Whether the student has another function than the definitions give. Of a quantity nothing is defined about, the world
 * only says its name again; a gradient that is told in numbers, `∇f = (7.3, 5.95)`, is its value at the step at hand.
 */
const isOther = (one: Stated, world: World): boolean => {
  const { quantity, value } = one;
  if (isOfNumbers(value)) return false;
  const right = answerTo(one, world);
  if (right.kind !== 'function' || sameTree(right.expression, quantity) || sameTree(right.expression, value))
    return false;
  return isFunctionOf(one, world) === false;
};

/** The world with the gradients that the student has wrong, where there are any. */
export const withOwnFunctions = (world: World, stated: readonly Stated[]): World =>
  assuming(
    world,
    stated.filter((one) => one.kind === 'function' && isOther(one, world)),
  );

/**
 * What names stand for at a point of the document: what the student had written down for them before, as `latest` tells,
 * else what the definitions give.
 */
export const ownScope = (world: World, latest: (name: string) => Expression | undefined, key: Key): Scope => {
  const known = new Map<string, Value | undefined>();
  const own = (name: string): Value | undefined => {
    if (known.has(name)) return known.get(name);
    const written = latest(name);
    const value = written && evaluate(written, emptyScope, digits);
    known.set(name, value);
    return value;
  };
  return {
    value: (node, precision) => {
      const name = key(node);
      return (name === undefined ? undefined : own(name)) ?? world.value(node, precision);
    },
    function: world.function,
  };
};
