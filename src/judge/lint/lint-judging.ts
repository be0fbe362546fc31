import type { Notice } from '../../model/notice.ts';
import type { Rubric, RubricSection } from '../../model/rubric.ts';
import type { World } from '../../model/world.ts';
import { passingMisconceptions } from './misconceptions.ts';
import { shadowedUnits } from './shadowed-units.ts';
import { unreachable } from './unreachable.ts';

const sectionsOf = (sections: readonly RubricSection[]): readonly RubricSection[] =>
  sections.flatMap((section) => [section, ...sectionsOf(section.sections)]);

/**
 * What a rubric would judge otherwise than it means to: right answers it refuses, units that
 * are read as names, known misconceptions it accepts.
 */
export const lintJudging = (rubric: Rubric, worldOf: (section: RubricSection) => World): readonly Notice[] => [
  ...rubric.items.flatMap((item) => unreachable(item, worldOf(item.section))),
  ...sectionsOf(rubric.sections).flatMap(shadowedUnits),
  ...sectionsOf(rubric.sections).flatMap((section) => passingMisconceptions(section, worldOf(section))),
];
