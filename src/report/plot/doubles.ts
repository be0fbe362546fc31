import type { Value } from '../../math/expression/value.ts';
import { fraction, toDouble } from '../../math/number/exact.ts';

export type Point = readonly [number, number];

/** The nearest double of a real value: to draw with, never to judge by. */
export const doubleOf = (value: Value | undefined): number | undefined => {
  if (value?.kind === 'exact') return toDouble(value);
  return value?.kind === 'enclosure' ? toDouble(fraction(value.mid, 1n << BigInt(value.bits))) : undefined;
};

/** A vector of two reals as a point to draw. */
export const pointOf = (value: Value): Point | undefined => {
  if (value.kind !== 'vector' || value.items.length !== 2) return undefined;
  const [x, y] = value.items.map(doubleOf);
  return x === undefined || y === undefined ? undefined : [x, y];
};
