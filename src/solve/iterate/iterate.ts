/** Recurrences with proven digits. */
import type { UndefinedValue } from '../../math/expression/value.ts';
import { bitsFor, budget } from '../../math/number/budget.ts';
import type { Enclosure } from '../../math/number/enclosure.ts';
import type { Exact } from '../../math/number/exact.ts';
import { bitLength, magnitude } from '../../math/number/integer.ts';
import { refusedDigits } from '../../math/number/refine.ts';
import { isUndefined, undefinedValue } from '../../math/number/undefined.ts';
import { type Compiled, compile } from './compile/compile.ts';
import { divisionByZero } from './exact-steps.ts';
import { isShorter, leap } from './leap/leap.ts';
import type { Run } from './outcome.ts';
import type { Iterate, Iterates, Recurrence, Snapshot } from './recurrence.ts';
import { run } from './run.ts';

/** What an iteration may cost. */
const iterationLimits = {
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

/**
 * What is missing of an enclosure's digits, in bits. A number that may be zero is asked for no more once it is known to
 * `zeroPlaces` more than twice the digits.
 */
const missingBits = (x: Enclosure, digits: number): number => {
  const mayBeZero = magnitude(x.mid) <= x.radius;
  const enough = bitsFor(2 * digits + zeroPlaces);
  if (mayBeZero && x.bits >= enough) return 0;
  const missing = wantedBits(digits) - (bitLength(x.mid) - bitLength(x.radius) - 1);
  return mayBeZero ? Math.max(missing, Math.min(enough - x.bits, 2 * missing)) : missing;
};

const missingIn = (snapshots: readonly Snapshot[], { wanted, digits }: Goal): number => {
  let most = 0;
  for (const { state } of snapshots)
    for (const i of wanted) {
      const x = state[i];
      if (x !== undefined) most = Math.max(most, missingBits(x, digits));
    }
  return most;
};

/** One attempt at a precision: by leaps where that is shorter and their errors stay in bounds, else step by step. */
const attempt = (
  compiled: Compiled,
  start: readonly Exact[],
  asked: readonly number[],
  bits: number,
): Run | UndefinedValue => {
  const { affine, tape } = compiled;
  if (affine !== undefined && isShorter(affine, asked, tape.operations.length)) {
    const found = leap(affine, start, asked, bits);
    if (found.ended === undefined) return found;
  }
  return run(compiled, start, asked, bits);
};

/** A first precision: enough for numbers near 1, or for those that a leap finds at the last step. */
const firstBits = ({ affine, tape }: Compiled, start: readonly Exact[], { asked, digits, wanted }: Goal): number => {
  const bits = Math.max(leastBits, wantedBits(digits) + reserve);
  if (affine === undefined || isShorter(affine, asked, tape.operations.length)) return bits;
  const found = leap(affine, start, asked.slice(-1), 4 * bits).snapshots.flatMap(({ state }) => state);
  const lengths = wanted.map((i) => bitLength(found[i]?.mid ?? 0n)).filter((length) => length > 0);
  return bits + Math.max(0, 4 * bits - lengths.reduce((a, b) => Math.min(a, b), 4 * bits));
};

/** Runs until all digits are proven, or no more precision is to be had. */
const refinedRun = (compiled: Compiled, start: readonly Exact[], goal: Goal): Run | UndefinedValue => {
  const { asked, digits } = goal;
  const last = asked[asked.length - 1] ?? 0;
  let best: Run | UndefinedValue = undefinedValue(
    'budget',
    `${last} steps at ${digits} digits are more than is computed`,
  );
  let bits = firstBits(compiled, start, goal);
  for (let turn = 0; turn < iterationLimits.runs && bits * last <= iterationLimits.work; turn += 1) {
    best = attempt(compiled, start, asked, bits);
    if (isUndefined(best)) return best;
    const zero = turn === 0 && best.ended && divisionByZero(compiled.tape, start, best.ended.step);
    if (best.ended && zero) return { ...best, ended: { step: best.ended.step, why: zero } };
    const missing = missingIn(best.snapshots, goal);
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
