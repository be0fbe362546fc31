import type { WrittenNumber } from '../../math/expression/written-number.ts';
import type { ToleranceRule } from '../../model/rubric.ts';
import { correct, type Decision, undecided, wrong, wrongBy } from '../decision.ts';
import { exactTolerance } from './exactly.ts';
import { isPrintOf } from './machine-number.ts';
import { orderOf, type Quantity, realOf } from './quantity.ts';
import { isRounded, slipOf } from './slips.ts';
import { tolerance } from './tolerance.ts';

type ShownRule = Extract<ToleranceRule, { kind: 'shown' }>;

const places = (count: number): string => (count === 1 ? 'one decimal' : `${count} decimals`);
const digits = (count: number): string => (count === 1 ? 'one significant figure' : `${count} significant figures`);

/** What is missing of the digits asked for. */
const shortage = (claimed: WrittenNumber, rule: ShownRule): string | undefined => {
  if (rule.decimals !== undefined && claimed.decimals < rule.decimals) return places(rule.decimals);
  if (rule.sigfigs !== undefined && claimed.figures.max < rule.sigfigs) return digits(rule.sigfigs);
  return undefined;
};

const decimal = (claimed: WrittenNumber, reference: Quantity, rule: ShownRule): Decision => {
  const same = orderOf(claimed.value, reference);
  if (same?.sign === 0) return correct(same.decided);
  const rounded = isRounded(claimed.value, reference, claimed.decimals, rule.ties);
  if (rounded === undefined) return undecided('the digits shown could not be compared with the reference');
  if (!rounded) {
    if (isPrintOf(claimed, reference)) return correct('shown');
    const slip = slipOf(claimed, reference, claimed.decimals, rule.ties);
    return slip ? wrongBy(slip.id, slip.message, 'shown') : wrong('not right to the digits shown', 'shown');
  }
  // What cannot be told from the reference in all the digits it was computed to shows as many as there are.
  const missing = same ? shortage(claimed, rule) : undefined;
  return missing
    ? wrongBy('too-few-digits', `right as far as it goes; ${missing} must be shown`, 'shown')
    : correct('shown');
};

/** Whether the reference gives as many digits as are asked for. */
const isComputed = (reference: Quantity): boolean =>
  typeof reference === 'function' && realOf(reference, 50) !== undefined;

/**
 * The reference, rounded to the digits the student shows, is what the student wrote; at an exact tie both neighbours
 * are right, unless `ties` takes one of them. So many decimals or figures must be shown, unless the number is the
 * reference itself. A number without digits to show (`71/20`, `√2`) must be equal.
 */
export const shownTolerance = tolerance('shown', (claimed, reference, rule) => {
  if (claimed.form !== 'computed' && claimed.isDecimal) return decimal(claimed, reference, rule);
  const decision = exactTolerance.accepts(claimed, reference, { kind: 'exact' });
  // 7/2 where the reference is 3.5 as far as it is computed: more than any decimals would show.
  return decision.verdict === 'undecided' && isComputed(reference) ? correct('shown') : decision;
});
