import type { Claim } from '../../model/claim.ts';
import type { Ask, Item } from '../../model/rubric.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Context, Written } from '../context.ts';
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

const longestShown = 60;

/** More than a mark or a tag: a word or a formula. */
const says = ({ kind, text }: Written): boolean => kind !== 'code' && /[\p{L}\d]/u.test(text);

/** Nothing of the kind asked for was read: missing where nothing is written, and for a person where something is. */
export const nothingRead = (item: Item, kind: string, written: readonly Written[]): Verdict => {
  const first = written.find(says);
  if (!first) return missing(item);
  const text = first.text.replace(/\s+/g, ' ').trim();
  return forPerson(item, `Something is written here, but no ${kind} of the kind asked for could be read.`, {
    place: first.place,
    found: text.length > longestShown ? `${text.slice(0, longestShown)}…` : text,
  });
};

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
