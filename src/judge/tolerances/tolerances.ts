import { compare } from '../../math/number/exact.ts';
import type { PartialCredit, ToleranceRule } from '../../model/rubric.ts';
import type { Decision } from '../decision.ts';
import { absoluteTolerance } from './absolute.ts';
import { decimalsTolerance } from './decimals.ts';
import { exactTolerance } from './exactly.ts';
import { figuresTolerance } from './figures.ts';
import { intervalTolerance } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { relativeTolerance } from './relative.ts';
import { shownTolerance } from './shown.ts';
import type { Claimed, Tolerance } from './tolerance.ts';

/** All tolerances; a new one is its file and its line here (and its rule in model/rubric.ts). */
export const tolerances: readonly Tolerance[] = [
  exactTolerance,
  absoluteTolerance,
  relativeTolerance,
  figuresTolerance,
  decimalsTolerance,
  shownTolerance,
  intervalTolerance,
];

const byName: ReadonlyMap<string, Tolerance> = new Map(tolerances.map((tolerance) => [tolerance.name, tolerance]));

/** Decides a number by the tolerance its rule names. */
export const acceptsNumber = (claimed: Claimed, reference: Quantity, rule: ToleranceRule): Decision => {
  const tolerance = byName.get(rule.kind);
  if (!tolerance) throw new TypeError(`no tolerance of this name: ${rule.kind}`);
  return tolerance.accepts(claimed, reference, rule);
};

/** Of the steps of partial credit that the number is within, the one that gives most; of equals the first. */
export const partialCreditOf = (
  claimed: Claimed,
  reference: Quantity,
  steps: readonly PartialCredit[],
): PartialCredit | undefined =>
  steps
    .filter(({ within }) => acceptsNumber(claimed, reference, within).verdict === 'correct')
    .reduce<PartialCredit | undefined>(
      (best, step) => (best && compare(best.share, step.share) >= 0 ? best : step),
      undefined,
    );
