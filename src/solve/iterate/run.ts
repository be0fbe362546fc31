/**
 * One run at one precision: a machine takes the steps, and beside it, in doubles, a proof tells how far it is from the
 * truth. A block of steps that cannot be proven is taken again in shorter ones, at last in single steps.
 */
import type { UndefinedValue } from '../../math/expression/value.ts';
import { enclose, enclosure } from '../../math/number/enclosure.ts';
import type { Exact } from '../../math/number/exact.ts';
import { isUndefined } from '../../math/number/undefined.ts';
import type { Compiled } from './compile/compile.ts';
import type { Tape } from './compile/tape.ts';
import { doubleAbove } from './machine/doubles.ts';
import { type Machine, machine, type Stop } from './machine/machine.ts';
import { nativeBits, nativeMachine } from './native/native-machine.ts';
import { noProof, type Run, tooLarge } from './outcome.ts';
import { affinePass } from './proof/affine-pass.ts';
import type { ErrorBounds, ErrorPass } from './proof/error-pass.ts';
import { lohnerPass } from './proof/lohner-pass.ts';
import type { Snapshot } from './recurrence.ts';
import { whyNot } from './why-not.ts';

interface Progress {
  readonly tape: Tape;
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

/** What a block of steps came to. */
interface Block {
  readonly taken: number;
  readonly marks: readonly Mark[];
  /** Why the next step was not taken, where one was wanted. */
  readonly stopped?: Stop;
}

/** Takes up to `length` steps, from one that was asked for to the next. */
const takeSteps = ({ machine: m, pass, asked, snapshots, last, step }: Progress, length: number): Block => {
  const marks: Mark[] = [];
  const end = Math.min(length, last - step);
  pass.begin();
  for (let taken = 0; taken < end; ) {
    const next = (asked[snapshots.length + marks.length] ?? last) - step;
    const found = m.take(Math.min(next, end) - taken);
    taken += found.taken;
    if (found.stopped !== undefined) return { taken, marks, stopped: found.stopped };
    if (taken < next) break;
    pass.mark(taken);
    marks.push({ step: step + taken, state: m.state() });
  }
  return { taken: end, marks };
};

/** Why the step after the last proven one has no value. */
const explained = (p: Progress): UndefinedValue => {
  const { state: enclosed } = snapshotOf({ step: p.step, state: p.machine.state() }, p.pass.errors(), p.machine.bits);
  return whyNot(p.tape, enclosed, p.step + 1, p.machine.bits);
};

const snapshotOf = ({ step, state }: Mark, { bounds, exponent }: ErrorBounds, bits: number): Snapshot => {
  const radius = (i: number): bigint => BigInt(Math.ceil(bounds[i] as number)) << BigInt(exponent);
  return { step, state: state.map((mid, i) => enclosure(mid, radius(i), bits)) };
};

/** Takes a block and proves it; why the run ends, where it does. */
const takeBlock = (p: Progress): UndefinedValue | undefined => {
  p.machine.begin();
  for (let length = p.pass.length(); length >= 1; length = length > 1 ? Math.ceil(length / 4) : 0) {
    const { taken, marks, stopped } = takeSteps(p, length);
    if (taken === 0) return stopped === 'too large' ? tooLarge(p.step + 1) : explained(p);
    const found = p.pass.settle(taken);
    if (found !== undefined) {
      for (const [i, mark] of marks.entries())
        p.snapshots.push(snapshotOf(mark, found[i] as ErrorBounds, p.machine.bits));
      p.step += taken;
      return p.machine.inBounds() ? undefined : tooLarge(p.step);
    }
    p.machine.back();
  }
  return noProof(p.step + 1);
};

/** Takes a machine to the last of the asked steps. */
const runOn = ({ machine: m, errors }: Started<Machine>, compiled: Compiled, asked: readonly number[]): Run => {
  const pass = (compiled.skeleton.nodes.length === 0 ? affinePass : lohnerPass)(compiled, m, errors);
  const last = asked[asked.length - 1] ?? 0;
  const p: Progress = { tape: compiled.tape, machine: m, pass, asked, last, snapshots: [], step: 0 };
  while (p.step < last) {
    const why = takeBlock(p);
    if (why !== undefined) return { kind: 'run', snapshots: p.snapshots, ended: { step: p.step + 1, why } };
  }
  return { kind: 'run', snapshots: p.snapshots };
};

/** So many steps on BigInt cost as much as making code for them. */
const worthCode = 8000;

/** Steps that a recurrence has taken in all its runs: an assignment's own is run again for every student. */
const taken = new WeakMap<Compiled, number>();

/** States are read from limbs one by one: not more than one of so many steps should be asked for. */
const fewMarks = 4;

/** A machine at the start, and how many ulps its variables may be off. */
interface Started<M> {
  readonly kind: 'started';
  readonly machine: M;
  readonly errors: Float64Array;
}

const startAt = <M>(start: readonly Exact[], bits: number, make: (state: readonly bigint[]) => M): Started<M> => {
  const values = start.map((x) => enclose(x, bits));
  const machine = make(values.map(({ mid }) => mid));
  return { kind: 'started', machine, errors: Float64Array.from(values, ({ radius }) => doubleAbove(radius)) };
};

type Make<M> = (compiled: Compiled, start: readonly Exact[], steps: number, bits: number) => M;

/** A machine on limbs, where there is one and the steps up to now were many. */
const nativeStart: Make<Started<Machine> | undefined> = (compiled, start, steps, bits) => {
  const all = (taken.get(compiled) ?? 0) + steps;
  taken.set(compiled, all);
  if (all < worthCode) return undefined;
  const places = nativeBits(bits);
  const { machine: m, ...started } = startAt(start, places, (state) => nativeMachine(compiled, state, places));
  return m && { ...started, machine: m };
};

const bigStart: Make<Started<Machine> | UndefinedValue> = (compiled, start, _steps, bits) => {
  const { machine: m, ...started } = startAt(start, bits, (state) => machine(compiled, state, bits));
  return isUndefined(m) ? m : { ...started, machine: m };
};

/** A machine at the start of so many steps, to at least so many binary places. */
export const startFor: Make<Started<Machine> | UndefinedValue> = (compiled, start, steps, bits) =>
  nativeStart(compiled, start, steps, bits) ?? bigStart(compiled, start, steps, bits);

/** Runs to the last of the asked steps, which rise and are above zero: on limbs, where they carry it to its end. */
export const run = (
  compiled: Compiled,
  start: readonly Exact[],
  asked: readonly number[],
  bits: number,
): Run | UndefinedValue => {
  const last = asked[asked.length - 1] ?? 0;
  const native = asked.length * fewMarks > last ? undefined : nativeStart(compiled, start, last, bits);
  const found = native && runOn(native, compiled, asked);
  if (found !== undefined && found.ended === undefined) return found;
  const big = bigStart(compiled, start, last, bits);
  return isUndefined(big) ? big : runOn(big, compiled, asked);
};
