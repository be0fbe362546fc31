import type { BrokenLink } from '../model/verdict.ts';
import { jsonAmount } from './amount.ts';
import { engine } from './engine.ts';
import type { Reporter } from './reporter.ts';
import type { ShownGrade, ShownItem } from './shown.ts';

/** Drops what is absent, so that every line has the same keys in the same order and no `undefined`. */
const present = (entries: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

const link = (broken: Partial<BrokenLink>): Record<string, unknown> => {
  const { left, relation, right, leftValue, rightValue, place } = broken;
  return present({ left, relation, right, leftValue, rightValue, place });
};

const itemEntry = (item: ShownItem): Record<string, unknown> =>
  present({
    id: item.id,
    verdict: item.status,
    points: item.points && jsonAmount(item.points),
    max: jsonAmount(item.max),
    found: item.found,
    reference: item.reference,
    place: item.place && present({ ...item.place }),
    decided: item.decided,
    findings: item.findings.map(({ id, message }) => ({ id, message })),
    broken: item.broken && link(item.broken),
    reason: item.reason,
  });

/** A submission that could not be graded has `points: null`, never zero. */
const gradePoints = (grade: ShownGrade): number | string | null | undefined => {
  if (grade.failure !== undefined) return null;
  return grade.points && jsonAmount(grade.points);
};

const gradeEntry = (grade: ShownGrade): Record<string, unknown> =>
  present({
    student: grade.student,
    files: grade.files,
    points: gradePoints(grade),
    max: jsonAmount(grade.max),
    rubric: grade.rubric,
    engine,
    items: grade.items.map(itemEntry),
    open: grade.open && jsonAmount(grade.open),
    notices: grade.notices.map(({ id, severity, message, place }) => present({ id, severity, message, place })),
    failure: grade.failure,
  });

/** One grade as a line of `results.jsonl` (docs/reports.md), its line end included. */
const jsonLine = (grade: ShownGrade): string => `${JSON.stringify(gradeEntry(grade))}\n`;

/** A line a submission, in the order given: the record a machine reads. */
export const jsonLines: Reporter = {
  name: 'json-lines',
  file: 'results.jsonl',
  each: false,
  report: (grades) => grades.map(jsonLine).join(''),
};
