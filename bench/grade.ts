/** Grading one whole submission: read, claim, judge with findings, score; against only checking its answers elsewhere. */
import { readFileSync } from 'node:fs';
import { evaluate, parse, symbolicEqual } from 'mathjs';
import { grade } from '../src/grade.ts';
import type { Rubric } from '../src/model/rubric.ts';
import type { Submission } from '../src/model/submission.ts';
import { loadRubric } from '../src/rubric/load.ts';
import { mpmathTime } from './mpmath.ts';
import { rederiveWithMathjs, sympyRederiving } from './rederiving-peers.ts';
import type { BenchRow } from './row.ts';
import { median } from './timing.ts';

const sample = 'submissions/ecs289/all-right.md';

const rubric = (): Rubric => {
  const path = 'rubrics/ecs289.yaml';
  const loaded = loadRubric(readFileSync(path, 'utf8'), path).rubric;
  if (!loaded) throw new Error(`${path} does not load`);
  return loaded;
};

/** Answer and reference of every item that is a value or an expression. */
const numbers: readonly (readonly [string, string])[] = [
  ['3.55', '3.55'],
  ['0.2', '0.2'],
  ['3.185', '3.185'],
  ['-0.0975', '-0.0975'],
  ['2.871375', '2.871375'],
  ['-0.19825', '-0.19825'],
];
const vectors: readonly (readonly [string, string])[] = [
  ['[-0.45, -0.8]', '[-0.45, -0.8]'],
  ['[3.55, 0.2]', '[3.55, 0.2]'],
  ['[-0.6935, -0.56525]', '[-0.6935, -0.56525]'],
  ['[2.8565, -0.36525]', '[2.8565, -0.36525]'],
  ['[-0.80368625, -0.0959575]', '[-0.80368625, -0.0959575]'],
  ['[2.05281375, -0.4612075]', '[2.05281375, -0.4612075]'],
];
const expressions: readonly (readonly [string, string])[] = [
  ['2x + y', '2 * x + y'],
  ['x + 12y', 'x + 12 * y'],
];

/** The same 14 answers, already found and cut out, parsed and compared by mathjs; no reading, no findings. */
const checkWithMathjs = (): (() => boolean) => {
  const near = (answer: string, reference: string): boolean =>
    evaluate(`max(abs(flatten([${answer}] - [${reference}]))) <= 0.05`) === true;
  const same = (answer: string, reference: string): boolean => symbolicEqual(parse(answer), parse(reference));
  return () =>
    [...numbers, ...vectors].every(([answer, reference]) => near(answer, reference)) &&
    expressions.every(([answer, reference]) => same(answer, reference));
};

/** The same in SymPy: a line of set-up and one expression, as its users write it. */
const sympyMilliseconds = (): number | undefined => {
  const spelled = expressions.map(([answer, reference]) => [answer.replace(/(\d)([a-z])/g, '$1*$2'), reference]);
  const setup = [
    'import sympy',
    `values = ${JSON.stringify([...numbers, ...vectors])}`,
    `expressions = ${JSON.stringify(spelled)}`,
    'flat = lambda t: sympy.Matrix(sympy.sympify("[" + t.strip("[]") + "]", rational=True))',
    'near = lambda a, r: max(abs(d) for d in flat(a) - flat(r)) <= sympy.Rational(1, 20)',
    'same = lambda a, r: sympy.simplify(sympy.sympify(a) - sympy.sympify(r)) == 0',
  ].join('\n');
  return mpmathTime(setup, 'all(near(a, r) for a, r in values) and all(same(a, r) for a, r in expressions)', 20);
};

/** Elapsed time: what a person or a queue waits for. The collector's threads run beside on another core. */
const timed = async (run: () => unknown, times: number): Promise<number> => {
  const start = performance.now();
  for (let k = 0; k < times; k += 1) await run();
  return (performance.now() - start) / times;
};

/** First calls are compiled while they run: two seconds of calls are left out for each. */
const warm = async (run: () => unknown): Promise<void> => {
  for (const end = performance.now() + 2000; performance.now() < end; ) await run();
};

/** A turn is long enough to hold its own garbage collections, and not to be about those of the other. */
const turn = 300;

/** How many calls fill a turn. */
const callsIn = async (run: () => unknown): Promise<number> => Math.max(5, Math.round(turn / (await timed(run, 20))));

/** Rounds of both, turn by turn; medians. */
const inTurns = async (ours: () => unknown, theirs: () => unknown): Promise<readonly [number, number]> => {
  await warm(ours);
  await warm(theirs);
  const [times, others] = [await callsIn(ours), await callsIn(theirs)];
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round < 7; round += 1) {
    a.push(await timed(ours, times));
    b.push(await timed(theirs, others));
  }
  return [median(a), median(b)];
};

const submissionOf = (text: string): Submission => ({
  student: 'all-right',
  files: [{ name: 'all-right.md', bytes: new TextEncoder().encode(text) }],
});

const size = ({ files }: Submission): string => `${((files[0]?.bytes.length ?? 0) / 1000).toFixed(1)} KB`;

/** A submission named by `GRADE_FILE`, to measure on real work; none without the variable. */
const named = (): Submission | undefined => {
  const path = process.env['GRADE_FILE'];
  return path === undefined ? undefined : submissionOf(readFileSync(path, 'utf8'));
};

const mathjs = { peer: 'mathjs, 14 answers alone', unit: 'ms' } as const;

/** The rows of the whole: the sample as it is, and from its second part on, where nothing is a derivation. */
export const gradeBench = async (): Promise<BenchRow[]> => {
  const assignment = rubric();
  const text = readFileSync(sample, 'utf8');
  const values = submissionOf(text.slice(text.indexOf('## 2 Optimizers')));
  const check = checkWithMathjs();
  if (!check() || !rederiveWithMathjs()) throw new Error('mathjs does not accept the answers');
  const [ours, theirs] = await inTurns(() => grade(assignment, values), check);
  const work = `${size(values)} of values read, judged, scored`;
  const rows: BenchRow[] = [{ ...mathjs, work, ours, theirs, target: '5 times faster, under 1.5 ms' }];
  for (const [whole, name] of [
    [submissionOf(text), 'with its derivations'],
    [named(), 'of GRADE_FILE'],
  ] as const) {
    if (!whole) continue;
    const [all, peer] = await inTurns(() => grade(assignment, whole), check);
    rows.push({ ...mathjs, work: `${size(whole)} ${name}`, ours: all, theirs: peer, target: 'under 5 ms' });
  }
  const [same, derived] = await inTurns(() => grade(assignment, values), rederiveWithMathjs);
  rows.push({
    work,
    ours: same,
    unit: 'ms',
    peer: 'mathjs, 14 answers re-derived',
    theirs: derived,
    target: '5 times faster',
  });
  const bySympy = [
    ['SymPy, 14 answers alone', sympyMilliseconds()],
    ['SymPy, 14 answers re-derived', sympyRederiving()],
  ] as const;
  for (const [peer, theirs] of bySympy)
    if (theirs !== undefined) rows.push({ work, ours, unit: 'ms', peer, theirs, target: '5 times faster' });
  return rows;
};
