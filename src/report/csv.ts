import { amount } from './amount.ts';
import { csvCell } from './csv-cell.ts';
import type { Reporter } from './reporter.ts';
import type { ShownGrade } from './shown.ts';

const row = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

const gradeRow = (grade: ShownGrade, ids: readonly string[]): string => {
  const points = grade.failure === undefined && grade.points ? amount(grade.points) : '';
  const open = grade.open ? amount(grade.open) : '';
  const statuses = ids.map((id) => grade.items.find((item) => item.id === id)?.status ?? '');
  return row([csvCell(grade.student), points, amount(grade.max), open, csvCell(grade.failure ?? ''), ...statuses]);
};

/** A row a submission with its points and the verdict on every item: for a spreadsheet. RFC 4180. */
export const csv: Reporter = {
  name: 'csv',
  file: 'grades.csv',
  each: false,
  report: (grades) => {
    const ids = (grades.find((grade) => grade.items.length > 0)?.items ?? []).map((item) => item.id);
    const header = row(['student', 'points', 'max', 'open', 'failure', ...ids.map(csvCell)]);
    return header + grades.map((grade) => gradeRow(grade, ids)).join('');
  },
};
