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

/** The claims of a document, or those of one kind, by the part of the assignment they belong to. */
export class ByHome<C extends Claim> {
  readonly #groups = new Map<RubricSection | undefined, C[]>();

  constructor(claims: readonly C[], homes: Homes) {
    for (const claim of claims) {
      const home = homes.of(claim);
      const group = this.#groups.get(home);
      if (group) group.push(claim);
      else this.#groups.set(home, [claim]);
    }
  }

  /** The claims of a part of the assignment, or of none of its parts, in document order. */
  of(home: RubricSection | undefined): readonly C[] {
    return this.#groups.get(home) ?? [];
  }
}
