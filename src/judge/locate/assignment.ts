/** What locating needs to know of an assignment, worked out once for a whole class. */
import type { Item, RubricSection } from '../../model/rubric.ts';
import { type Asking, askingOf } from './asking.ts';
import { Headings } from './headings.ts';
import { type Asked, askedIn, definitionsAround } from './targets.ts';
import { type Given, givenBy } from './unmatched.ts';

export interface Assignment extends Asked {
  readonly headings: Headings;
  readonly asking: Asking;
  /** What is given to a section. */
  readonly given: (section: RubricSection) => Given;
}

const sectionsOf = (items: readonly Item[]): readonly RubricSection[] => {
  const sections = new Set<RubricSection>();
  for (const { section } of items) {
    for (let at: RubricSection | undefined = section; at; at = at.parent) sections.add(at);
  }
  return [...sections];
};

const remembered = (given: (section: RubricSection) => Given): ((section: RubricSection) => Given) => {
  const known = new Map<RubricSection, Given>();
  return (section) => {
    const found = known.get(section) ?? given(section);
    known.set(section, found);
    return found;
  };
};

const assignments = new WeakMap<readonly Item[], Assignment>();

/** The assignment of these items; the same list gives the same one. */
export const assignmentOf = (items: readonly Item[]): Assignment => {
  const known = assignments.get(items);
  if (known) return known;
  const asked = askedIn(items);
  const asking = askingOf(items, asked);
  const given = remembered((section) =>
    givenBy(definitionsAround(section), new Set(asking.sections.keys()), asked.key),
  );
  const assignment = { ...asked, headings: new Headings(sectionsOf(items)), asking, given };
  assignments.set(items, assignment);
  return assignment;
};
