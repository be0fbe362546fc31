/** `npm run bench`: every room's rows, printed as they come and stored in docs/benchmarks.md. */
import { execFileSync } from 'node:child_process';
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
grading), warm, start-up excluded, each suite in a process of its own. Ratios travel between machines better than times do.
V8's guess which objects will live long is off: it is made once a process, from whichever collection falls into the
warm-up, and decides for or against a factor of two in the rows that allocate most, ours and the peers'.

Measured on ${machine}.
`;

/** The rows of one suite as a section of the page. */
const sectionOf = async ({ title, rows }: Suite): Promise<string> => `## ${title}\n\n${table(await rows())}\n`;

/**
 * A suite in a process of its own: how code was compiled and where objects were put for the suites before it would
 * show in its times.
 */
const measuredAlone = ({ title }: Suite): string =>
  execFileSync(process.execPath, [...process.execArgv, process.argv[1] ?? '', title], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** With names of suites as arguments, only those are run, here, and nothing is stored. */
const asked = process.argv.slice(2).map((name) => name.toLowerCase());
if (asked.length > 0) {
  for (const suite of suites) if (asked.includes(suite.title.toLowerCase())) console.log(await sectionOf(suite));
} else {
  const sections = [preface];
  for (const suite of suites) {
    const section = measuredAlone(suite);
    console.log(section);
    sections.push(section);
  }
  writeFileSync('docs/benchmarks.md', `${sections.map((section) => section.trimEnd()).join('\n\n')}\n`);
}
