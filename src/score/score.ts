import { add, type Exact, zero } from '../math/number/exact.ts';
import type { Grade, ScoredVerdict, SectionScore } from '../model/grade.ts';
import type { Rubric, RubricSection } from '../model/rubric.ts';
import type { Verdict } from '../model/verdict.ts';
import { isOpen, pointsOf } from './points.ts';

const total = (amounts: readonly Exact[]): Exact => amounts.reduce(add, zero);

/** Each item's verdict with its points, in rubric order. Throws where an item has no verdict or two: our mistake. */
const scoreItems = (rubric: Rubric, verdicts: readonly Verdict[]): ScoredVerdict[] => {
  const byItem = new Map(verdicts.map((verdict) => [verdict.item.id, verdict]));
  if (byItem.size !== verdicts.length) throw new Error('an item has two verdicts');
  return rubric.items.map((item) => {
    const verdict = byItem.get(item.id);
    if (!verdict) throw new Error(`item ${item.id} has no verdict`);
    return { points: pointsOf(verdict), max: item.points, open: isOpen(verdict), ...verdict };
  });
};

/** The points of every section, those of its inner ones included. */
const bySection = (items: readonly ScoredVerdict[], amount: (item: ScoredVerdict) => Exact): SectionTotals => {
  const totals = new Map<RubricSection, Exact>();
  for (const item of items)
    for (let at: RubricSection | undefined = item.item.section; at; at = at.parent)
      totals.set(at, add(totals.get(at) ?? zero, amount(item)));
  return totals;
};

type SectionTotals = ReadonlyMap<RubricSection, Exact>;

const scoreSection = (
  section: RubricSection,
  level: number,
  points: SectionTotals,
  max: SectionTotals,
): SectionScore[] => [
  {
    id: section.id,
    heading: section.heading,
    level,
    points: points.get(section) ?? zero,
    max: max.get(section) ?? zero,
  },
  ...section.sections.flatMap((child) => scoreSection(child, level + 1, points, max)),
];

/** What `score` adds to a grade. */
export type Score = Pick<Grade, 'items' | 'sections' | 'points' | 'max' | 'open'>;

/**
 * Verdicts to points: per item, per section (outer sections hold what their inner ones earn) and in total.
 * `open` are the points of items on which a person still decides; they are in `max` and not in `points`.
 */
export const score = (rubric: Rubric, verdicts: readonly Verdict[]): Score => {
  const items = scoreItems(rubric, verdicts);
  const [points, max] = [bySection(items, (item) => item.points), bySection(items, (item) => item.max)];
  return {
    items,
    sections: rubric.sections.flatMap((section) => scoreSection(section, 1, points, max)),
    points: total(items.map((item) => item.points)),
    max: total(items.map((item) => item.max)),
    open: total(items.filter((item) => item.open).map((item) => item.max)),
  };
};
