/**
 * The error pass of a nonlinear recurrence. Through a block the frame's directions follow the slopes at every step; at
 * its end the extremes seen in it bound all that was rounded or estimated on the way (sensitivity.ts), one number
 * bounds what lies beside the directions (spread.ts), and the error set gets a new frame (error-set.ts).
 */
import type { Compiled } from './compile.ts';
import { directions } from './directions.ts';
import type { ErrorBounds, ErrorPass } from './error-pass.ts';
import { boxOfErrors, type ErrorSet, reachOf, reframed } from './error-set.ts';
import { covers, emptyExtremes, envelop } from './extremes.ts';
import type { Machine } from './machine.ts';
import { outward } from './outward.ts';
import { sensitivityOf } from './sensitivity.ts';
import { besideAfter, errorUpTo, type Spread, type Stretch, spreadOf, stretchOf } from './spread.ts';
import { trailOf } from './trail.ts';

/** The longest block; and how far, as powers of two, a block should and may stretch what lies beside the set. */
const [longest, wanted, most] = [32, 32, 48];

/** How much further from the truth, as a power of two, the bounds of slopes allow the states to be than they are. */
const room = most + 16;

interface Mark {
  readonly steps: number;
  readonly columns: Float64Array;
}

const blockLength = (growth: number): number =>
  Math.max(1, Math.min(longest, Math.floor(wanted / Math.log2(Math.max(1.01, growth)))));

const boundsAt = ({ steps, columns }: Mark, set: ErrorSet, spread: Spread): ErrorBounds => {
  const beside = besideAfter(spread, steps);
  const { weights } = spread.stretch;
  const bounds = reachOf(columns, set.radii).map((reach, i) => outward(reach + beside * (weights[i] as number)));
  return { bounds, exponent: set.exponent };
};

/** The pass for errors of at most `start` ulps at step 0. */
export const lohnerPass = ({ tape, skeleton }: Compiled, machine: Machine, start: Float64Array): ErrorPass => {
  const n = tape.inputs;
  const sensitivity = sensitivityOf(tape, skeleton, machine);
  const trail = trailOf(skeleton, machine, longest);
  const { columns, extremes, reset, follow } = directions(skeleton, trail);
  const envelope = emptyExtremes(skeleton);
  const near = new Float64Array(n);
  let stretch: Stretch = { weights: new Float64Array(n).fill(1), growth: 1, slack: 0, local: 0 };
  let marked: number[] = [];
  let set = boxOfErrors(start);
  let length = 1;

  const begin = (): void => {
    trail.restart();
    marked = [];
  };

  /** Takes the directions through the block; the marks on the way. */
  const followAll = (steps: number): readonly Mark[] => {
    reset();
    columns.set(set.frame.axes);
    const marks: Mark[] = [];
    for (let step = 0; step < steps; step += 1) {
      follow(step);
      if (marked[marks.length] === step + 1) marks.push({ steps: step + 1, columns: columns.slice() });
    }
    return marks;
  };

  /** An error of the set's unit as a plain number. */
  const plain = (error: number): number => outward(error * 2 ** (set.exponent - machine.bits));

  /** Bounds that hold for states as far apart as `reach`, and somewhat beyond. */
  const bound = (reach: Float64Array): void => {
    envelop(envelope, extremes);
    near.fill(plain(reach.reduce((a, b) => Math.max(a, b), 2 ** -set.exponent) * 2 ** room));
    stretch = stretchOf(sensitivity(envelope, near), stretch.weights);
  };

  /** The spread of the block, once the distance of the states that its bounds allow is proven to hold. */
  const provenSpread = (steps: number, reach: Float64Array): Spread | undefined => {
    const spread = spreadOf(stretch, reach, 2 ** -set.exponent);
    // Slopes are taken at the states before each step: the last of them is one step before the end.
    return plain(errorUpTo(spread, steps - 1)) <= (near[0] as number) ? spread : undefined;
  };

  const settle = (steps: number): readonly ErrorBounds[] | undefined => {
    const marks = followAll(steps);
    const reach = reachOf(set.frame.axes, set.radii);
    let spread = covers(envelope, extremes) ? provenSpread(steps, reach) : undefined;
    if (spread === undefined) {
      bound(reach);
      spread = provenSpread(steps, reach);
    }
    length = blockLength(stretch.growth);
    if (spread === undefined || (steps > 1 && steps * Math.log2(stretch.growth) > most)) return undefined;
    const found = marks.map((mark) => boundsAt(mark, set, spread));
    const beside = besideAfter(spread, steps);
    set = reframed(
      columns,
      set,
      stretch.weights.map((v) => outward(beside * v)),
    );
    return set.radii.every((r) => r < Number.POSITIVE_INFINITY) ? found : undefined;
  };

  return {
    length: () => length,
    begin,
    record: trail.record,
    mark: (steps) => void marked.push(steps),
    settle,
    errors: () => ({ bounds: reachOf(set.frame.axes, set.radii), exponent: set.exponent }),
  };
};
