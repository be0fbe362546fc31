import type { BenchRow } from './row.ts';

const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

const ratio = ({ ours, theirs }: BenchRow): string => {
  const times = theirs / ours;
  return times >= 1 ? `${figure(times)} times faster` : `${figure(1 / times)} times slower`;
};

const cells = (row: BenchRow): string[] => [
  row.work,
  `${figure(row.ours)} ${row.unit}`,
  row.peer,
  `${figure(row.theirs)} ${row.unit}`,
  ratio(row),
  row.target ?? '',
];

const header = ['work', 'rederive', 'peer', 'peer’s time', 'ratio', 'target'];

/** Rows as a Markdown table with straight columns, which reads well on a terminal too. */
export const table = (rows: readonly BenchRow[]): string => {
  const lines = [header, ...rows.map(cells)];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const written = (line: readonly string[]): string =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [head = header, ...body] = lines;
  return [written(head), rule, ...body.map(written)].join('\n');
};
