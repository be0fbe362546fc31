/** Recurrences without nonlinear operations: s′ = J s + c with rational J and c. */

import { characteristicPolynomial } from '../../../math/linear/eigen/characteristic.ts';
import {
  add,
  denominator,
  type Exact,
  fraction,
  multiply,
  numerator,
  one,
  power,
  zero,
} from '../../../math/number/exact.ts';
import { gcd } from '../../../math/number/integer.ts';
import type { LinearForm } from '../compile/linear-form.ts';

/** The next value of each variable as a form in the variables. */
export type AffineMap = readonly LinearForm[];

/** The map, where the outputs are forms in the inputs alone. */
export const affineMap = (outputs: readonly LinearForm[]): AffineMap | undefined =>
  outputs.every(({ terms }) => terms.every(([atom]) => atom < outputs.length)) ? outputs : undefined;

/** One step, exactly. */
export const stepOf = (map: AffineMap, state: readonly Exact[]): readonly Exact[] =>
  map.map(({ terms, constant }) =>
    terms.reduce((sum, [i, factor]) => add(sum, multiply(factor, state[i] ?? zero)), constant),
  );

const commonDenominator = (map: AffineMap): bigint => {
  let common = 1n;
  for (const { terms } of map)
    for (const [, factor] of terms) common = (common / gcd(common, denominator(factor))) * denominator(factor);
  return common;
};

/**
 * χ with χ(J′) = 0 for J′ = (J c; 0 1), the map on (s, 1): (λ − 1)·det(λI − J), ascending, the leading coefficient 1
 * left out. For J = N/q with integers N, the coefficient of λⁱ in det(λI − J) is that of det(λI − N) over qⁿ⁻ⁱ.
 */
export const annihilator = (map: AffineMap): readonly Exact[] => {
  const n = map.length;
  const q = commonDenominator(map);
  const matrix = map.map(({ terms }) => {
    const row: bigint[] = new Array(n).fill(0n);
    for (const [i, factor] of terms) row[i] = numerator(factor) * (q / denominator(factor));
    return row;
  });
  const inner = characteristicPolynomial(matrix).map((c, i) => multiply(fraction(c), power(fraction(1n, q), n - i)));
  const minus = fraction(-1n);
  return inner.map((c, i) => add(multiply(minus, c), i > 0 ? (inner[i - 1] ?? one) : zero));
};
