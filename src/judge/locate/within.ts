/** Which sections of the assignment lie inside which: by the tree, or by numbers such as 2.2.1 beside 2.2. */
import type { RubricSection } from '../../model/rubric.ts';
import { beginsWith, type NumberPath, numberPath } from './heading-numbers.ts';

const paths = new WeakMap<RubricSection, NumberPath>();

/** The number in a section's id as a path. */
export const pathOf = (section: RubricSection): NumberPath => {
  const known = paths.get(section);
  if (known) return known;
  const path = numberPath(section.id);
  paths.set(section, path);
  return path;
};

const liesWithin = (section: RubricSection, around: RubricSection): boolean => {
  for (let at: RubricSection | undefined = section; at; at = at.parent) if (at === around) return true;
  return beginsWith(pathOf(section), pathOf(around));
};

const known = new WeakMap<RubricSection, Map<RubricSection, boolean>>();

/** Whether a section is `around` or lies inside it. */
export const isWithin = (section: RubricSection, around: RubricSection): boolean => {
  const ofSection = known.get(section) ?? new Map<RubricSection, boolean>();
  known.set(section, ofSection);
  const found = ofSection.get(around) ?? liesWithin(section, around);
  ofSection.set(around, found);
  return found;
};
