import { printPlain } from '../../math/expression/print-plain.ts';
import type { BigNode, Expression, Relation, RelationNode } from '../../math/expression/tree.ts';
import { freeSymbols } from '../../math/expression/walk.ts';
import { type Steps, slotOf, stepCode } from './steps.ts';

/** The steps that a sum or product runs over on a network whose last step is known, and the slot of its variable. */
export interface RangeCode {
  readonly slot: number;
  /** The limits as written; NaN where they cannot be told. */
  readonly from: (steps: Steps, last: number) => number;
  readonly to: (steps: Steps, last: number) => number;
  /** Whether the upper limit is the one written first. */
  readonly isDown: (steps: Steps) => boolean;
  /** Whether a step between them is meant, the variable standing for it. */
  readonly admits: (steps: Steps) => boolean;
}

const always = (): boolean => true;
const never = (): boolean => false;

const turned: Partial<Readonly<Record<Relation, Relation>>> = { '>': '<', '≥': '≤' };

/** `T ≥ t ≥ k ≥ 1` as `1 ≤ k ≤ t ≤ T`. */
const upwards = (condition: RelationNode): RelationNode => {
  const isDown = condition.relations.every((relation) => turned[relation] !== undefined);
  if (!isDown) return condition;
  const relations = condition.relations.map((relation) => turned[relation] ?? relation).reverse();
  return { ...condition, members: [...condition.members].reverse(), relations };
};

/** `Σ_{1≤k≤t≤T}` as `Σ_{t≤T} Σ_{1≤k≤t}`: one name an operator; others as they are. */
export const nested = (big: BigNode): BigNode => {
  if (big.variable || big.condition?.kind !== 'relation' || big.condition.members.length !== 4) return big;
  const { members, relations } = upwards(big.condition);
  const bounds = (from: number, to: number): RelationNode => ({
    kind: 'relation',
    members: members.slice(from, to + 1),
    relations: relations.slice(from, to),
  });
  return { ...big, condition: bounds(2, 3), body: { ...big, condition: bounds(0, 2) } };
};

/** The name a big operator binds: its variable, or the one its condition is about (`1 ≤ k ≤ t` is about k). */
export const boundName = (big: BigNode): string | undefined => {
  if (big.variable) return big.variable.kind === 'symbol' ? big.variable.name : undefined;
  const condition = big.condition;
  if (condition?.kind === 'symbol') return condition.name;
  if (condition?.kind !== 'relation') return undefined;
  const about = condition.members.length === 3 ? condition.members[1] : condition.members[0];
  return about?.kind === 'symbol' ? about.name : undefined;
};

const orders: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '≤': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '≥': (a, b) => a >= b,
  '≠': (a, b) => a < b || a > b,
  '=': (a, b) => a === b,
};

const condition = ({ members, relations }: RelationNode, names: string[]): ((steps: Steps) => boolean) => {
  const sides = members.map((member) => stepCode(member, names));
  return (steps) =>
    relations.every((sign, i) => {
      const [left, right] = [sides[i]?.(steps) ?? Number.NaN, sides[i + 1]?.(steps) ?? Number.NaN];
      return orders[sign]?.(left, right) ?? false;
    });
};

/** `Σ_{1≤k≤t}`: all steps 0 … T for which the condition holds. `Σ_k`: 1 … T. */
const fromCondition = (big: BigNode, names: string[]): RangeCode | undefined => {
  const variable = boundName(big);
  if (variable === undefined || !big.condition) return undefined;
  const slot = slotOf(names, variable);
  const isRelation = big.condition.kind === 'relation';
  return {
    slot,
    from: () => (isRelation ? 0 : 1),
    to: (_, last) => last,
    isDown: never,
    admits: big.condition.kind === 'relation' ? condition(big.condition, names) : always,
  };
};

/** Drawn apart, t − k is large wherever t and k differ. */
const apart = 16;

/**
 * Whether limits are written downwards, `∏_{i=t}^{k+1}`: drawn apart, the first is well above the second. At t = k they
 * are k and k + 1: the one pair of names that does not stand for two factors.
 */
const downwards = (from: Expression, to: Expression, names: string[]): ((steps: Steps) => boolean) => {
  const [low, high] = [stepCode(from, names, apart), stepCode(to, names, apart)];
  const areNamed = (): boolean => {
    const [first, second] = [from, to].map((limit) => freeSymbols(limit).map(printPlain).join());
    return first !== second && first !== '' && second !== '';
  };
  return (steps) => {
    const difference = low(steps) - high(steps);
    return difference > 1 || (difference === -1 && areNamed());
  };
};

const fromLimits = (big: BigNode, names: string[]): RangeCode | undefined => {
  if (big.variable?.kind !== 'symbol') return undefined;
  const { from, to } = big;
  return {
    slot: slotOf(names, big.variable.name),
    from: from ? stepCode(from, names) : () => 1,
    to: to ? stepCode(to, names) : (_, last) => last,
    isDown: from && to ? downwards(from, to, names) : never,
    admits: always,
  };
};

/** What a big operator runs over; `undefined` where it cannot be told. */
export const rangeCode = (big: BigNode, names: string[]): RangeCode | undefined =>
  big.condition ? fromCondition(big, names) : fromLimits(big, names);
