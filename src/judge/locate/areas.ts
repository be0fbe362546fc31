/**
 * Where an item's answer is sought, nearest first: the document's section for the item; a section around or inside it;
 * what stands in no known section; a section of another part of the assignment that asks nothing of the same name.
 */
import type { Claim } from '../../model/claim.ts';
import type { RubricSection } from '../../model/rubric.ts';
import type { Homes } from './headings.ts';
import { isWithin } from './within.ts';

export type Area = 'own' | 'around' | 'unmatched' | 'foreign';

export const areas: readonly Area[] = ['own', 'around', 'unmatched', 'foreign'];

/** How near a claim stands to the items of a section. */
export const areaOf = (homes: Homes, claim: Claim, section: RubricSection): Area => {
  const home = homes.of(claim);
  if (!home) return 'unmatched';
  if (home === section) return 'own';
  return isWithin(section, home) || isWithin(home, section) ? 'around' : 'foreign';
};

/** The claims of one area of a section, in document order. */
export const claimsIn = <C extends Claim>(
  claims: readonly C[],
  area: Area,
  homes: Homes,
  section: RubricSection,
): readonly C[] => claims.filter((claim) => areaOf(homes, claim, section) === area);
