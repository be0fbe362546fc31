/** A comparison at sample points until enough of them agree, one tells the sides apart, or the budget is spent. */
import type { Pair } from './compare.ts';
import type { Comparison, Witness } from './comparison.ts';
import type { Point } from './points.ts';

/** What was seen. */
export interface Survey {
  readonly agreed: number;
  readonly differs?: Witness;
  /** A point where only the first, or only the second, is defined. */
  readonly leftOnly?: Witness;
  readonly rightOnly?: Witness;
  /** Why the last point that told nothing did not. */
  readonly reason?: string;
}

/** Points that have to agree, and that are tried to find them. */
export interface Effort {
  readonly wanted: number;
  readonly tried: number;
}

/** So many of the points that agree are looked at once more with far more digits. */
const deepLooks = 1;

/**
 * Compares at one point after the other. Where `isStrict` says no, a side without a value tells nothing: x^a x^b and
 * x^(a+b) are called equal although for negative x and fractions a and b only one of them may exist.
 */
export const survey = (
  pair: Pair,
  points: Iterable<Point>,
  { wanted, tried }: Effort,
  isStrict: (point: Point) => boolean,
): Survey => {
  let seen: Survey = { agreed: 0 };
  let left = tried;
  for (const point of points) {
    if (left <= 0 || seen.agreed >= wanted) break;
    left -= 1;
    const first = pair.at(point, false);
    const outcome = first.kind === 'agree' && seen.agreed < deepLooks ? pair.at(point, true) : first;
    if (outcome.kind === 'differ') return { ...seen, differs: outcome.witness };
    if (outcome.kind === 'agree') seen = { ...seen, agreed: seen.agreed + 1 };
    if (outcome.kind === 'left-only' && isStrict(point)) seen = { ...seen, leftOnly: seen.leftOnly ?? outcome.witness };
    if (outcome.kind === 'right-only' && isStrict(point))
      seen = { ...seen, rightOnly: seen.rightOnly ?? outcome.witness };
    if (outcome.kind === 'nothing') seen = { ...seen, reason: outcome.reason };
  }
  return seen;
};

/** How the domain of the first compares with that of the second, as far as was seen. */
export const domainSeen = ({ leftOnly, rightOnly }: Survey): NonNullable<Comparison['domain']> => {
  if (leftOnly && rightOnly) return 'other';
  if (leftOnly) return 'wider';
  return rightOnly ? 'narrower' : 'same';
};
