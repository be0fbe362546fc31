import { add, type Exact, zero } from '../math/number/exact.ts';
import { jsonAmount } from './amount.ts';
import { engine } from './engine.ts';
import type { Reporter } from './reporter.ts';
import type { ShownGrade, ShownItem, Status } from './shown.ts';

const statuses: readonly Status[] = ['correct', 'carried', 'wrong', 'missing', 'unreadable', 'review', 'answered'];

/** How often each status occurs, those that never do left out, from right to unsettled. */
export const statusCounts = (items: readonly Pick<ShownItem, 'status'>[]): Partial<Record<Status, number>> => {
  const count = (status: Status): number => items.filter((item) => item.status === status).length;
  return Object.fromEntries(statuses.map((status) => [status, count(status)]).filter(([, times]) => times !== 0));
};

const byItem = (grades: readonly ShownGrade[]): Record<string, unknown>[] =>
  (grades[0]?.items ?? []).map(({ id, max }) => ({
    id,
    max: jsonAmount(max),
    ...statusCounts(grades.flatMap((grade) => grade.items.filter((item) => item.id === id))),
  }));

const tally = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

/** How many submissions have each finding, the most frequent first; ties by id. */
const findingCounts = (grades: readonly ShownGrade[]): Record<string, number> => {
  const ids = grades.flatMap((grade) => [...new Set(grade.items.flatMap((item) => item.findings.map(({ id }) => id)))]);
  return Object.fromEntries([...tally(ids)].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
};

const total = (amounts: readonly (Exact | undefined)[]): number | string =>
  jsonAmount(amounts.reduce<Exact>((sum, each) => (each ? add(sum, each) : sum), zero));

const summaryEntry = (grades: readonly ShownGrade[]): Record<string, unknown> => {
  const graded = grades.filter((grade) => grade.failure === undefined);
  const items = graded.flatMap((grade) => grade.items);
  return {
    title: grades[0]?.title ?? '',
    rubric: grades[0]?.rubric ?? '',
    engine,
    submissions: grades.length,
    failed: grades.length - graded.length,
    points: total(graded.map((grade) => grade.points)),
    open: total(graded.map((grade) => grade.open)),
    max: total(graded.map((grade) => grade.max)),
    verdicts: statusCounts(items),
    items: byItem(graded),
    findings: findingCounts(graded),
  };
};

/** Counts per verdict, per item and verdict, and per finding; submissions that could not be graded are apart. */
export const summary: Reporter = {
  name: 'summary',
  file: 'summary.json',
  each: false,
  report: (grades) => `${JSON.stringify(summaryEntry(grades), null, 2)}\n`,
};
