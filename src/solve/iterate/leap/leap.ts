/** Far iterates of affine recurrences without the steps between: log₂ k squarings in place of k steps. */
import {
  addEnclosures,
  type Enclosure,
  enclose,
  enclosure,
  multiplyEnclosures,
} from '../../../math/number/enclosure.ts';
import { type Exact, zero } from '../../../math/number/exact.ts';
import { largestBits, noProof, type Run, tooLarge } from '../outcome.ts';
import type { Snapshot } from '../recurrence.ts';
import { type AffineMap, annihilator, stepOf } from './affine-map.ts';
import { type Reduction, reductionBy, remainderOf } from './remainder.ts';

const reductions = new WeakMap<AffineMap, Reduction>();

const reductionOf = (map: AffineMap): Reduction => {
  const known = reductions.get(map) ?? reductionBy(annihilator(map));
  reductions.set(map, known);
  return known;
};

/** The largest number of variables to leap with: squarings cost its square. */
const mostVariables = 12;

/** Whether leaping to the asked steps takes less work than going there with so many operations a step. */
export const isShorter = (map: AffineMap, asked: readonly number[], operations: number): boolean => {
  const last = asked[asked.length - 1] ?? 0;
  const squarings = asked.length * Math.log2(last + 2);
  return map.length <= mostVariables && 2 * squarings * (map.length + 1) ** 2 < last * operations;
};

/** The first m states, exactly. */
const firstStates = (map: AffineMap, start: readonly Exact[], m: number): readonly (readonly Exact[])[] => {
  const states = [start];
  for (let last = start; states.length < m; states.push(last)) last = stepOf(map, last);
  return states;
};

/** The states at the asked steps (rising, above zero). */
export const leap = (map: AffineMap, start: readonly Exact[], asked: readonly number[], bits: number): Run => {
  const reduction = reductionOf(map);
  const first = firstStates(map, start, map.length + 1).map((state) => state.map((x) => enclose(x, bits)));
  const snapshots: Snapshot[] = [];
  for (const step of asked) {
    const { coefficients, error } = remainderOf(step, reduction, bits);
    if (!(error < 2 ** 900)) return { kind: 'run', snapshots, ended: { step, why: noProof(step) } };
    const radius = BigInt(Math.ceil(error));
    const factors = coefficients.map((mid) => enclosure(mid, radius, bits));
    const state = start.map((_, i) => combined(factors, first, i, bits));
    if (state.some(({ mid }) => mid >> BigInt(bits + largestBits) > 0n || -mid >> BigInt(bits + largestBits) > 0n))
      return { kind: 'run', snapshots, ended: { step, why: tooLarge(step) } };
    snapshots.push({ step, state });
  }
  return { kind: 'run', snapshots };
};

const combined = (
  factors: readonly Enclosure[],
  first: readonly (readonly Enclosure[])[],
  i: number,
  bits: number,
): Enclosure =>
  factors.reduce(
    (sum, factor, j) => {
      const part = first[j]?.[i];
      return part === undefined ? sum : addEnclosures(sum, multiplyEnclosures(factor, part, bits));
    },
    enclose(zero, bits),
  );
