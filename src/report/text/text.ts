import { printSpoken } from '../../math/expression/print-spoken.ts';
import { amount } from '../amount.ts';
import { linkToTell } from '../link-to-tell.ts';
import { placeText } from '../place-text.ts';
import type { Reporter } from '../reporter.ts';
import type { ShownGrade, ShownItem, ShownLink, Status } from '../shown.ts';
import { statusWords } from '../status-words.ts';
import { statusCounts } from '../summary.ts';
import { visible } from '../visible.ts';
import { cut, fill, width, wrap } from './columns.ts';
import { type Paint, plain, type Tone } from './paint.ts';

const tones: Readonly<Record<Status, Tone>> = {
  correct: 'good',
  carried: 'half',
  wrong: 'bad',
  missing: 'bad',
  unreadable: 'open',
  review: 'open',
  answered: 'strong',
};

const widest = 30;
const noteColumns = 100;

interface Cell {
  readonly text: string;
  readonly tone?: Tone;
}

const points = (item: ShownItem): string =>
  item.points === undefined ? '' : `${item.open ? '?' : amount(item.points)} of ${amount(item.max)}`;

/** Markup is for typesetting: on a terminal `\frac{1}{2}` is told as it was understood, 1/2. */
const foundText = ({ found = '', read }: ShownItem): string =>
  read && found.includes('\\') ? printSpoken(read) : found;

const cells = (item: ShownItem): Cell[] => [
  { text: visible(item.id) },
  { text: `${statusWords[item.status].sign} ${statusWords[item.status].word}`, tone: tones[item.status] },
  { text: points(item) },
  { text: cut(visible(foundText(item)), widest) },
  { text: cut(visible(item.reference ?? ''), widest) },
  { text: item.place ? visible(placeText(item.place)) : '', tone: 'faint' },
];

const linkNote = ({ left, relation, right, leftValue, rightValue }: ShownLink): string => {
  const values = leftValue === undefined ? '' : `: the left side is ${leftValue}, the right ${rightValue}`;
  return `the step ${left} ${relation} ${right} does not hold${values}`;
};

/** Why the verdict is what it is, a sentence a line. */
const notes = (item: ShownItem): string[] => {
  const broken = linkToTell(item);
  return [
    ...item.findings.map((finding) => finding.message),
    ...(broken ? [linkNote(broken)] : []),
    ...(item.reason === undefined ? [] : [item.reason]),
  ];
};

const noteLines = (item: ShownItem, indent: number, paint: Paint): string[] =>
  notes(item)
    .flatMap((note) => wrap(visible(note), noteColumns))
    .map((line) => paint('faint', `${' '.repeat(indent)}${line}`));

const table = (grade: ShownGrade, paint: Paint): string[] => {
  const header = ['item', 'verdict', 'points', 'found', 'reference', 'where'].map(
    (text): Cell => ({ text, tone: 'faint' }),
  );
  const rows = grade.items.map(cells);
  const filled = header.map((_, column) => rows.some((row) => row[column]?.text));
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => width(row[column]?.text ?? ''))));
  const line = (row: readonly Cell[]): string =>
    row
      .map(({ text, tone }, column) => {
        const padded = fill(text, widths[column] ?? 0);
        return tone ? paint(tone, padded) : padded;
      })
      .filter((_, column) => filled[column])
      .join('  ');
  const indent = 4 + (widths[0] ?? 0);
  const body = grade.items.flatMap((item, index) => [
    `  ${line(rows[index] ?? [])}`.trimEnd(),
    ...noteLines(item, indent, paint),
  ]);
  return [`  ${line(header)}`.trimEnd(), ...body];
};

const counts = (grade: ShownGrade): string =>
  Object.entries(statusCounts(grade.items))
    .map(([status, times]) => `${times} ${status}`)
    .join(', ');

const score = (grade: ShownGrade): string => {
  if (grade.points === undefined) return '';
  const open = grade.open && amount(grade.open) !== '0' ? `, ${amount(grade.open)} open for a person to decide` : '';
  return `${amount(grade.points)} of ${amount(grade.max)} points${open}; `;
};

const noticeLines = (grade: ShownGrade, paint: Paint): string[] =>
  grade.notices.map(({ severity, message, place }) =>
    paint('faint', `  ${severity}: ${place ? `${visible(placeText(place))}: ` : ''}${visible(message)}`),
  );

const one = (grade: ShownGrade, paint: Paint): string => {
  const title = paint('strong', visible(grade.student));
  if (grade.failure !== undefined)
    return `${title}\n  ${paint('bad', 'not graded')}: ${visible(grade.failure)}\n${noticeLines(grade, paint).join('\n')}`;
  const lines = [title, ...table(grade, paint), ...noticeLines(grade, paint)];
  return [...lines, `  ${paint('strong', `${score(grade)}${counts(grade)}`)}`].join('\n');
};

/** A table a submission with a line of totals, in colours where `paint` gives them. */
export const textWith = (paint: Paint): Reporter => ({
  name: 'text',
  file: 'report.txt',
  each: false,
  report: (grades) => grades.map((grade) => `${one(grade, paint).trimEnd()}\n`).join('\n'),
});

/** The same without colours. */
export const text: Reporter = textWith(plain);
