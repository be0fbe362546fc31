/**
 * Rounding of exact numbers to a place: what "one decimal" and "three significant figures" mean.
 *
 * `decimals` counts places after the point and may be negative: 1234 to −2 decimals is 1200.
 */
import { absolute, type Exact, floor, multiply, scaled, sign, subtract, toDecimal } from './exact.ts';
import { bitLength } from './integer.ts';

/** `half-even` and `half-away` round to nearest and differ at ties; `truncate` cuts digits off. */
export type RoundingMode = 'half-even' | 'half-away' | 'truncate' | 'floor' | 'ceiling';

const half = scaled(5n, 1);

/** The neighbours floor and (unless equal) floor + 1 of x at a place, and where x stands between them. */
interface Split {
  readonly below: bigint;
  readonly rest: Exact;
}

const split = (x: Exact, decimals: number): Split => {
  const shifted = multiply(x, scaled(1n, -decimals));
  const below = floor(shifted);
  return { below, rest: subtract(shifted, scaled(below, 0)) };
};

const roundsUp: Readonly<Record<RoundingMode, (below: bigint, toHalf: -1 | 0 | 1) => boolean>> = {
  'half-even': (below, toHalf) => toHalf > 0 || (toHalf === 0 && BigInt.asUintN(1, below) === 1n),
  'half-away': (below, toHalf) => toHalf > 0 || (toHalf === 0 && below >= 0n),
  truncate: (below) => below < 0n,
  floor: () => false,
  ceiling: () => true,
};

/** `x` at a number of decimals: `roundTo(3.185, 2)` is 3.18 by half-even and 3.19 by half-away. */
export const roundTo = (x: Exact, decimals: number, mode: RoundingMode = 'half-even'): Exact => {
  const { below, rest } = split(x, decimals);
  if (sign(rest) === 0) return x;
  const up = roundsUp[mode](below, sign(subtract(rest, half)));
  return scaled(up ? below + 1n : below, decimals);
};

/** Whether `x` lies exactly between two neighbours at a number of decimals. */
export const isTie = (x: Exact, decimals: number): boolean => sign(subtract(split(x, decimals).rest, half)) === 0;

/** The nearest numbers at a number of decimals: one, or at an exact tie both neighbours, the lower first. */
export const nearest = (x: Exact, decimals: number): readonly Exact[] =>
  isTie(x, decimals) ? [roundTo(x, decimals, 'floor'), roundTo(x, decimals, 'ceiling')] : [roundTo(x, decimals)];

/** ⌊log₁₀|x|⌋, the exponent of scientific notation: 3 for 2871, −2 for 0.05. Throws a RangeError for zero. */
export const exponentOfTen = (x: Exact): number => {
  if (sign(x) === 0) throw new RangeError('zero has no exponent');
  const size = absolute(x);
  const estimate = (bitLength(size.n) - bitLength(size.d)) * Math.LOG10E * Math.LN2 - size.e;
  let exponent = Math.floor(estimate) + 1;
  while (floor(multiply(size, scaled(1n, exponent))) === 0n) exponent -= 1;
  return exponent;
};

/** The decimals at which `figures` significant figures of `x` end; for zero, as for a number from 1 to 9. */
export const decimalsOfFigures = (x: Exact, figures: number): number =>
  figures - 1 - (sign(x) === 0 ? 0 : exponentOfTen(x));

/** `x` to significant figures: `roundToFigures(2871.375, 2)` is 2900; 9.96 to two is 10. */
export const roundToFigures = (x: Exact, figures: number, mode: RoundingMode = 'half-even'): Exact =>
  roundTo(x, decimalsOfFigures(x, figures), mode);

/** `x` written with exactly `decimals` ≥ 0 places, rounded: `toFixed(3.1, 3)` is `3.100`. */
export const toFixed = (x: Exact, decimals: number, mode: RoundingMode = 'half-even'): string => {
  const rounded = roundTo(x, decimals, mode);
  const [whole = '', places = ''] = (toDecimal(absolute(rounded)) ?? '').split('.');
  const text = decimals > 0 ? `${whole}.${places.padEnd(decimals, '0')}` : whole;
  return sign(rounded) < 0 ? `-${text}` : text;
};
