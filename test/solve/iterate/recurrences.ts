/** Recurrences that the tests of this folder share. */
import { parsePlain } from '../../../src/math/notation/plain.ts';
import { exact } from '../../../src/math/number/exact.ts';
import type { Recurrence } from '../../../src/solve/iterate/recurrence.ts';

/** A recurrence from `x = formula` lines and start values. */
export const recurrence = (updates: Readonly<Record<string, string>>, start: readonly string[]): Recurrence => ({
  variables: Object.keys(updates),
  updates: Object.values(updates).map((text) => parsePlain(text).tree),
  start: start.map(exact),
});

/**
 * Nesterov's method, v ← 0.9 v − rate ∇f(p + 0.9 v), p ← p + v, from the gradient of f as text in X and Y, the
 * coordinates of the look-ahead point.
 */
const nesterov = (gradient: readonly [string, string], rate: string, start: readonly [string, string]): Recurrence => {
  const ahead = (text: string): string => text.replaceAll('X', '(x + 0.9 v)').replaceAll('Y', '(y + 0.9 w)');
  const [v, w] = gradient.map((part, i) => `0.9 ${i === 0 ? 'v' : 'w'} - ${rate} (${ahead(part)})`);
  return recurrence({ x: `x + (${v})`, y: `y + (${w})`, v: `${v}`, w: `${w}` }, [...start, '0', '0']);
};

/** f = x² + xy + 6y². */
export const quadratic = nesterov(['2 X + Y', 'X + 12 Y'], '0.05', ['4', '1']);

/** f = (1 − x)² + 100 (y − x²)². */
export const rosenbrock = nesterov(['2 (X - 1) - 400 X (Y - X^2)', '200 (Y - X^2)'], '0.001', ['-1.2', '1']);

const exponentials = ['exp(X + 3 Y - 0.1)', 'exp(X - 3 Y - 0.1)', 'exp(-X - 0.1)'] as const;
const [u, w, z] = exponentials;

/** f = ln(e^(x+3y−0.1) + e^(x−3y−0.1) + e^(−x−0.1)). */
export const logSumExp = nesterov(
  [`(${u} + ${w} - ${z}) / (${u} + ${w} + ${z})`, `(3 ${u} - 3 ${w}) / (${u} + ${w} + ${z})`],
  '0.1',
  ['4', '1'],
);
