import type { Expression } from '../../math/expression/tree.ts';
import type { Claim } from '../../model/claim.ts';
import type { Item } from '../../model/rubric.ts';
import type { World } from '../../model/world.ts';
import type { Context } from '../context.ts';
import { isFunctionOf } from './known-answers.ts';
import { definitionsWith, partsOf } from './parts.ts';
import { isSameQuantity } from './same-quantity.ts';
import type { Stated } from './stated.ts';

/** The answer to an item, for which earlier values are looked for. */
export interface Asked {
  readonly item: Item;
  readonly claim: Claim;
}

/** Stated earlier in the document; on an answer sheet, whose entries have any order, for an earlier item. */
const isEarlier = (one: Stated, { item, claim }: Asked, rank: Context['rank']): boolean => {
  if (claim.kind !== 'answer') return one.claim.order < claim.order;
  return one.item !== undefined && rank(one.item) < rank(item);
};

/** Whether what is stated is a quantity of the item's section: another section's x_2 is another quantity. */
const isOfSection = ({ quantity, item: answered, claim }: Stated, { item, claim: asked }: Asked): boolean =>
  answered ? isSameQuantity(quantity, answered.section, item.section) : claim.section === asked.section;

/** Stated earlier, of the same quantity. A gradient holds everywhere. */
export const isBefore = (one: Stated, asked: Asked, { rank }: Pick<Context, 'rank'>): boolean =>
  isEarlier(one, asked, rank) && (one.kind === 'function' || isOfSection(one, asked));

/**
 * The values a student had written down for the quantities an answer is computed from: of each the latest before the
 * answer. Nearest quantities first.
 */
export const ownValues = (target: Expression, asked: Asked, world: World, context: Context): readonly Stated[] => {
  const { stated, key } = context;
  const before = stated.filter((one) => isBefore(one, asked, context));
  const itself = key(target);
  const own = world.dependencies(target).flatMap((quantity) => {
    const name = key(quantity);
    const latest = name === undefined || name === itself ? undefined : before.findLast((one) => one.key === name);
    return latest ? [latest] : [];
  });
  return [...new Map(own.map((one) => [one.key, one])).values(), ...partsOf(target, before, world, key)];
};

const replacing = (one: Stated, world: World): World['definitions'] =>
  one.kind === 'part' ? definitionsWith(one, world) : [{ left: one.quantity, right: one.value }];

/** A function that the definitions give as well changes nothing. */
const isKnown = (one: Stated, world: World): boolean => one.kind === 'function' && isFunctionOf(one, world) === true;

const assumed = new WeakMap<Stated, WeakMap<World, World>>();

/** One step of an assumption; all answers behind the same slip meet in the same world. */
const withOne = (world: World, one: Stated): World => {
  const worlds = assumed.get(one) ?? new WeakMap<World, World>();
  assumed.set(one, worlds);
  const found = worlds.get(world) ?? (isKnown(one, world) ? world : world.mutate(replacing(one, world)));
  worlds.set(world, found);
  return found;
};

/**
 * The world in which these quantities are what the student wrote, of each the last time. Functions are put in first: what
 * a world prepares of its definitions then serves all values that are put in after them. Parts of formulas come next: a
 * quantity that has a value of its own has it whatever its formula says.
 */
export const assuming = (world: World, values: readonly Stated[]): World => {
  const last = [...new Map(values.map((one) => [one.key, one])).values()];
  const inOrder = (['value', 'part', 'function'] as const).flatMap((kind) => last.filter((one) => one.kind === kind));
  return inOrder.reduceRight(withOne, world);
};
