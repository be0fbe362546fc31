import { contours } from 'd3-contour';
import { evaluate } from '../../math/expression/evaluate.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { fraction } from '../../math/number/exact.ts';
import { doubleOf, type Point } from './doubles.ts';
import type { Picture } from './picture.ts';

/** One level of the function: closed rings in the plot's own coordinates. */
export interface Level {
  readonly value: number;
  readonly rings: readonly (readonly Point[])[];
}

const side = 41;
const levels = 12;

/** −reach … reach in equal steps, as exact numbers: k-th of `side`. */
const coordinate = (
  k: number,
  reach: number,
): { readonly exact: ReturnType<typeof fraction>; readonly double: number } => {
  const wide = BigInt(Math.round(reach * 1000));
  const exact = fraction(wide * BigInt(2 * k - (side - 1)), 1000n * BigInt(side - 1));
  return { exact, double: (reach * (2 * k - (side - 1))) / (side - 1) };
};

/** The function at every grid point, row by row; NaN where it has no value. */
const sampled = ({ of, scope, reach }: Picture): number[] => {
  const [first, second] = of.parameters;
  const axis = Array.from({ length: side }, (_, k) => coordinate(k, reach).exact);
  return axis.flatMap((y) =>
    axis.map((x) => {
      const here = new Map([
        [first, x],
        [second, y],
      ]);
      const value = (name: Parameters<typeof scope.value>[0], digits: number) =>
        (name.kind === 'symbol' ? here.get(name.name) : undefined) ?? scope.value(name, digits);
      return doubleOf(evaluate(of.body, { ...scope, value }, 6)) ?? Number.NaN;
    }),
  );
};

/** Levels that lie closer near the lowest one, where a minimum is. */
const thresholds = (values: readonly number[]): number[] => {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  return Array.from({ length: levels }, (_, k) => low + (high - low) * ((k + 1) / (levels + 1)) ** 2);
};

const computed = (picture: Picture): readonly Level[] => {
  const values = sampled(picture);
  if (!values.some(Number.isFinite)) return [];
  // d3 puts the value of cell k at k + 1/2
  const place = (at: number): number => picture.reach * ((2 * (at - 0.5)) / (side - 1) - 1);
  const draw = contours().size([side, side]).thresholds(thresholds(values));
  return draw(values).map(({ value, coordinates }) => ({
    value,
    rings: coordinates.flat().map((ring) => ring.map(([x = 0, y = 0]): Point => [place(x), place(y)])),
  }));
};

const known = new WeakMap<Expression, readonly Level[]>();

/** The level curves of a picture's function; worked out once for a class. */
export const levelCurves = (picture: Picture): readonly Level[] => {
  const found = known.get(picture.of.body) ?? computed(picture);
  known.set(picture.of.body, found);
  return found;
};
