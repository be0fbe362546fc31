import type { Rubric, RubricSection } from '../model/rubric.ts';
import type { World } from '../model/world.ts';
import { definitionsOf } from './section-definitions.ts';
import { sectionWorld } from './world.ts';

export { lintDefinitions } from './lint-definitions.ts';
export { eachReferenceAnswer, type ReferenceAnswer, referenceAnswers } from './reference-answers.ts';

/** The worlds of a rubric's sections; each is built when it is first asked for, and kept. */
export const solve = (_rubric: Rubric): ((section: RubricSection) => World) => {
  const worlds = new Map<RubricSection, World>();
  return (section) => {
    const known = worlds.get(section) ?? sectionWorld(definitionsOf(section));
    worlds.set(section, known);
    return known;
  };
};
