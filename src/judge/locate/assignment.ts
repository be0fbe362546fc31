/** What locating needs to know of an assignment, worked out once for a whole class. */
import type { Item, RubricSection } from '../../model/rubric.ts';
import { type Asking, askingOf } from './asking.ts';
import { Headings } from './headings.ts';
import { type Asked, askedIn } from './targets.ts';

export interface Assignment extends Asked {
  readonly headings: Headings;
  readonly asking: Asking;
}

const sectionsOf = (items: readonly Item[]): readonly RubricSection[] => {
  const sections = new Set<RubricSection>();
  for (const { section } of items) {
    for (let at: RubricSection | undefined = section; at; at = at.parent) sections.add(at);
  }
  return [...sections];
};

const assignments = new WeakMap<readonly Item[], Assignment>();

/** The assignment of these items; the same list gives the same one. */
export const assignmentOf = (items: readonly Item[]): Assignment => {
  const known = assignments.get(items);
  if (known) return known;
  const asked = askedIn(items);
  const assignment = { ...asked, headings: new Headings(sectionsOf(items)), asking: askingOf(items, asked) };
  assignments.set(items, assignment);
  return assignment;
};
