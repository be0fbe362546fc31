import type { Claim } from '../../model/claim.ts';
import type { Ask, Item } from '../../model/rubric.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Context } from '../context.ts';
import type { Located } from '../locate/located.ts';

/** Judges the items of one kind of `ask`. */
export interface ItemJudge {
  readonly kind: Ask['kind'];
  readonly judge: (item: Item, context: Context) => Verdict;
}

export const missing = (item: Item): Verdict => ({ item, verdict: 'missing', findings: [] });

/** Undecided, ambiguous or of a kind that a person must see; costs nothing. */
export const forPerson = (item: Item, reason: string, rest: Partial<Verdict> = {}): Verdict => ({
  findings: [],
  ...rest,
  item,
  verdict: 'review',
  reason,
});

export const unreadable = (item: Item, reason: string, rest: Partial<Verdict> = {}): Verdict => ({
  findings: [],
  ...rest,
  item,
  verdict: 'unreadable',
  reason,
});

/** The claims that bear on an item of evidence (a derivation, a statement, a figure), or the verdict without any. */
export const evidenceOr = (item: Item, located: Located): readonly Claim[] | Verdict => {
  switch (located.kind) {
    case 'evidence':
      return located.claims;
    case 'unreadable':
      return unreadable(item, located.reason, { place: located.claim.place });
    case 'several':
      return forPerson(item, located.reason);
    default:
      return missing(item);
  }
};

export const isVerdict = (evidence: readonly Claim[] | Verdict): evidence is Verdict => !Array.isArray(evidence);
