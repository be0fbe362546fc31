/**
 * e^a for arguments that move little from step to step: e^a = e^(a₀) e^δ with the last value and a short series for
 * δ = a − a₀. What each step loses is added to the radius; after some steps e^a is worked out anew.
 */
import type { UndefinedValue } from '../../../math/expression/value.ts';
import { exp } from '../../../math/number/elementary/exp.ts';
import { enclosure } from '../../../math/number/enclosure.ts';
import { factorialSeries } from '../../../math/number/fixed/series.ts';
import { bitLength, magnitude } from '../../../math/number/integer.ts';
import { toEnclosure } from '../../../math/number/real.ts';
import { isUndefined } from '../../../math/number/undefined.ts';
import type { Followed } from '../compile/smooth-functions.ts';
import { doubleAbove, doublesAt } from './doubles.ts';
import { outward } from './outward.ts';

/** A value that was moved, and how many ulps that lost. */
interface Moved {
  readonly value: bigint;
  readonly lost: number;
}

const factors = Array.from({ length: 64 }, (_, k) => BigInt(k));

/** v + vδ + vδ²/2 + …, each term from the last: N of them lose less than 2 ulps each and pass hardly any of that on. */
const movedByTerms = (value: bigint, delta: bigint, places: bigint): Moved => {
  let [sum, term, k] = [value, value, 0];
  while (term > 1n || term < -1n) {
    k += 1;
    term = ((term * delta) >> places) / (factors[k] ?? BigInt(k));
    sum += term;
  }
  return { value: sum, lost: 3 * k + 3 };
};

const identity = (k: number): number => k;

/** v·e^δ with a series by columns (series.ts), which loses less than 6N + 12 ulps for N terms, |v| times in ulps of v. */
const movedByColumns = (value: bigint, delta: bigint, bits: number, size: number): Moved => {
  const zeros = bits - bitLength(delta);
  const form = { w: bits, smallness: zeros, alternating: delta < 0n };
  const series = factorialSeries(magnitude(delta), identity, form);
  return { value: (value * series) >> BigInt(bits), lost: (6 * (bits / zeros + 2) + 12) * size + 1 };
};

/** Zero bits that δ has to begin with, for the series to be shorter than a new exponential. */
const leastZeros = 10;

/** Below this many bits terms are too cheap for columns. */
const fewBits = 1000;

/** After so many moves e^a is worked out anew: until then the bounds below at most double. */
const mostMoves = 128;

/** Evaluates e^a·2^bits at one argument after another. */
export const nearbyExponential = (bits: number): ((a: bigint) => Followed | UndefinedValue) => {
  const doubleOf = doublesAt(bits);
  const places = BigInt(bits);
  const far = 1n << BigInt(Math.max(0, bits - leastZeros));
  let [last, value]: [bigint | undefined, bigint] = [undefined, 0n];
  let [size, radius, moves] = [0, 0, 0];

  const anew = (a: bigint): Followed | UndefinedValue => {
    const result = exp(enclosure(a, 0n, bits), bits);
    if (isUndefined(result)) return result;
    const { mid, radius: found } = toEnclosure(result, bits);
    [last, value, radius, moves] = [a, mid, doubleAbove(found), 0];
    size = outward(Math.abs(doubleOf(mid)));
    return { kind: 'followed', value, radius };
  };

  /** The old radius is multiplied by e^δ < 1 + 2^−9. */
  const moved = (a: bigint, delta: bigint): Followed => {
    const found = bits < fewBits ? movedByTerms(value, delta, places) : movedByColumns(value, delta, bits, size);
    [last, value] = [a, found.value];
    moves += 1;
    radius = outward(radius * (1 + 2 ** -9) + found.lost);
    size *= 1 + 2 ** -8;
    return { kind: 'followed', value, radius };
  };

  return (a) => {
    if (last === undefined || moves >= mostMoves) return anew(a);
    const delta = a - last;
    return delta < far && -delta < far ? moved(a, delta) : anew(a);
  };
};
