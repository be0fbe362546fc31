import { amount } from './amount.ts';
import { markdownText } from './markdown-text.ts';
import { placeText } from './place-text.ts';
import type { Reporter } from './reporter.ts';
import type { ShownGrade, ShownItem } from './shown.ts';
import { statusWords } from './status-words.ts';
import { statusCounts } from './summary.ts';

/** GitHub drops a job summary over 1 MiB without a word; this leaves room for what other steps add. */
const mostBytes = 1_000_000;

const encoder = new TextEncoder();
const bytes = (text: string): number => encoder.encode(text).length;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

const score = (grade: ShownGrade): string => {
  if (grade.failure !== undefined) return 'not graded';
  return grade.points === undefined ? '' : `${amount(grade.points)} of ${amount(grade.max)}`;
};

const overview = (grade: ShownGrade): string => {
  const counts = Object.entries(statusCounts(grade.items)).map(([status, times]) => `${times} ${status}`);
  return row([markdownText(grade.student), score(grade), markdownText(grade.failure ?? counts.join(', '))]);
};

const itemRow = (item: ShownItem): string => {
  const words = statusWords[item.status];
  const why = [...item.findings.map(({ message }) => message), ...(item.reason === undefined ? [] : [item.reason])];
  return row([
    markdownText(item.id),
    `${words.sign} ${words.word}`,
    item.found === undefined ? '' : `<code>${markdownText(item.found)}</code>`,
    item.place ? markdownText(placeText(item.place)) : '',
    markdownText(why.join(' ')),
  ]);
};

const details = (grade: ShownGrade): string => {
  const rows = grade.items.filter(({ status }) => status !== 'correct').map(itemRow);
  if (rows.length === 0) return '';
  const table =
    row(['item', 'verdict', 'found', 'where', 'why']) + row(['---', '---', '---', '---', '---']) + rows.join('');
  return `\n<details><summary>${markdownText(grade.student)}</summary>\n\n${table}\n</details>\n`;
};

/** As many pieces as fit, and how many did not. */
const fitting = (pieces: readonly string[], room: number): string => {
  let used = 0;
  let taken = 0;
  for (const piece of pieces) {
    used += bytes(piece);
    if (used > room) break;
    taken += 1;
  }
  const rest = pieces.length - taken;
  return pieces.slice(0, taken).join('') + (rest > 0 ? `\n${rest} more in the report.\n` : '');
};

/** A job summary for GitHub Actions: a table of the submissions, then what is not right in each; within its limit. */
export const github: Reporter = {
  name: 'github',
  file: 'summary.md',
  each: false,
  report: (grades) => {
    const head = `## ${markdownText(grades[0]?.title ?? 'Nothing graded')}\n\n${row(['submission', 'points', 'verdicts'])}${row(['---', '---:', '---'])}`;
    const table = head + fitting(grades.map(overview), mostBytes / 2);
    return table + fitting(grades.map(details), mostBytes - bytes(table) - 100);
  },
};
