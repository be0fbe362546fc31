import type { WrittenNumber } from '../../math/expression/written-number.ts';
import type { ToleranceRule } from '../../model/rubric.ts';
import type { Decision } from '../decision.ts';
import type { Quantity } from './quantity.ts';

/** A number that had to be computed, `2·√3` or `(1 + 1/3)/5`: it has a value and shows no digits. */
export interface ComputedNumber {
  readonly form: 'computed';
  readonly value: Quantity;
}

/** What a student states: a literal with the digits shown, or a number to compute. */
export type Claimed = WrittenNumber | ComputedNumber;

type Name = ToleranceRule['kind'];
type RuleOf<K extends Name> = Extract<ToleranceRule, { kind: K }>;

/** Decides whether a claimed number is near enough to the reference. */
export interface Tolerance {
  readonly name: Name;
  /** Throws a TypeError where the rule is another tolerance's. */
  readonly accepts: (claimed: Claimed, reference: Quantity, rule: ToleranceRule) => Decision;
}

/** A tolerance from its name and its decision. */
export const tolerance = <K extends Name>(
  name: K,
  decide: (claimed: Claimed, reference: Quantity, rule: RuleOf<K>) => Decision,
): Tolerance => ({
  name,
  accepts: (claimed, reference, rule) => {
    if (rule.kind !== name) throw new TypeError(`${name} was given a rule for ${rule.kind}`);
    return decide(claimed, reference, rule as RuleOf<K>);
  },
});
