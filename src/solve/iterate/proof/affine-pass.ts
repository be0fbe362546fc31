/**
 * The error pass of a recurrence without nonlinear operations, s′ = J s + c. Its errors follow e′ = J e + ρ with
 * |ρ| ≤ local at every step, so
 *
 *   |e after i steps| ≤ |Jⁱ| e₀ + (|J⁰| + … + |Jⁱ⁻¹|) local.
 *
 * Bounds of |Jⁱ| are worked out for i = 1, 2, 4, 8, …; i steps are taken as the binary digits of i say.
 */
import type { Compiled } from '../compile/compile.ts';
import type { Machine } from '../machine/machine.ts';
import { outward } from '../machine/outward.ts';
import { type Directions, directions } from './directions.ts';
import type { ErrorBounds, ErrorPass } from './error-pass.ts';
import { emptyExtremes } from './extremes.ts';
import { type Sensitivity, sensitivityOf } from './sensitivity.ts';

const u = 2 ** -53;

/** Blocks this long; powers beyond it, or with entries beyond `large`, are not made. */
const [blockSteps, large] = [1024, 2 ** 200];

const get = (array: Float64Array, i: number): number => array[i] as number;

/** a·b for n × n matrices of bounds, by rows. */
const product = (a: Float64Array, b: Float64Array, n: number): Float64Array => {
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1) {
      let sum = 0;
      for (let k = 0; k < n; k += 1) sum += get(a, i * n + k) * get(b, k * n + j);
      result[i * n + j] = outward(sum);
    }
  return result;
};

/** a·v + w for bounds. */
const mapped = (a: Float64Array, v: Float64Array, w: Float64Array): Float64Array => {
  const n = v.length;
  const result = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    let sum = get(w, i);
    for (let k = 0; k < n; k += 1) sum += get(a, i * n + k) * get(v, k);
    result[i] = outward(sum);
  }
  return result;
};

/** Jⁱ for one i: as computed, how far that may be off, and both together as a bound of |Jⁱ|. */
interface Power {
  readonly steps: number;
  readonly computed: Float64Array;
  readonly off: Float64Array;
  readonly size: Float64Array;
  /** (|J⁰| + … + |Jⁱ⁻¹|) local. */
  readonly gathered: Float64Array;
}

const power = (steps: number, computed: Float64Array, off: Float64Array, gathered: Float64Array): Power => {
  const size = computed.map((x, i) => outward(Math.abs(x) + get(off, i)));
  return { steps, computed, off, size, gathered };
};

/** J²ⁱ: with Jⁱ = P + E, J²ⁱ − P² = E Jⁱ + P E, and P² is computed to (n + 1) u of the sizes. */
const squared = ({ steps, computed, off, size, gathered }: Power): Power => {
  const n = gathered.length;
  const sizes = computed.map(Math.abs);
  const square = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1) {
      let sum = 0;
      for (let k = 0; k < n; k += 1) sum += get(computed, i * n + k) * get(computed, k * n + j);
      square[i * n + j] = sum;
    }
  const [left, right, rounding] = [product(off, size, n), product(sizes, off, n), product(sizes, sizes, n)];
  const nextOff = left.map((x, i) => outward(x + get(right, i) + (n + 1) * u * get(rounding, i)));
  return power(2 * steps, square, nextOff, mapped(size, gathered, gathered));
};

/** The powers for i = 1, 2, 4, …, the largest first. */
const powersOf = ({ columns, follow }: Directions, { loose, local }: Sensitivity): readonly Power[] => {
  const n = local.length;
  for (let i = 0; i < n; i += 1) columns[i * n + i] = 1;
  follow(0, 1);
  const powers = [power(1, columns, loose.slice(), local.slice())];
  for (let last = powers[0]; last !== undefined && last.steps < blockSteps; last = powers[0]) {
    const next = squared(last);
    if (!next.size.every((x) => x < large)) break;
    powers.unshift(next);
  }
  return powers;
};

const advanced = ({ bounds, exponent }: ErrorBounds, size: Float64Array, gathered: Float64Array): ErrorBounds => {
  const scale = 2 ** -exponent;
  return { bounds: mapped(size, bounds, scale === 1 ? gathered : gathered.map((x) => x * scale)), exponent };
};

const rescaled = ({ bounds, exponent }: ErrorBounds): ErrorBounds =>
  bounds.some((x) => x > large && x < Number.POSITIVE_INFINITY)
    ? rescaled({ bounds: bounds.map((x) => x / large), exponent: exponent + 200 })
    : { bounds, exponent };

/** The pass for errors of at most `start` ulps at step 0. */
export const affinePass = (compiled: Compiled, machine: Machine, start: Float64Array): ErrorPass => {
  const n = compiled.tape.inputs;
  const unit = directions(compiled.skeleton, machine.trail);
  const bounds = sensitivityOf(compiled)(machine, emptyExtremes(compiled.skeleton), new Float64Array(n));
  const powers = powersOf(unit, bounds);
  let now: ErrorBounds = { bounds: start, exponent: 0 };
  let marks: number[] = [];

  /** Every mark is reached from the start of its block: step by step, plain intervals would grow. */
  const after = (steps: number): ErrorBounds => {
    let [left, errors] = [steps, now];
    for (const { steps: stride, size, gathered } of powers)
      for (; left >= stride; left -= stride) errors = rescaled(advanced(errors, size, gathered));
    return errors;
  };

  const settle = (steps: number): readonly ErrorBounds[] | undefined => {
    const found = marks.map(after);
    now = after(steps);
    return now.bounds.every((x) => x < Number.POSITIVE_INFINITY) ? found : undefined;
  };

  return {
    length: () => blockSteps,
    begin: () => {
      marks = [];
    },
    mark: (steps) => void marks.push(steps),
    settle,
    errors: () => now,
  };
};
