/** Recurrences with proven digits. */
import type { UndefinedValue } from '../../math/expression/value.ts';
import { bitsFor, budget } from '../../math/number/budget.ts';
import type { Enclosure } from '../../math/number/enclosure.ts';
import type { Exact } from '../../math/number/exact.ts';
import { bitLength, magnitude } from '../../math/number/integer.ts';
import { refusedDigits } from '../../math/number/refine.ts';
import { isUndefined, undefinedValue } from '../../math/number/undefined.ts';
import { type Compiled, compile } from './compile.ts';
import { forecast } from './forecast.ts';
import type { Iterate, Iterates, Recurrence, Snapshot } from './recurrence.ts';
import { type Run, run } from './run.ts';

/** What an iteration may cost. */
export const iterationLimits = {
  /** Steps of one run. */
  steps: 1_000_000,
  /** Steps times binary places of one run. */
  work: 2 ** 33,
  /** Runs with more and more precision. */
  runs: 6,
} as const;

/** What a run is to prove: digits of which variables (by number) at which steps (rising, above zero). */
interface Goal {
  readonly asked: readonly number[];
  readonly digits: number;
  readonly wanted: readonly number[];
}

/** Decimal places at which a variable that looks like zero is taken for one, beyond twice the digits. */
const zeroPlaces = 300;

/** Bits in reserve: for the radius of the error set, and to round the last digit. */
const reserve = 64;

/** The error pass wants errors far below what doubles can show. */
const leastBits = 192;

const wantedBits = (digits: number): number => Math.ceil(digits * 3.321928094887363) + 2;

/** Bits below the point that the smallest of the wanted variables begins at. */
const smallness = (foreseen: readonly Float64Array[], wanted: readonly number[]): number => {
  let least = 1;
  for (const state of foreseen)
    for (const i of wanted) {
      const size = Math.abs(state[i] ?? 0);
      if (size > 0 && size < least) least = size;
    }
  return Math.ceil(-Math.log2(least));
};

/**
 * What is missing of an enclosure's digits, in bits. A number that may be zero is asked for no more once it is known to
 * `zeroPlaces`, nor where doubles found it exactly zero.
 */
const missingBits = (x: Enclosure, rough: number, digits: number): number => {
  const mayBeZero = magnitude(x.mid) <= x.radius;
  if (mayBeZero && (rough === 0 || x.bits >= bitsFor(2 * digits + zeroPlaces))) return 0;
  return wantedBits(digits) - (bitLength(x.mid) - bitLength(x.radius) - 1);
};

const missingIn = (snapshots: readonly Snapshot[], foreseen: readonly Float64Array[], goal: Goal): number => {
  let most = 0;
  for (const [i, { state }] of snapshots.entries())
    for (const j of goal.wanted) {
      const x = state[j];
      if (x !== undefined) most = Math.max(most, missingBits(x, foreseen[i]?.[j] ?? Number.NaN, goal.digits));
    }
  return most;
};

/** Runs until all digits are proven, or no more precision is to be had. */
const refinedRun = (compiled: Compiled, start: readonly Exact[], goal: Goal): Run | UndefinedValue => {
  const { asked, digits, wanted } = goal;
  const foreseen = forecast(compiled.tape, start, asked);
  const last = asked[asked.length - 1] ?? 0;
  let bits = Math.max(leastBits, wantedBits(digits) + smallness(foreseen, wanted) + reserve);
  let best: Run | UndefinedValue = undefinedValue(
    'budget',
    `${last} steps at ${digits} digits are more than is computed`,
  );
  for (let turn = 0; turn < iterationLimits.runs && bits * last <= iterationLimits.work; turn += 1) {
    best = run(compiled, start, asked, bits);
    if (isUndefined(best)) return best;
    const missing = missingIn(best.snapshots, foreseen, goal);
    const undecided = best.ended?.why.cause === 'undecided';
    if (missing <= 0 && !undecided) return best;
    bits = undecided ? Math.max(bits + missing, 2 * bits) : bits + missing + 8;
  }
  return best;
};

const refused = (asked: readonly number[], digits: number): UndefinedValue | undefined => {
  const wrong = asked.find((step) => !Number.isSafeInteger(step) || step < 0);
  if (wrong !== undefined) return undefinedValue('domain', `there is no step ${wrong}`);
  const last = asked.reduce((a, b) => Math.max(a, b), 0);
  if (last > iterationLimits.steps)
    return undefinedValue(
      'budget',
      `step ${last} was asked for; the last that is computed is ${iterationLimits.steps}`,
    );
  return refusedDigits(digits, budget.digits);
};

/**
 * The variables of a recurrence at the asked steps, each enclosed to `digits` significant digits; where only some
 * `variables` are wanted, the others as closely as they come. A variable that cannot be told from zero is enclosed
 * within 10^−(2·digits + 300). `budget`, `unsupported`, `unknown` for what is not computed; a step that is not reached
 * says why (`diverges`, `domain`, `division-by-zero`, `undecided`).
 */
export const iterate = (
  recurrence: Recurrence,
  asked: readonly number[],
  digits: number,
  variables: readonly string[] = recurrence.variables,
): Iterates | UndefinedValue => {
  const refusal = refused(asked, digits);
  if (refusal !== undefined) return refusal;
  const compiled = compile(recurrence);
  if (isUndefined(compiled)) return compiled;
  const wanted = variables.map((name) => recurrence.variables.indexOf(name)).filter((i) => i >= 0);
  const rising = [...new Set(asked)].filter((step) => step > 0).sort((a, b) => a - b);
  const result = refinedRun(compiled, recurrence.start, { asked: rising, digits, wanted });
  if (isUndefined(result)) return result;
  const found = new Map<number, Iterate>([[0, recurrence.start]]);
  for (const { step, state } of result.snapshots) found.set(step, state);
  const missing = result.ended?.why ?? undefinedValue('undecided', 'the step was not reached');
  return asked.map((step) => found.get(step) ?? missing);
};
