import { InvalidArgumentError } from 'commander';
import { type Exact, exact } from '../math/number/exact.ts';

/** Reads `--digits 30`. */
export const digitCount = (text: string): number => {
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new InvalidArgumentError('Give a whole number of digits, such as 30.');
  return Number(text);
};

/** Reads `--fail-under 40`, `--fail-under 2/3`. */
export const pointCount = (text: string): Exact => {
  if (!/^\d{1,9}(\.\d{1,9}|\/[1-9]\d{0,8})?$/.test(text))
    throw new InvalidArgumentError('Give points, such as 40, 2.5 or 2/3.');
  return exact(text);
};
