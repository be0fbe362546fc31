import { evaluate } from '../../math/expression/evaluate.ts';
import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import { freeSymbols } from '../../math/expression/walk.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import type { Misconception, World } from '../../model/world.ts';
import { commonMutations } from './mutations/mutations.ts';
import { definitionsOf, namesOf } from './names.ts';
import { quantitiesOf } from './relevance.ts';

/** A way the student may have gone wrong. */
export interface Hypothesis {
  readonly id: string;
  readonly message: string;
  /** The same without any value. */
  readonly hint: string;
  /** Another convention for the same iterates, no slip. */
  readonly convention: boolean;
  /** The quantities whose definitions it changes. */
  readonly changed: readonly string[];
  /** A change of a constant or a function: it holds wherever that is used. */
  readonly holdsEverywhere: boolean;
  /** The names whose definitions it changes, where these are all it changes. */
  readonly names: readonly string[];
  /** The value of a target where the slip was made from the start; worked out once for a whole class. */
  readonly value: (target: Expression) => Value | undefined;
  /** A world in which the slip is made too. */
  readonly applied: (world: World) => World;
}

/** Most worlds that are tried for one section; a search has a step budget. */
const largestSearch = 400;

/** Digits asked of a world; students show fewer. */
const digits = 30;

/** The value a world gives a target, where it gives one; by evaluation alone, without looking for its exact form. */
export const valueIn = (world: World, target: Expression): Value | undefined => {
  const value = evaluate(world.prepare(target), world, digits);
  return value.kind === 'undefined' ? undefined : value;
};

const remembered = (compute: (target: Expression) => Value | undefined) => {
  const known = new Map<Expression, Value | undefined>();
  return (target: Expression): Value | undefined => {
    if (!known.has(target)) known.set(target, compute(target));
    return known.get(target);
  };
};

/** `v_{k+1}`, `(x_k, y_k)`. */
const countsSteps = (left: Expression): boolean =>
  left.kind === 'list'
    ? left.items.some(countsSteps)
    : left.kind === 'index' && left.indices.some((step) => freeSymbols(step).length > 0);

const hypothesis = ({ id, message, convention, replace }: Misconception, hint: string, world: World): Hypothesis => {
  let mutated: World | undefined;
  const value = remembered((target) => {
    mutated ??= world.mutate(replace);
    return valueIn(mutated, target);
  });
  return {
    id,
    message,
    hint,
    convention: convention === true,
    changed: replace.flatMap(({ left }) => quantitiesOf(left)),
    holdsEverywhere: replace.every(({ left }) => !countsSteps(left)),
    names: replace.every(({ left }) => left.kind === 'symbol') ? replace.map(({ left }) => printPlain(left)) : [],
    value,
    applied: (other) => other.mutate(replace),
  };
};

const within = (left: Expression): string => (left.kind === 'derivative' ? ` in ${printPlain(left)}` : '');

const generic = (world: World): readonly Hypothesis[] => {
  const names = namesOf(world);
  const definitions = definitionsOf(world);
  return commonMutations.flatMap(({ id, title, changes }) =>
    definitions.flatMap((definition) =>
      changes(definition, names).map(({ right, did, beside = [] }) =>
        hypothesis(
          {
            id,
            message: `It looks as if ${did}${within(definition.left)}.`,
            replace: [{ left: definition.left, right }, ...beside],
          },
          `${title}.`,
          world,
        ),
      ),
    ),
  );
};

/** Two given values of one shape, each in the place of the other: β_1 = 0.999 and β_2 = 0.9. */
const exchanged = (world: World): readonly Hypothesis[] => {
  const given = definitionsOf(world).filter(({ left, right }) => isName(left) && writtenNumber(right));
  return given.flatMap((one, i) =>
    given.slice(i + 1).map((other) => {
      const names = `${printPlain(one.left)} and ${printPlain(other.left)}`;
      const replace = [
        { left: one.left, right: other.right },
        { left: other.left, right: one.right },
      ];
      const message = `It looks as if ${names} were taken for each other.`;
      return hypothesis({ id: 'given-exchanged', message, replace }, message, world);
    }),
  );
};

const isName = ({ kind }: Expression): boolean => kind === 'symbol' || kind === 'index';

const known = new WeakMap<World, readonly Hypothesis[]>();

/**
 * All hypotheses about a section, the simplest first: the known misconceptions of its method, then every generic slip
 * in every definition. Worked out when the first wrong answer of a class asks for them.
 */
export const hypotheses = (world: World): readonly Hypothesis[] => {
  const before = known.get(world);
  if (before) return before;
  const named = world.misconceptions.map((one) => hypothesis(one, one.message, world));
  const all = [...named, ...generic(world), ...exchanged(world)].slice(0, largestSearch);
  known.set(world, all);
  return all;
};
