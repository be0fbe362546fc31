/** A thousand steps of Nesterov's method on three functions, with every digit proven, against runs without a proof. */
import { Decimal } from 'decimal.js';
import { parsePlain } from '../src/math/notation/plain.ts';
import { bitsFor } from '../src/math/number/budget.ts';
import { exact } from '../src/math/number/exact.ts';
import { type Compiled, compile } from '../src/solve/iterate/compile/compile.ts';
import { iterate } from '../src/solve/iterate/iterate.ts';
import type { Recurrence } from '../src/solve/iterate/recurrence.ts';
import { run } from '../src/solve/iterate/run.ts';
import { mpmathTime } from './mpmath.ts';
import { plainRun } from './plain-run.ts';
import type { BenchRow } from './row.ts';
import { interleaved } from './timing.ts';

const steps = 1000;

/** One of the three: the same iteration for us, for decimal.js and for mpmath. */
interface Problem {
  readonly name: string;
  readonly recurrence: Recurrence;
  readonly rate: string;
  readonly start: readonly [string, string];
  readonly gradient: (D: typeof Decimal) => (x: Decimal, y: Decimal) => readonly [Decimal, Decimal];
  /** Lines of Python that set gx and gy from lx and ly. */
  readonly python: readonly string[];
}

/** v ← 0.9 v − rate ∇f(p + 0.9 v), p ← p + v. */
const nesterov = (gradient: readonly [string, string], rate: string, start: readonly string[]): Recurrence => {
  const ahead = (text: string): string => text.replaceAll('X', '(x + 0.9 v)').replaceAll('Y', '(y + 0.9 w)');
  const [v, w] = [`0.9 v - ${rate} (${ahead(gradient[0])})`, `0.9 w - ${rate} (${ahead(gradient[1])})`];
  return {
    variables: ['x', 'y', 'v', 'w'],
    updates: [`x + (${v})`, `y + (${w})`, v, w].map((text) => parsePlain(text).tree),
    start: [...start, '0', '0'].map(exact),
  };
};

const quadratic: Problem = {
  name: 'f1 = x² + xy + 6y²',
  recurrence: nesterov(['2 X + Y', 'X + 12 Y'], '0.05', ['4', '1']),
  rate: '0.05',
  start: ['4', '1'],
  gradient: () => (x, y) => [x.times(2).plus(y), x.plus(y.times(12))],
  python: ['gx = 2*lx + ly', 'gy = lx + 12*ly'],
};

const rosenbrock: Problem = {
  name: 'f2 = (1−x)² + 100(y−x²)²',
  recurrence: nesterov(['2 (X - 1) - 400 X (Y - X^2)', '200 (Y - X^2)'], '0.001', ['-1.2', '1']),
  rate: '0.001',
  start: ['-1.2', '1'],
  gradient: () => (x, y) => {
    const t = y.minus(x.times(x));
    return [x.minus(1).times(2).minus(x.times(t).times(400)), t.times(200)];
  },
  python: ['t = ly - lx*lx', 'gx = 2*(lx - 1) - 400*lx*t', 'gy = 200*t'],
};

const [u, w, z] = ['exp(X + 3 Y - 0.1)', 'exp(X - 3 Y - 0.1)', 'exp(-X - 0.1)'];

const logSumExp: Problem = {
  name: 'f3 = ln(e^(x+3y−0.1) + e^(x−3y−0.1) + e^(−x−0.1))',
  recurrence: nesterov(
    [`(${u} + ${w} - ${z}) / (${u} + ${w} + ${z})`, `(3 ${u} - 3 ${w}) / (${u} + ${w} + ${z})`],
    '0.1',
    ['4', '1'],
  ),
  rate: '0.1',
  start: ['4', '1'],
  gradient: (D) => {
    const shift = new D('0.1');
    return (x, y) => {
      const three = y.times(3);
      const [a, b, c] = [
        x.plus(three).minus(shift).exp(),
        x.minus(three).minus(shift).exp(),
        x.neg().minus(shift).exp(),
      ];
      const s = a.plus(b).plus(c);
      return [a.plus(b).minus(c).div(s), a.minus(b).times(3).div(s)];
    };
  },
  python: [
    'a = mpmath.exp(lx + 3*ly - c); b = mpmath.exp(lx - 3*ly - c); d = mpmath.exp(-lx - c); s = a + b + d',
    'gx = (a + b - d)/s',
    'gy = 3*(a - b)/s',
  ],
};

