import { evaluate } from '../../math/expression/evaluate.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import { sameTree, substitute, treeKey } from '../../math/expression/walk.ts';
import type { Misconception, World } from '../../model/world.ts';
import { components } from '../locate/components.ts';
import { backward } from './backward.ts';
import type { Change } from './mutations/mutation.ts';
import { mutations } from './mutations/mutations.ts';
import { namesOf } from './names.ts';

/** A slip in the one formula that an answer comes from. */
export interface StepSlip {
  /** The same slip at another step has the same key. */
  readonly key: string;
  readonly id: string;
  readonly message: string;
  readonly hint: string;
  /** The answer that the slip gives in a world, from what the student had before. */
  readonly value: (world: World) => Value | undefined;
}

/** The formula that a target comes from, as it was defined, and how it is put at the target's step. */
interface Source {
  readonly left: Expression;
  readonly defined: Expression;
  readonly at: (defined: Expression) => Expression;
  /** Which component of the formula's value is asked for. */
  readonly component: number;
}

/** Slips in one formula that are tried. */
const mostSlips = 160;

const digits = 30;

/** By its definition; a derivative by the layer behind it; `A B` is its own formula. */
const sourceOf = (target: Expression, world: World): Source => {
  const formula = world.formula(components(target)?.[0] ?? target);
  const items = formula ? components(formula.left) : undefined;
  const isWhole = formula !== undefined && sameTree(formula.left, target);
  const component = items?.findIndex((item) => sameTree(item, target)) ?? -1;
  if (formula && (isWhole || component >= 0)) return { ...formula, component: isWhole ? -1 : component };
  const defined = (target.kind === 'derivative' ? backward(target, world) : undefined) ?? target;
  return { left: target, defined, at: (e) => e, component: -1 };
};

/** What a formula comes to in a world, from what the student had before; written out once for a class. */
const cameTo = (formula: Expression, component: number, world: World): StepSlip['value'] => {
  let ready: Expression | undefined;
  return (own) => {
    // Own gradients are functions of their own: with them the formula is written out anew.
    ready ??= world.prepare(formula);
    const value = evaluate(own.function === world.function ? ready : own.prepare(formula), own, digits);
    return component >= 0 && value.kind === 'vector' ? value.items[component] : value;
  };
};

/** Values from before the start stand in the place of theirs: p_{−1} is p_0. */
const withBeside = (formula: Expression, { beside = [] }: Change): Expression =>
  substitute(formula, (node) => beside.find(({ left }) => sameTree(left, node))?.right);

const generic = ({ left, defined, at, component }: Source, world: World): readonly StepSlip[] => {
  const names = namesOf(world);
  return mutations.flatMap(({ id, title, changes }) =>
    changes({ left, right: defined }, names).map((change, i) => {
      const formula = withBeside(at(change.right), change);
      return {
        key: `${id} ${i} ${treeKey(defined)}`,
        id,
        message: `It looks as if ${change.did}.`,
        hint: `${title}.`,
        value: cameTo(formula, component, world),
      };
    }),
  );
};

/** Known misconceptions in the definition of this very quantity. */
const named = (target: Expression, world: World): readonly StepSlip[] =>
  world.misconceptions.flatMap(({ id, message, convention, replace }: Misconception) => {
    // A convention is followed throughout, not in one step.
    if (convention) return [];
    const mutated = world.mutate(replace);
    const source = sourceOf(target, mutated);
    const formula = source.at(source.defined);
    const before = sourceOf(target, world);
    if (sameTree(formula, before.at(before.defined))) return [];
    const value = cameTo(formula, source.component, world);
    return [{ key: id, id, message, hint: message, value }];
  });

const known = new WeakMap<World, WeakMap<Expression, readonly StepSlip[]>>();

/** The slips that one answer may hold by itself, the simplest first; worked out once for a class. */
export const stepSlips = (target: Expression, world: World): readonly StepSlip[] => {
  const ofWorld = known.get(world) ?? new WeakMap<Expression, readonly StepSlip[]>();
  known.set(world, ofWorld);
  const found =
    ofWorld.get(target) ?? [...named(target, world), ...generic(sourceOf(target, world), world)].slice(0, mostSlips);
  ofWorld.set(target, found);
  return found;
};
