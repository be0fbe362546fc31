import { evaluate } from '../../math/expression/evaluate.ts';
import { printPlain } from '../../math/expression/print-plain.ts';
import { printSpoken } from '../../math/expression/print-spoken.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { FindingNote } from '../../model/verdict.ts';
import type { Reference, World } from '../../model/world.ts';
import { agrees } from '../findings/agreement.ts';
import { components } from '../locate/components.ts';
import type { Key } from '../locate/naming.ts';
import { referenceText, valueText } from '../reference-text.ts';
import { compareQuantities } from '../units/compare-quantity.ts';
import { guardAgainst, guardText } from './guards.ts';
import { answerTo, isFunctionOf } from './known-answers.ts';
import { assuming } from './own-values.ts';
import { askedWith } from './parts.ts';
import { isQuantity, type Stated } from './stated.ts';

/** An answer that is right given earlier answers of the student's own. */
export interface Carried {
  readonly from: readonly Stated[];
  readonly note: FindingNote;
}

/** A carried answer that a guard refuses. */
export interface Refused {
  readonly note: FindingNote;
}

/** Digits asked of the worlds; students show fewer. */
const digits = 30;

const stateText = (values: readonly Stated[], text: (one: Stated) => string): string => values.map(text).join(' and ');

/** How a reference is told. */
type Text = (reference: Reference) => string;

/** "x_2 was carried as 3.19 and y_2 as −0.1; with 3.185 and −0.0975 this is 2.871375." */
const message = (values: readonly Stated[], world: World, right: Reference, text: Text): string => {
  const [first, ...rest] = values.map(({ quantity, value }) => ({
    name: printPlain(quantity),
    as: printSpoken(value),
  }));
  const carried = [
    `${first?.name} was carried as ${first?.as}`,
    ...rest.map(({ name, as }) => `${name} as ${as}`),
  ].join(' and ');
  const instead = stateText(values, (one) => text(answerTo(one, world)));
  return `${carried}; with ${instead} this is ${text(right)}.`;
};

/** 3.03 s for √(2·45 m/(9.81 m/s²)), 20 m/s for 72 km/h. */
const isSameAmount = (value: Expression, right: Expression, world: World): boolean =>
  isQuantity(value) && compareQuantities(value, right, 'convertible', { kind: 'shown' }, world).verdict === 'correct';

/** The right value as far as it is shown. */
export const isRounding = (one: Stated, world: World): boolean => {
  const { value } = one;
  const right = answerTo(one, world);
  if (right.kind === 'function') return isSameAmount(value, right.expression, world);
  return agrees(value, right.value) === true;
};

/** The value as written; what has names in it is worked out in the world. */
const ownText = (value: Expression, world: World): string => valueText(evaluate(value, world, digits));

const isAnother = (one: Stated, world: World): boolean => {
  const right = answerTo(one, world);
  if (right.kind === 'function') return isFunctionOf(one, world) !== true;
  return referenceText(right) !== ownText(one.value, world);
};

const others = new WeakMap<Stated, WeakMap<World, boolean>>();

/** Whether the student's value is another one than the reference, be it only by rounding. */
const differs = (one: Stated, world: World): boolean => {
  const inWorlds = others.get(one) ?? new WeakMap<World, boolean>();
  others.set(one, inWorlds);
  const found = inWorlds.get(world) ?? isAnother(one, world);
  inWorlds.set(world, found);
  return found;
};

/** Leaves out, the farthest first, what the answer follows without: a sentence names only what matters. */
const neededOf = (values: readonly Stated[], accepts: (some: readonly Stated[]) => boolean): readonly Stated[] =>
  values.reduceRight<readonly Stated[]>((kept, one) => {
    const without = kept.filter((other) => other !== one);
    return without.length > 0 && accepts(without) ? without : kept;
  }, values);

const standsIn = ({ part, value }: Stated, formulas: readonly Expression[]): boolean =>
  part !== undefined && formulas.some((formula) => part.put(formula, value) !== formula);

