/**
 * One run at one precision: the tape on BigInt, and beside it, in doubles, a proof of how far it is from the truth.
 *
 * Steps are taken in blocks. Through a block the frame's directions follow the slopes at every step; at its end the
 * sizes seen in it bound, once, all that was rounded or estimated on the way (sensitivity.ts), and the error set gets
 * a new frame (error-set.ts). A block whose bounds do not hold is taken again in single steps.
 */
import type { UndefinedValue } from '../../math/expression/value.ts';
import { enclose, enclosure } from '../../math/number/enclosure.ts';
import type { Exact } from '../../math/number/exact.ts';
import { magnitude } from '../../math/number/integer.ts';
import { isUndefined, undefinedValue } from '../../math/number/undefined.ts';
import type { Compiled } from './compile.ts';
import { type Directions, directions } from './directions.ts';
import { doubleAbove } from './doubles.ts';
import { boxOfErrors, type ErrorSet, errorBounds, reachOf, reframed, spreads } from './error-set.ts';
import { type Machine, machine } from './machine.ts';
import { outward } from './outward.ts';
import type { Snapshot } from './recurrence.ts';
import { type Sensitivity, sensitivity } from './sensitivity.ts';

/** What a run found: the asked steps up to where it ended, and why it ended early. */
export interface Run {
  readonly kind: 'run';
  readonly snapshots: readonly Snapshot[];
  /** `undecided` where more precision may help. */
  readonly ended?: { readonly step: number; readonly why: UndefinedValue };
}

/** A state inside a block that was asked for. */
interface Mark {
  readonly step: number;
  /** Steps since the block began. */
  readonly into: number;
  readonly state: readonly bigint[];
  readonly columns: Float64Array;
}

interface Progress {
  readonly compiled: Compiled;
  readonly machine: Machine;
  readonly directions: Directions;
  readonly asked: ReadonlySet<number>;
  readonly snapshots: Snapshot[];
  step: number;
  set: ErrorSet;
  /** How many steps the next block takes. */
  length: number;
}

/** The longest block; and how much a block's slopes may multiply what lies beside the set, as a power of two. */
const [longest, growthBits] = [16, 7];

/** The state grows beyond 2^this: it diverges. */
const largestBits = 1 << 16;

const isTooLarge = (state: readonly bigint[], bits: number): boolean => {
  const limit = 1n << BigInt(bits + largestBits);
  return state.some((x) => magnitude(x) > limit);
};

const stateOf = ({ machine: { registers }, compiled }: Progress): bigint[] => registers.slice(0, compiled.tape.inputs);

/** How far the true state may be from the computed one in this block, as plain numbers: assumed here, checked later. */
const assumedDistance = ({ set, machine: { bits } }: Progress): Float64Array => {
  const reach = reachOf(set.frame.axes, set.radii).reduce((a, b) => Math.max(a, b), 2 ** -set.exponent);
  return new Float64Array(set.radii.length).fill(outward(reach * 2 ** (set.exponent + 20 - bits)));
};

/** Takes up to `length` steps; the marks are what was asked for on the way. */
const takeSteps = (p: Progress, length: number, last: number): { readonly taken: number; readonly marks: Mark[] } => {
  const marks: Mark[] = [];
  p.directions.reset();
  p.directions.columns.set(p.set.frame.axes);
  let taken = 0;
  while (taken < length && p.step + taken < last && p.machine.compute()) {
    p.directions.follow(p.machine);
    if (!p.directions.inRange()) break;
    p.machine.advance();
    taken += 1;
    const step = p.step + taken;
    if (p.asked.has(step)) marks.push({ step, into: taken, state: stateOf(p), columns: p.directions.columns.slice() });
  }
  return { taken, marks };
};

/** Whether the error bounds stay below what was assumed while the block was bounded. */
const holds = (
  found: readonly { readonly along: Float64Array; readonly beside: Float64Array }[],
  near: Float64Array,
  ulp: number,
): boolean =>
  found.every(({ along, beside }) =>
    near.every((most, i) => outward(((along[i] as number) + (beside[i] as number)) * ulp) <= most),
  );

