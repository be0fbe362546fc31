/**
 * The error pass of a nonlinear recurrence. Through a block the frame's directions follow the slopes at every step; at
 * its end the extremes seen in it bound all that was rounded or estimated on the way (sensitivity.ts), one number
 * bounds what lies beside the directions (spread.ts), and the error set gets a new frame (error-set.ts).
 */
import type { Compiled } from '../compile/compile.ts';
import type { Machine } from '../machine/machine.ts';
import { outward } from '../machine/outward.ts';
import { longestBlock } from '../machine/trail.ts';
import { directions } from './directions.ts';
import type { ErrorBounds, ErrorPass } from './error-pass.ts';
import { type ErrorSet, errorSet, reachOf } from './error-set.ts';
import { covers, emptyEnvelope, emptyExtremes, envelop, forget, trailSeer } from './extremes.ts';
import { sensitivityOf } from './sensitivity.ts';
import { besideAfter, errorUpTo, type Spread, type Stretch, spreadOf, stretchOf, unbounded } from './spread.ts';

/** How far, as powers of two, a block should and may stretch what lies beside the set. */
const [wanted, most] = [36, 48];

/** How far below the set, as a power of two, what a block adds beside it by roundings should stay. */
const spare = 9;

/** How much further from the truth, as a power of two, the bounds of slopes allow the states to be than they are. */
const room = most + 16;

/** The steps of the first block, and how many times those of the last one a block may have. */
const [firstBlock, longer] = [4, 4];

/**
 * How many blocks an envelope serves before a new one is tried: twice as many where that one was not tighter, by this
 * factor of the doublings.
 */
const [leastPatience, tighter] = [8, 0.8];

const get = (array: Float64Array, i: number): number => array[i] as number;

interface Mark {
  readonly steps: number;
  readonly columns: Float64Array;
}

const blockLength = ({ doublings, slack }: Stretch): number => {
  const steps = Math.floor(Math.min(wanted, -spare - Math.log2(slack)) / Math.max(0.01, doublings));
  return steps >= 1 ? Math.min(longestBlock, steps) : 1;
};

const boundsAt = ({ steps, columns }: Mark, set: ErrorSet, spread: Spread): ErrorBounds => {
  const beside = besideAfter(spread, steps);
  const { weights } = spread.stretch;
  const bounds = reachOf(columns, set.radii).map((reach, i) => outward(reach + beside * (weights[i] as number)));
  return { bounds, exponent: set.exponent() };
};

/** What passes of one recurrence can use again: only one of them is at work at a time. */
const workshopOf = (compiled: Compiled) => {
  const { skeleton } = compiled;
  const [extremes, envelope] = [emptyExtremes(skeleton), emptyEnvelope(skeleton)];
  return {
    sensitivity: sensitivityOf(compiled),
    extremes,
    see: trailSeer(skeleton, extremes),
    envelope,
    divisors: skeleton.nodes.flatMap(({ kind, b }) => (kind === 'quotient' ? [b] : [])),
  };
};

const workshops = new WeakMap<Compiled, ReturnType<typeof workshopOf>>();

const workshopFor = (compiled: Compiled): ReturnType<typeof workshopOf> => {
  const workshop = workshops.get(compiled) ?? workshopOf(compiled);
  workshops.set(compiled, workshop);
  forget(workshop.envelope);
  return workshop;
};

/** The unit in which a set counts: as a plain number; and an ulp in it. */
interface Measure {
  readonly exponent: number;
  readonly unit: number;
  readonly ulp: number;
}

/** The pass for errors of at most `start` ulps at step 0. */
export const lohnerPass = (compiled: Compiled, machine: Machine, start: Float64Array): ErrorPass => {
  const n = compiled.tape.inputs;
  const { sensitivity, extremes, see, envelope, divisors } = workshopFor(compiled);
  const { trail } = machine;
  const { columns, follow } = machine.directions ?? directions(compiled.skeleton, trail);
  const set = errorSet(start);
  const [near, reach, beside] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  let stretch = unbounded(n);
  let marked: number[] = [];
  let length = firstBlock;
  let [served, patience] = [0, leastPatience];

  const begin = (): void => {
    marked = [];
  };

  /** Takes the directions through the block; the marks on the way. */
  const followAll = (steps: number): readonly Mark[] => {
    see(trail, steps);
    columns.set(set.axes);
    let step = 0;
    const marks: Mark[] = [];
    for (const end of marked) {
      follow(step, end);
      step = end;
      marks.push({ steps: end, columns: columns.slice() });
    }
    if (step < steps) follow(step, steps);
    return marks;
  };

  const measure = (exponent: number): Measure => ({
    exponent,
    unit: 2 ** (exponent - machine.bits),
    ulp: 2 ** -exponent,
  });
  let measured = measure(0);

  /** An error of the set's unit as a plain number. */
  const plain = (error: number): number => outward(error * measured.unit);

  /** Bounds that hold for states as far apart as the set reaches, and somewhat beyond. */
  const bound = (): void => {
    envelop(envelope, extremes, divisors);
    let furthest = measured.ulp;
    for (let i = 0; i < n; i += 1) furthest = Math.max(furthest, get(reach, i));
    near.fill(plain(furthest * 2 ** room));
    stretch = stretchOf(sensitivity(machine, envelope, near), stretch.weights);
  };

  /** The spread of the block, once the distance of the states that its bounds allow is proven to hold. */
  const provenSpread = (steps: number): Spread | undefined => {
    const spread = spreadOf(stretch, reach, measured.ulp);
    // Slopes are taken at the states before each step: the last of them is one step before the end.
    return plain(errorUpTo(spread, steps - 1)) <= get(near, 0) ? spread : undefined;
  };

  /** The spread by the envelope, or by a new one: where the block is not within it, or it has served for long. */
  const spreadFor = (steps: number): Spread | undefined => {
    const held = covers(envelope, extremes) ? provenSpread(steps) : undefined;
    served += 1;
    if (held !== undefined && served <= patience) return held;
    const { doublings } = stretch;
    bound();
    served = 0;
    if (held === undefined) patience = leastPatience;
    else if (!(stretch.doublings < tighter * doublings)) patience *= 2;
    return provenSpread(steps);
  };

  const settle = (steps: number): readonly ErrorBounds[] | undefined => {
    const marks = followAll(steps);
    reachOf(set.axes, set.radii, reach);
    if (measured.exponent !== set.exponent()) measured = measure(set.exponent());
    const spread = spreadFor(steps);
    length = Math.min(blockLength(stretch), longer * steps);
    if (spread === undefined || (steps > 1 && steps * stretch.doublings > most)) return undefined;
    const found: ErrorBounds[] = [];
    for (const mark of marks) found.push(boundsAt(mark, set, spread));
    const multiple = besideAfter(spread, steps);
    for (let i = 0; i < n; i += 1) beside[i] = outward(multiple * get(stretch.weights, i));
    return set.reframe(columns, beside) ? found : undefined;
  };

  return {
    length: () => length,
    begin,
    mark: (steps) => void marked.push(steps),
    settle,
    errors: () => ({ bounds: reachOf(set.axes, set.radii), exponent: set.exponent() }),
  };
};
