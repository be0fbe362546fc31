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
import { covers, emptyExtremes, envelop, trailSeer } from './extremes.ts';
import { sensitivityOf } from './sensitivity.ts';
import { besideAfter, errorUpTo, type Spread, spreadOf, stretchOf, unbounded } from './spread.ts';

/** How far, as powers of two, a block should and may stretch what lies beside the set. */
const [wanted, most] = [38, 48];

/** How much further from the truth, as a power of two, the bounds of slopes allow the states to be than they are. */
const room = most + 16;

const get = (array: Float64Array, i: number): number => array[i] as number;

interface Mark {
  readonly steps: number;
  readonly columns: Float64Array;
}

const blockLength = (doublings: number): number =>
  Math.max(1, Math.min(longestBlock, Math.floor(wanted / Math.max(0.01, doublings))));

const boundsAt = ({ steps, columns }: Mark, set: ErrorSet, spread: Spread): ErrorBounds => {
  const beside = besideAfter(spread, steps);
  const { weights } = spread.stretch;
  const bounds = reachOf(columns, set.radii).map((reach, i) => outward(reach + beside * (weights[i] as number)));
  return { bounds, exponent: set.exponent() };
};

/** The pass for errors of at most `start` ulps at step 0. */
export const lohnerPass = ({ tape, skeleton }: Compiled, machine: Machine, start: Float64Array): ErrorPass => {
  const n = tape.inputs;
  const sensitivity = sensitivityOf(tape, skeleton, machine);
  const { trail } = machine;
  const { columns, follow } = machine.directions ?? directions(skeleton, trail);
  const extremes = emptyExtremes(skeleton);
  const see = trailSeer(skeleton, trail, extremes);
  const envelope = emptyExtremes(skeleton);
  const divides = skeleton.operands.map((_, i) => skeleton.nodes.some(({ kind, b }) => kind === 'quotient' && b === i));
  const near = new Float64Array(n);
  let stretch = unbounded(n);
  let marked: number[] = [];
  const set = errorSet(start);
  const [reach, beside] = [new Float64Array(n), new Float64Array(n)];
  let length = 1;

  const begin = (): void => {
    marked = [];
  };

  /** Takes the directions through the block; the marks on the way. */
  const followAll = (steps: number): readonly Mark[] => {
    see(steps);
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

  /** An error of the set's unit as a plain number. */
  const plain = (error: number): number => outward(error * 2 ** (set.exponent() - machine.bits));

  /** Bounds that hold for states as far apart as the set reaches, and somewhat beyond. */
  const bound = (): void => {
    envelop(envelope, extremes, divides);
    near.fill(plain(reach.reduce((a, b) => Math.max(a, b), 2 ** -set.exponent()) * 2 ** room));
    stretch = stretchOf(sensitivity(envelope, near), stretch.weights);
  };

  /** The spread of the block, once the distance of the states that its bounds allow is proven to hold. */
  const provenSpread = (steps: number): Spread | undefined => {
    const spread = spreadOf(stretch, reach, 2 ** -set.exponent());
    // Slopes are taken at the states before each step: the last of them is one step before the end.
    return plain(errorUpTo(spread, steps - 1)) <= get(near, 0) ? spread : undefined;
  };

  const settle = (steps: number): readonly ErrorBounds[] | undefined => {
    const marks = followAll(steps);
    reachOf(set.axes, set.radii, reach);
    let spread = covers(envelope, extremes) ? provenSpread(steps) : undefined;
    if (spread === undefined) {
      bound();
      spread = provenSpread(steps);
    }
    length = blockLength(stretch.doublings);
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
