/** `npm run bench`: every room's rows, printed as they come and stored in docs/benchmarks.md. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { claimsBench } from './claims.ts';
import { eigenBench } from './eigen.ts';
import { gradeBench } from './grade.ts';
import { iterateBench } from './iterate.ts';
import { judgeBench } from './judge.ts';
import { notationBench } from './notation.ts';
import { numberBench } from './number.ts';
import { readBench } from './read.ts';
import type { BenchRow } from './row.ts';
import { table } from './table.ts';

interface Suite {
  readonly title: string;
  readonly rows: () => BenchRow[] | Promise<BenchRow[]>;
}

/** A new room's rows are a file and a line here. */
const suites: readonly Suite[] = [
  { title: 'Grading', rows: gradeBench },
  { title: 'Reading', rows: readBench },
  { title: 'Claims', rows: claimsBench },
  { title: 'Judge', rows: judgeBench },
  { title: 'Notation', rows: notationBench },
  { title: 'Numbers', rows: numberBench },
  { title: 'Iterations', rows: iterateBench },
  { title: 'Eigenvalues', rows: eigenBench },
];

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`;

const preface = `# Benchmarks

Written by \`npm run bench\`. Each row times the same work done by rederive and by a peer in one interleaved run, so that a
busy moment of the machine hits both; figures are medians of CPU time for one call (of elapsed time for
grading), warm, start-up excluded. Ratios travel between machines better than times do.

Measured on ${machine}.
`;

/** With names of suites as arguments, only those are run, and nothing is stored. */
const asked = process.argv.slice(2).map((name) => name.toLowerCase());
const chosen = suites.filter(({ title }) => asked.length === 0 || asked.includes(title.toLowerCase()));

const sections: string[] = [preface];
for (const { title, rows } of chosen) {
  const section = `## ${title}\n\n${table(await rows())}\n`;
  console.log(section);
  sections.push(section);
}
if (asked.length === 0) writeFileSync('docs/benchmarks.md', sections.join('\n'));
