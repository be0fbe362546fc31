/** What the definitions say of quantities that students state; a class asks for the same few. */
import { equalExpressions } from '../../math/expression/equality.ts';
import { size, treeKey } from '../../math/expression/walk.ts';
import type { Reference, World } from '../../model/world.ts';
import { writtenName } from './same-quantity.ts';
import type { Stated } from './stated.ts';

const digits = 30;

/** Quantities of a world that are remembered. */
const mostQuantities = 200;

const answers = new WeakMap<World, Map<string, Reference>>();

/** Functions go by their one spelling, in which they are asked for; values as they are written. */
const nameOf = ({ kind, key, quantity }: Stated): string | undefined =>
  kind === 'function' ? `function ${key}` : writtenName(quantity);

/** What a world says of a quantity. */
export const answerTo = (one: Stated, world: World): Reference => {
  const name = nameOf(one);
  if (name === undefined) return world.answer(one.quantity, digits);
  const known = answers.get(world) ?? new Map<string, Reference>();
  if (known.size >= mostQuantities) known.clear();
  answers.set(world, known);
  const found = known.get(name) ?? world.answer(one.quantity, digits);
  known.set(name, found);
  return found;
};

interface Equality {
  readonly equal: boolean | undefined;
}

const equalities = new WeakMap<World, Map<string, Equality>>();

const functionOf = (one: Stated, world: World): Equality => {
  const right = answerTo(one, world);
  if (right.kind !== 'function') return { equal: undefined };
  return { equal: equalExpressions(one.value, right.expression, { scope: world }).equal };
};

/** Larger formulas are compared each time. */
const largestFormula = 60;

/** Whether a stated expression is the function that a world has there; `undefined` where that cannot be told. */
export const isFunctionOf = (one: Stated, world: World): boolean | undefined => {
  const name = nameOf(one);
  if (name === undefined || size(one.value, largestFormula) >= largestFormula) return functionOf(one, world).equal;
  const known = equalities.get(world) ?? new Map<string, Equality>();
  if (known.size >= mostQuantities) known.clear();
  equalities.set(world, known);
  const written = `${name} ${treeKey(one.value)}`;
  const found = known.get(written) ?? functionOf(one, world);
  known.set(written, found);
  return found.equal;
};
