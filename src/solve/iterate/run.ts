/**
 * One run at one precision: the tape on BigInt, and beside it, in doubles, a proof of how far it is from the truth.
 * A block of steps that cannot be proven is taken again in shorter ones, at last in single steps.
 */
import type { UndefinedValue } from '../../math/expression/value.ts';
import { enclose, enclosure } from '../../math/number/enclosure.ts';
import type { Exact } from '../../math/number/exact.ts';
import { isUndefined } from '../../math/number/undefined.ts';
import type { Compiled } from './compile/compile.ts';
import type { Tape } from './compile/tape.ts';
import { doubleAbove } from './machine/doubles.ts';
import { type Machine, machine } from './machine/machine.ts';
import type { Register } from './machine/thread.ts';
import { largestBits, noProof, type Run, tooLarge } from './outcome.ts';
import { affinePass } from './proof/affine-pass.ts';
import type { ErrorBounds, ErrorPass } from './proof/error-pass.ts';
import { lohnerPass } from './proof/lohner-pass.ts';
import type { Snapshot } from './recurrence.ts';
import { whyNot } from './why-not.ts';

interface Progress {
  readonly tape: Tape;
  readonly variables: readonly Register[];
  /** What no variable may exceed. */
  readonly limit: bigint;
  readonly machine: Machine;
  readonly pass: ErrorPass;
  /** Rising; as many of them are behind as there are snapshots. */
  readonly asked: readonly number[];
  readonly last: number;
  readonly snapshots: Snapshot[];
  step: number;
}

/** A state inside a block that was asked for. */
interface Mark {
  readonly step: number;
  readonly state: readonly bigint[];
}

const isTooLarge = ({ variables, limit }: Progress): boolean =>
  variables.some(({ value }) => value > limit || -value > limit);

/** What a block of steps came to. */
interface Block {
  readonly taken: number;
  readonly marks: readonly Mark[];
  /** Why the next step was not taken, where one was wanted. */
  readonly stopped?: 'no value' | 'too large';
}

/** Takes up to `length` steps. */
const takeSteps = (p: Progress, length: number): Block => {
  const { machine: m, pass, asked } = p;
  let next = p.snapshots.length;
  const marks: Mark[] = [];
  pass.begin();
  const end = Math.min(length, p.last - p.step);
  for (let taken = 0; taken < end; taken += 1) {
    if (!m.compute()) return { taken, marks, stopped: 'no value' };
    if (!pass.record()) return { taken, marks, stopped: 'too large' };
    m.advance();
    if (p.step + taken + 1 !== asked[next]) continue;
    next += 1;
    pass.mark(taken + 1);
    marks.push({ step: p.step + taken + 1, state: p.variables.map(({ value }) => value) });
  }
  return { taken: end, marks };
};

/** Why the step after the last proven one has no value. */
const explained = (p: Progress): UndefinedValue => {
  const state = p.variables.map(({ value }) => value);
  const { state: enclosed } = snapshotOf({ step: p.step, state }, p.pass.errors(), p.machine.bits);
  return whyNot(p.tape, enclosed, p.step + 1, p.machine.bits);
};

const snapshotOf = ({ step, state }: Mark, { bounds, exponent }: ErrorBounds, bits: number): Snapshot => {
  const radius = (i: number): bigint => BigInt(Math.ceil(bounds[i] as number)) << BigInt(exponent);
  return { step, state: state.map((mid, i) => enclosure(mid, radius(i), bits)) };
};

/** Takes a block and proves it; why the run ends, where it does. */
const takeBlock = (p: Progress): UndefinedValue | undefined => {
  const before = p.variables.map(({ value }) => value);
  for (let length = p.pass.length(); length >= 1; length = length > 1 ? Math.ceil(length / 4) : 0) {
    const { taken, marks, stopped } = takeSteps(p, length);
    if (taken === 0) return stopped === 'too large' ? tooLarge(p.step + 1) : explained(p);
    const found = p.pass.settle(taken);
    if (found !== undefined) {
      for (const [i, mark] of marks.entries())
        p.snapshots.push(snapshotOf(mark, found[i] as ErrorBounds, p.machine.bits));
      p.step += taken;
      return isTooLarge(p) ? tooLarge(p.step) : undefined;
    }
    for (const [i, variable] of p.variables.entries()) variable.value = before[i] as bigint;
  }
  return noProof(p.step + 1);
};

/** Registers that the error pass reads after every step. */
const watched = ({ skeleton: { operands, nodes } }: Compiled): readonly number[] =>
  [...operands, ...nodes.filter(({ kind }) => kind === 'function')].map(({ register }) => register);

/** Runs to the last of the asked steps, which rise and are above zero. */
export const run = (
  compiled: Compiled,
  start: readonly Exact[],
  asked: readonly number[],
  bits: number,
): Run | UndefinedValue => {
  const m = machine(compiled.tape, bits, watched(compiled));
  if (isUndefined(m)) return m;
  const values = start.map((x) => enclose(x, bits));
  const variables = m.registers.slice(0, start.length);
  for (const [i, variable] of variables.entries()) variable.value = values[i]?.mid ?? 0n;
  const errors = Float64Array.from(values, ({ radius }) => doubleAbove(radius));
  const pass = (compiled.skeleton.nodes.length === 0 ? affinePass : lohnerPass)(compiled, m, errors);
  const last = asked[asked.length - 1] ?? 0;
  const limit = 1n << BigInt(bits + largestBits);
  const p: Progress = { tape: compiled.tape, variables, limit, machine: m, pass, asked, last, snapshots: [], step: 0 };
  while (p.step < last) {
    const why = takeBlock(p);
    if (why !== undefined) return { kind: 'run', snapshots: p.snapshots, ended: { step: p.step + 1, why } };
  }
  return { kind: 'run', snapshots: p.snapshots };
};
