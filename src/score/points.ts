import { type Exact, multiply, one, zero } from '../math/number/exact.ts';
import type { Verdict, VerdictName } from '../model/verdict.ts';

const undecided: ReadonlySet<VerdictName> = new Set<VerdictName>(['review', 'unreadable']);

/** A person still decides on this item: it has no share yet. */
export const isOpen = (verdict: Verdict): boolean => verdict.share === undefined && undecided.has(verdict.verdict);

/** The share of the item's points that a verdict earns where the judge gave none with it. */
const usualShare = (verdict: Verdict): Exact => {
  if (verdict.verdict === 'correct') return one;
  return verdict.verdict === 'carried' ? verdict.item.carry : zero;
};

/** What an item earns: its points times the verdict's share. Exact: a third of two points is 2/3. */
export const pointsOf = (verdict: Verdict): Exact =>
  multiply(verdict.item.points, verdict.share ?? usualShare(verdict));
