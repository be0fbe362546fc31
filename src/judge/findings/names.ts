import { index, num } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import { freeSymbols, substitute, treeKey } from '../../math/expression/walk.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import type { World } from '../../model/world.ts';
import type { Definition, Named } from './mutations/mutation.ts';

const digits = 30;

const isDerivative = ({ left }: Definition): boolean => left.kind === 'derivative';

/**
 * The definitions that count, an inner one hiding an outer one of the same name: derivatives before the functions they
 * are taken of, as slips are made in them sooner.
 */
export const definitionsOf = (world: World): readonly Definition[] => {
  const first = new Map<string, Definition>();
  for (const definition of world.definitions) {
    const key = treeKey(definition.left);
    if (!first.has(key)) first.set(key, definition);
  }
  const all = [...first.values()];
  return [...all.filter(isDerivative), ...all.filter((one) => !isDerivative(one))];
};

const shapeOf = (value: Value): string | undefined => {
  switch (value.kind) {
    case 'exact':
    case 'enclosure':
      return 'number';
    case 'vector':
      return `vector ${value.items.length}`;
    case 'matrix':
      return `matrix ${value.rows.length} ${value.rows[0]?.length ?? 0}`;
    default:
      return undefined;
  }
};

/** `v_{k+1}` at k = 0. */
const firstStep = (name: Expression): Expression =>
  name.kind === 'index'
    ? {
        ...name,
        indices: name.indices.map((step) => substitute(step, (e) => (e.kind === 'symbol' ? num(0) : undefined))),
      }
    : name;

/** The `v_k` of `v_{k+1}`: the series by itself. */
const series = (name: Expression): Expression => {
  const [step] = name.kind === 'index' ? name.indices : [];
  const [variable] = step ? freeSymbols(step) : [];
  return name.kind === 'index' && variable ? index(name.base, [variable], name.position) : name;
};

const isName = ({ kind }: Expression): boolean => kind === 'symbol' || kind === 'index';

const namedBy = ({ left, right }: Definition, world: World): readonly Named[] => {
  if (!isName(left)) return [];
  if (writtenNumber(right)) return [{ name: left, shape: 'constant' }];
  const answer = world.answer(firstStep(left), digits);
  const shape = answer.kind === 'value' ? shapeOf(answer.value) : undefined;
  return shape === undefined ? [] : [{ name: series(left), shape }];
};

const known = new WeakMap<World, readonly Named[]>();

/** The names that a section defines, each with its shape; worked out once for a class. */
export const namesOf = (world: World): readonly Named[] => {
  const found = known.get(world) ?? definitionsOf(world).flatMap((definition) => namedBy(definition, world));
  known.set(world, found);
  return found;
};
