import { describe, expect, test } from 'vitest';
import { multiplyPolynomials } from '../../../src/math/algebra/integer-polynomial.ts';
import { realRoots } from '../../../src/math/algebra/real-roots.ts';
import { compare, exact } from '../../../src/math/number/exact.ts';

const poly = (...coefficients: number[]) => coefficients.reverse().map(BigInt);

/** Whether the intervals hold these numbers, one each and in order. */
const hold = (roots: ReturnType<typeof realRoots>, expected: readonly string[]): boolean =>
  roots?.length === expected.length &&
  expected.every((text, k) => {
    const [root, x] = [roots[k], exact(text)];
    return root !== undefined && compare(root.low, x) <= 0 && compare(x, root.high) <= 0;
  });

describe('the real roots of a polynomial', () => {
  test('√2 and −√2, each in an interval of its own', () => {
    expect(hold(realRoots(poly(1, 0, -2)), ['-1.41421356', '1.41421356'])).toBe(true);
  });

  test('a polynomial without real roots', () => {
    expect(realRoots(poly(1, 0, 1))).toEqual([]);
  });

  test('a root in the middle of the search is found as itself', () => {
    // x (x − 1)(x + 3): zero is halfway between the bounds
    expect(hold(realRoots(poly(1, 2, -3, 0)), ['-3', '0', '1'])).toBe(true);
  });

  test('roots a thousandth apart are told apart', () => {
    expect(hold(realRoots(multiplyPolynomials(poly(1000, -999), poly(1, -1))), ['0.999', '1'])).toBe(true);
  });
});