/** Those that the answer is computed from when all are assumed: what stands behind another one cannot matter. */
export const reached = (target: Expression, values: readonly Stated[], world: World, key: Key): readonly Stated[] => {
  const parts = values.filter(({ kind }) => kind === 'part');
  const own = assuming(world, values);
  const behind = own.dependencies(askedWith(target, parts));
  const names = new Set(behind.map(key));
  // A part that was put in is gone from the formulas: it is looked for in those without it.
  const before =
    parts.length > 0
      ? assuming(
          world,
          values.filter(({ kind }) => kind !== 'part'),
        )
      : own;
  const formulas =
    parts.length > 0
      ? [target, ...[...(components(target) ?? [target]), ...behind].flatMap((e) => before.formula(e)?.right ?? [])]
      : [];
  const found = values.filter((one) => names.has(one.key) || standsIn(one, formulas));
  return found.length > 0 ? found : values;
};

/**
 * What is assumed together: everything stated, also what is right by itself; what differs; the slips; each alone, where
 * nothing else that is stated stands between it and the answer.
 */
const subsets = (
  stated: readonly Stated[],
  changed: readonly Stated[],
  near: readonly Stated[],
  world: World,
): readonly (readonly Stated[])[] => {
  const slips = changed.filter((one) => !isRounding(one, world));
  const alone = changed.filter((one) => near.includes(one)).map((one) => [one]);
  return [stated, changed, slips, ...alone].filter(
    (some, i, all) =>
      some.length > 0 &&
      all.findIndex((other) => other.length === some.length && other.every((one, j) => one === some[j])) === i,
  );
};

const guarded = (values: readonly Stated[], world: World): Refused | undefined => {
  for (const one of values) {
    const { quantity, value, member } = one;
    // The zero of (1, 0) makes nothing trivial.
    const isOneOfSeveral = components(member.expression)?.includes(value) === true;
    const guard = guardAgainst(isOneOfSeveral ? member.expression : value, answerTo(one, world));
    if (guard) {
      const why = `It follows from ${printPlain(quantity)} = ${printSpoken(value)}, but that is not carried on: ${guardText[guard]}.`;
      return { note: { id: 'carry-refused', message: why } };
    }
  }
  return undefined;
};

/**
 * Puts the student's own earlier answers in the place of the definitions and asks again: all of them, then only those
 * that differ from the reference, then only those that are wrong, then each alone. `accepts` decides whether the claimed
 * answer is the one that follows.
 *
 * A v_3 that is right by itself counts too: p_3 = p_2 + v_3 follows from a wrong p_2 and this v_3, not from the one that
 * the wrong p_2 would give.
 */
export const carry = (
  target: Expression,
  world: World,
  stated: readonly Stated[],
  accepts: (values: readonly Stated[]) => boolean,
  key: Key,
  text: Text = referenceText,
): Carried | Refused | undefined => {
  const changed = stated.filter((one) => differs(one, world));
  if (changed.length === 0) return undefined;
  const near = reached(target, stated, world, key);
  let refusal: Refused | undefined;
  for (const values of [...subsets(stated, changed, near, world), changed.filter((one) => !guarded([one], world))]) {
    if (values.length === 0 || !accepts(values)) continue;
    const needed = neededOf(reached(target, values, world, key), accepts);
    const from = needed.filter((one) => changed.includes(one));
    if (from.length === 0) continue;
    const refused = guarded(from, world);
    refusal ??= refused;
    // It may follow from something else as well, which is carried on.
    if (refused) continue;
    const early = from.every((one) => isRounding(one, world));
    const id = early ? 'rounded-early' : 'carried-forward';
    const names = stateText(from, ({ quantity }) => printPlain(quantity));
    const hint = early
      ? `It follows from ${names}, rounded too early.`
      : `It follows from an earlier slip in ${names}.`;
    return { from, note: { id, message: message(from, world, world.answer(target, digits), text), hint } };
  }
  return refusal;
};
