import { type Exact, fraction, sign, toText } from '../../math/number/exact.ts';
import { exponentOfTen, roundTo } from '../../math/number/rounding.ts';
import { type Block, isScalar } from './block.ts';
import type { Counterexample } from './link.ts';

const figures = 4;

const shortNumber = (value: Exact): string =>
  sign(value) === 0 ? '0' : toText(roundTo(value, figures - 1 - exponentOfTen(value)));

const numbersOf = ({ entries, under }: Block): readonly string[] =>
  entries.map((entry) => shortNumber(fraction(BigInt(entry), BigInt(under))));

/** A side of a counterexample: `0.21`, `(0.21, −0.07)`, rows of a matrix parted by semicolons; four figures. */
export const sideText = (side: Block): string => {
  const numbers = numbersOf(side);
  if (isScalar(side)) return numbers.join();
  const rows = Array.from({ length: side.rows }, (_, i) => numbers.slice(i * side.columns, (i + 1) * side.columns));
  return `(${rows.map((row) => row.join(', ')).join('; ')})`;
};

/** `t = 3, k = 1`. */
export const stepsText = (steps: Counterexample['steps']): string =>
  [...steps].map(([name, step]) => `${name} = ${step}`).join(', ');
