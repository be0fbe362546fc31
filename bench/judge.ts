/** One answer judged from a line of JSON to a line of JSON, against mathjs doing the same comparison. */
import { compile, type EvalFunction, equal, evaluate, rationalize, unit } from 'mathjs';
import { judgeLine } from '../src/judge/protocol.ts';
import type { BenchRow } from './row.ts';
import { interleaved } from './timing.ts';

interface Asked {
  readonly answer: string;
  readonly reference: string;
}

const line = ({ answer, reference }: Asked, rule: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ id: 1, answer, reference, notation: 'plain', rule });

const read = (text: string): Asked => JSON.parse(text) as Asked;

/** First calls build tables and are slow: a second of calls is left out for each. */
const warm = (candidates: readonly (() => unknown)[]): void => {
  for (const candidate of candidates) for (const end = performance.now() + 1000; performance.now() < end; ) candidate();
};

const row = (work: string, request: string, theirs: (asked: Asked) => unknown, target?: string): BenchRow => {
  const candidates = [() => judgeLine(request), () => JSON.stringify({ id: 1, correct: theirs(read(request)) })];
  warm(candidates);
  const [ours = 0, peer = 0] = interleaved(candidates, 9, 60);
  return { work, ours: ours * 1000, peer: 'mathjs', theirs: peer * 1000, unit: 'µs', ...(target && { target }) };
};

const atPoints = (a: EvalFunction, b: EvalFunction): boolean =>
  [0.3, 1.1, 1.7, 2.3, 3.1].every((x) => Math.abs(Number(a.evaluate({ x })) - Number(b.evaluate({ x }))) < 1e-9);

/** Single answers of each kind. */
export const judgeBench = (): BenchRow[] => [
  row(
    'a number to its digits',
    line({ answer: '2.88', reference: '2.876' }, { kind: 'number', shown: { decimals: 1 } }),
    ({ answer, reference }) => Math.abs(Number(evaluate(answer)) - Number(evaluate(reference))) <= 0.005,
    '20,000 a second: 50 µs',
  ),
  row(
    'polynomials, exactly',
    line({ answer: '(x+1)^2', reference: 'x^2+2*x+1' }, { kind: 'expression' }),
    ({ answer, reference }) => rationalize(`(${answer})-(${reference})`).toString() === '0',
    '20,000 a second: 50 µs',
  ),
  row(
    'a quantity in other units',
    line({ answer: '36 km/h', reference: '10 m/s' }, { kind: 'quantity', rel: '0' }),
    ({ answer, reference }) => equal(unit(answer).toSI().toNumber('m/s'), unit(reference).toNumber('m/s')),
    '20,000 a second: 50 µs',
  ),
  row(
    'sin 2x = 2 sin x cos x, by enclosures; mathjs at five points',
    line({ answer: 'sin(2*x)', reference: '2*sin(x)*cos(x)' }, { kind: 'expression' }),
    ({ answer, reference }) => atPoints(compile(answer), compile(reference)),
  ),
];
