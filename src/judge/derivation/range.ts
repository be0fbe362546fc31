import { printPlain } from '../../math/expression/print-plain.ts';
import type { BigNode, Expression, RelationNode } from '../../math/expression/tree.ts';
import { freeSymbols } from '../../math/expression/walk.ts';
import { type Steps, stepValue, withStep } from './steps.ts';

/** The bound variable of a sum or product and the steps it runs over, in ascending order. */
export interface BoundRange {
  readonly variable: string;
  readonly values: readonly number[];
}

const between = (low: number, high: number): readonly number[] =>
  Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => low + i);

const holds = (relation: RelationNode, steps: Steps): boolean =>
  relation.relations.every((sign, i) => {
    const [left, right] = [relation.members[i], relation.members[i + 1]];
    const a = left && stepValue(left, steps);
    const b = right && stepValue(right, steps);
    if (a === undefined || b === undefined) return false;
    return { '<': a < b, '≤': a <= b, '>': a > b, '≥': a >= b, '≠': a !== b, '=': a === b }[sign as '<'] ?? false;
  });

/** The name a big operator binds: its variable, or the one its condition is about (`1 ≤ k ≤ t` is about k). */
export const boundName = (big: BigNode): string | undefined => {
  if (big.variable) return big.variable.kind === 'symbol' ? big.variable.name : undefined;
  const condition = big.condition;
  if (condition?.kind === 'symbol') return condition.name;
  if (condition?.kind !== 'relation') return undefined;
  const about = condition.members.length === 3 ? condition.members[1] : condition.members[0];
  return about?.kind === 'symbol' ? about.name : undefined;
};

/** `Σ_{1≤k≤t}`: all steps 0 … T for which the condition holds. `Σ_k`: 1 … T. */
const fromCondition = (big: BigNode, steps: Steps, last: number): BoundRange | undefined => {
  const { condition } = big;
  const variable = boundName(big);
  if (variable === undefined || !condition) return undefined;
  if (condition.kind !== 'relation') return { variable, values: between(1, last) };
  const values = between(0, last).filter((value) => holds(condition, withStep(steps, variable, value)));
  return { variable, values };
};

/** The same steps drawn apart, so that t − k is large wherever t and k differ. */
const apart = (steps: Steps): Steps => ({
  get: (name) => {
    const step = steps.get(name);
    return step === undefined ? undefined : 16 * step;
  },
});

/**
 * Whether limits are written downwards, `∏_{i=t}^{k+1}`: drawn apart, the first is well above the second. At t = k they
 * are k and k + 1: the one pair of names that does not stand for two factors.
 */
const isDownwards = (from: Expression, to: Expression, steps: Steps): boolean => {
  const far = apart(steps);
  const difference = (stepValue(from, far) ?? 0) - (stepValue(to, far) ?? 0);
  if (Math.abs(difference) > 1) return difference > 0;
  const names = [from, to].map((limit) => freeSymbols(limit).map(printPlain).join());
  return difference === -1 && names[0] !== names[1] && names.every((name) => name !== '');
};

/** What a big operator runs over; `undefined` where it cannot be told. */
export const rangeOf = (big: BigNode, steps: Steps, last: number): BoundRange | undefined => {
  if (big.condition) return fromCondition(big, steps, last);
  if (big.variable?.kind !== 'symbol') return undefined;
  const variable = big.variable.name;
  const low = big.from ? stepValue(big.from, steps) : 1;
  const high = big.to ? stepValue(big.to, steps) : last;
  if (low === undefined || high === undefined) return undefined;
  const isDown = big.from !== undefined && big.to !== undefined && isDownwards(big.from, big.to, steps);
  return { variable, values: isDown ? between(high, low) : between(low, high) };
};