const rowSum = ({ steep }: Sensitivity, n: number): number => {
  let worst = 0;
  for (let i = 0; i < n; i += 1)
    worst = Math.max(
      worst,
      steep.subarray(i * n, i * n + n).reduce((a, b) => a + b, 0),
    );
  return worst;
};

const nextLength = (bounds: Sensitivity, n: number): number =>
  Math.max(1, Math.min(longest, Math.floor(growthBits / Math.log2(Math.max(1.1, rowSum(bounds, n))))));

const snapshotOf = ({ step, state, columns }: Mark, set: ErrorSet, beside: Float64Array, bits: number): Snapshot => {
  const bounds = errorBounds(columns, set.radii, beside);
  const radius = (i: number): bigint => BigInt(Math.ceil(bounds[i] as number)) << BigInt(set.exponent);
  return { step, state: state.map((mid, i) => enclosure(mid, radius(i), bits)) };
};

/** Proves a block that was taken and goes on behind it; false where it cannot be proven. */
const settle = (p: Progress, taken: number, marks: readonly Mark[]): boolean => {
  const { tape, skeleton } = p.compiled;
  const near = assumedDistance(p);
  const bounds = sensitivity(tape, skeleton, { machine: p.machine, extremes: p.directions.extremes, near });
  const found = spreads(p.set, bounds, taken);
  const ulp = 2 ** (p.set.exponent - p.machine.bits);
  if (!holds(found.slice(0, taken), near, ulp)) return false;
  const besides = found.map(({ beside }) => beside);
  const end = besides[taken];
  if (end === undefined || !end.every((r) => r < Number.POSITIVE_INFINITY)) return false;
  for (const mark of marks)
    p.snapshots.push(snapshotOf(mark, p.set, besides[mark.into] as Float64Array, p.machine.bits));
  p.set = reframed(p.directions.columns, p.set, end);
  p.step += taken;
  p.length = nextLength(bounds, tape.inputs);
  return p.set.radii.every((r) => r < Number.POSITIVE_INFINITY);
};

const noProof = (step: number): UndefinedValue =>
  undefinedValue('undecided', `the error of step ${step} cannot be bounded at this precision`);

/** One block; why the run ends, where it does. */
const takeBlock = (p: Progress, last: number): UndefinedValue | undefined => {
  const state = stateOf(p);
  for (const length of p.length > 1 ? [p.length, 1] : [1]) {
    const { taken, marks } = takeSteps(p, length, last);
    if (taken === 0) return p.directions.inRange() ? p.machine.problem() : tooLarge(p.step + 1);
    if (settle(p, taken, marks)) return isTooLarge(stateOf(p), p.machine.bits) ? tooLarge(p.step) : undefined;
    for (const [i, value] of state.entries()) p.machine.registers[i] = value;
  }
  return noProof(p.step + 1);
};

const tooLarge = (step: number): UndefinedValue =>
  undefinedValue('diverges', `the iteration diverges: its values at step ${step} are too large to go on`);

/** Runs to the last asked step. */
export const run = (
  compiled: Compiled,
  start: readonly Exact[],
  asked: readonly number[],
  bits: number,
): Run | UndefinedValue => {
  const { tape, skeleton } = compiled;
  const results = skeleton.nodes.filter(({ kind }) => kind === 'function');
  const watched = [...skeleton.operands, ...results].map(({ register }) => register);
  const found = machine(tape, bits, watched);
  if (isUndefined(found)) return found;
  const values = start.map((x) => enclose(x, bits));
  for (const [i, { mid }] of values.entries()) found.registers[i] = mid;
  const p: Progress = {
    compiled,
    machine: found,
    directions: directions(skeleton),
    asked: new Set(asked),
    snapshots: [],
    step: 0,
    set: boxOfErrors(Float64Array.from(values, ({ radius }) => doubleAbove(radius))),
    length: 1,
  };
  const last = asked.reduce((a, b) => Math.max(a, b), 0);
  while (p.step < last) {
    const why = takeBlock(p, last);
    if (why !== undefined) return { kind: 'run', snapshots: p.snapshots, ended: { step: p.step + 1, why } };
  }
  return { kind: 'run', snapshots: p.snapshots };
};
