/** Elementary functions and the check of one number, against decimal.js and, at 10 000 digits, mpmath. */
import { Decimal } from 'decimal.js';
import { bitsFor } from '../src/math/number/budget.ts';
import { atan } from '../src/math/number/elementary/atan.ts';
import { exp } from '../src/math/number/elementary/exp.ts';
import { ln } from '../src/math/number/elementary/ln.ts';
import { sin } from '../src/math/number/elementary/sin.ts';
import { exact } from '../src/math/number/exact.ts';
import type { Outcome, Real } from '../src/math/number/real.ts';
import { isWithin, target } from '../src/math/number/within.ts';
import { mpmathTime } from './mpmath.ts';
import type { BenchRow } from './row.ts';
import { interleaved } from './timing.ts';

/** Arguments near 1.11, taken in turn, so that no result can be remembered. */
const texts = Array.from({ length: 16 }, (_, i) => `1.1${1 + i}7${i}`);

const functions = { exp, ln, sin, atan } satisfies Record<string, (x: Real, bits: number) => Outcome>;

type Name = keyof typeof functions;

const inPython: Readonly<Record<Name, string>> = { exp: 'exp', ln: 'log', sin: 'sin', atan: 'atan' };

const inTurn = <T>(items: readonly T[], work: (item: T) => unknown): (() => unknown) => {
  let next = 0;
  return () => {
    const item = items[next % items.length];
    next += 1;
    return item === undefined ? undefined : work(item);
  };
};

const ours = (name: Name, digits: number): (() => unknown) => {
  const bits = bitsFor(digits);
  return inTurn(texts.map(exact), (x) => functions[name](x, bits));
};

const microseconds = (
  work: string,
  [mine = 0, theirs = 0]: readonly number[],
  peer: string,
  goal?: string,
): BenchRow => {
  const row = { work, ours: mine * 1000, peer, theirs: theirs * 1000, unit: 'µs' as const };
  return goal === undefined ? row : { ...row, target: goal };
};

const againstDecimal = (name: Name, digits: number, rounds: number): BenchRow => {
  const Wide = Decimal.clone({ precision: digits });
  const theirs = inTurn(
    texts.map((text) => new Wide(text)),
    (x) => x[name](),
  );
  return microseconds(`${name}, ${digits} digits`, interleaved([ours(name, digits), theirs], rounds), 'decimal.js');
};

const againstMpmath = (name: Name, digits: number): BenchRow | undefined => {
  const call = `mpmath.${inPython[name]}(mpmath.mpf('1.1170'))`;
  const theirs = mpmathTime(`mpmath.mp.dps = ${digits}`, call, 5);
  if (theirs === undefined) return undefined;
  return microseconds(`${name}, ${digits} digits`, [...interleaved([ours(name, digits)], 5), theirs], 'mpmath');
};

const check = (): BenchRow => {
  const claims = Array.from({ length: 64 }, (_, i) => (2.8 + i / 100).toFixed(4));
  const [reference, limit] = [new Decimal('2.871375'), new Decimal('0.05')];
  const goal = target(exact('2.871375'), exact('0.05'));
  const times = interleaved([
    inTurn(claims, (claim) => isWithin(claim, goal)),
    inTurn(claims, (claim) => new Decimal(claim).sub(reference).abs().cmp(limit) <= 0),
  ]);
  return microseconds('one number checked', times, 'decimal.js', '8 times faster');
};

/** The rows of the number room. */
export const numberBench = async (): Promise<BenchRow[]> => {
  const all = Object.keys(functions) as Name[];
  const rows = [
    check(),
    ...all.map((name) => againstDecimal(name, 50, 7)),
    ...all.map((name) => againstDecimal(name, 1000, 3)),
    ...all.map((name) => againstMpmath(name, 10_000)),
  ];
  return rows.filter((row) => row !== undefined);
};