const decimalRun = ({ gradient, rate, start }: Problem, digits: number): (() => Decimal) => {
  const D = Decimal.clone({ precision: digits + 10 });
  const [slope, momentum, step] = [gradient(D), new D('0.9'), new D(rate)];
  return () => {
    let [x, y, v, w] = [new D(start[0]), new D(start[1]), new D(0), new D(0)];
    for (let k = 0; k < steps; k += 1) {
      const [a, b] = [v.times(momentum), w.times(momentum)];
      const [gx, gy] = slope(x.plus(a), y.plus(b));
      [v, w] = [a.minus(step.times(gx)), b.minus(step.times(gy))];
      [x, y] = [x.plus(v), y.plus(w)];
    }
    return x;
  };
};

const mpmathRun = ({ python, rate, start }: Problem, digits: number, times: number): number | undefined => {
  const body = ['lx = x + g*v; ly = y + g*w', ...python, 'v = g*v - r*gx; w = g*w - r*gy; x += v; y += w'];
  const setup = `
mpmath.mp.dps = ${digits + 10}
def nesterov():
    g = mpmath.mpf('0.9'); r = mpmath.mpf('${rate}'); c = mpmath.mpf('0.1')
    x = mpmath.mpf('${start[0]}'); y = mpmath.mpf('${start[1]}'); v = w = mpmath.mpf(0)
    for k in range(${steps}):
${body.map((line) => `        ${line}`).join('\n')}
    return x`;
  return mpmathTime(setup, 'nesterov()', times);
};

const compiledOf = ({ recurrence }: Problem): Compiled => {
  const compiled = compile(recurrence);
  if (compiled.kind === 'undefined') throw new Error(compiled.reason);
  return compiled;
};

/** The steps whose digits are asked for: the last one, or all of them. */
type Asked = 'step 1000' | 'every step';

const askedSteps: Readonly<Record<Asked, readonly number[]>> = {
  'step 1000': [steps],
  'every step': Array.from({ length: steps }, (_, k) => k + 1),
};

/** The proven run as a caller gets it. */
const proven =
  ({ recurrence }: Problem, digits: number, asked: Asked): (() => unknown) =>
  () =>
    iterate(recurrence, askedSteps[asked], digits, ['x']);

const workOf = ({ name }: Problem, digits: number, asked: Asked): string =>
  `${steps} Nesterov steps, ${digits} proven digits of ${asked}: ${name}`;

/** Milliseconds of a sample: long beside the collection of what decimal.js leaves behind. */
const sample = 150;

const againstDecimal = (problem: Problem, digits: number, asked: Asked, rounds: number): BenchRow => {
  const candidates = [proven(problem, digits, asked), decimalRun(problem, digits)];
  const [ours = 0, theirs = 0] = interleaved(candidates, rounds, sample);
  return { work: workOf(problem, digits, asked), ours, peer: 'decimal.js', theirs, unit: 'ms' };
};

const times = (row: BenchRow, factor: number): BenchRow => ({ ...row, target: `${factor} times faster` });

/** The same steps with and without the proof, at the same precision. */
const proof = (problem: Problem, digits: number): BenchRow => {
  const compiled = compiledOf(problem);
  const { start } = problem.recurrence;
  const bits = bitsFor(digits);
  const [ours = 0, theirs = 0] = interleaved([
    () => run(compiled, start, [steps], bits),
    plainRun(compiled, start, steps, bits),
  ]);
  const work = `the same steps with their proof, ${digits} digits: ${problem.name}`;
  return { work, ours, peer: 'own plain run', theirs, unit: 'ms', target: 'at most 1.5 times' };
};

const againstMpmath = (problem: Problem, digits: number): readonly BenchRow[] => {
  const theirs = mpmathRun(problem, digits, 5);
  if (theirs === undefined) return [];
  const [ours = 0] = interleaved([proven(problem, digits, 'step 1000')]);
  return [
    { work: workOf(problem, digits, 'step 1000'), ours, peer: 'mpmath', theirs, unit: 'ms', target: '8 times faster' },
  ];
};

const problems = [quadratic, rosenbrock, logSumExp];

/** The rows of the iterations. */
export const iterateBench = async (): Promise<BenchRow[]> => [
  times(againstDecimal(quadratic, 50, 'step 1000', 7), 25),
  times(againstDecimal(rosenbrock, 50, 'step 1000', 7), 25),
  times(againstDecimal(logSumExp, 50, 'step 1000', 5), 150),
  times(againstDecimal(quadratic, 1000, 'step 1000', 5), 8),
  times(againstDecimal(rosenbrock, 1000, 'step 1000', 5), 25),
  againstDecimal(quadratic, 50, 'every step', 7),
  againstDecimal(rosenbrock, 50, 'every step', 7),
  ...problems.flatMap((problem) => againstMpmath(problem, 50)),
  ...problems.map((problem) => proof(problem, 50)),
];
