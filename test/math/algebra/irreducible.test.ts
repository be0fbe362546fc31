import { describe, expect, test } from 'vitest';
import { isIrreducible } from '../../../src/math/algebra/irreducible.ts';
import { polynomialOf } from '../../../src/math/algebra/polynomial-of.ts';
import { apply, difference, num, power, product, sum, sym } from '../../../src/math/expression/build.ts';
import type { Expression } from '../../../src/math/expression/tree.ts';

const [x, y, z] = [sym('x'), sym('y'), sym('z')];
const square = (e: Expression) => power(e, num(2));

const irreducible = (e: Expression): boolean | undefined => {
  const read = polynomialOf(e);
  return read && isIrreducible(read.polynomial, read.variables.length);
};

describe('factors in several variables', () => {
  test('x² − y² has factors, x² + y² none over the rationals', () => {
    expect(irreducible(difference(square(x), square(y)))).toBe(false);
    expect(irreducible(sum([square(x), square(y)]))).toBe(true);
  });

  test('x² + 2xy + y² is a square', () => {
    expect(irreducible(sum([square(x), product([num(2), x, y]), square(y)]))).toBe(false);
  });

  test('xy + xz + y² + yz is (x + y)(y + z)', () => {
    expect(irreducible(sum([product([x, y]), product([x, z]), square(y), product([y, z])]))).toBe(false);
    expect(irreducible(sum([product([x, y]), product([x, z]), square(y), num(1)]))).toBe(true);
  });

  test('sin² x − 1 has factors in sin x', () => {
    expect(irreducible(difference(square(apply('sin', [x])), num(1)))).toBe(false);
  });

  test('what divides by a name is no polynomial', () => {
    expect(polynomialOf({ kind: 'quotient', over: num(1), under: x })).toBeUndefined();
  });

  test('a power too large to write out is refused, not computed', () => {
    expect(polynomialOf(power(sum([x, y, z]), num(399)))).toBeUndefined();
  });
});
