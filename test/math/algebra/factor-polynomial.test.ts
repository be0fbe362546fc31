import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factorPolynomial } from '../../../src/math/algebra/factor-polynomial.ts';
import {
  type IntegerPolynomial,
  multiplyPolynomials,
  primitivePart,
  trimmed,
} from '../../../src/math/algebra/integer-polynomial.ts';

/** `poly(2, -3, 1)` is 2x² − 3x + 1. */
const poly = (...coefficients: number[]): IntegerPolynomial => coefficients.reverse().map(BigInt);

const product = (factors: readonly IntegerPolynomial[]): IntegerPolynomial => factors.reduce(multiplyPolynomials, [1n]);

const factorsOf = (f: IntegerPolynomial) =>
  factorPolynomial(f)
    ?.map(({ base, exponent }) => ({ base: [...base].reverse().map(Number), exponent }))
    .sort((a, b) => a.base.length - b.base.length || (a.base.join() < b.base.join() ? -1 : 1));

describe('factoring over the rationals', () => {
  test('a difference of squares and what has no factors', () => {
    expect(factorsOf(poly(1, 0, -1))).toEqual([
      { base: [1, -1], exponent: 1 },
      { base: [1, 1], exponent: 1 },
    ]);
    expect(factorsOf(poly(1, 0, 1))).toEqual([{ base: [1, 0, 1], exponent: 1 }]);
    expect(factorsOf(poly(1, 0, -2))).toEqual([{ base: [1, 0, -2], exponent: 1 }]);
  });

  test('repeated factors with their exponents, contents left out', () => {
    // 12 (x − 2)³ (3x + 1)
    const f = product([poly(12), poly(1, -2), poly(1, -2), poly(1, -2), poly(3, 1)]);
    expect(factorsOf(f)).toEqual([
      { base: [1, -2], exponent: 3 },
      { base: [3, 1], exponent: 1 },
    ]);
  });

  test('x⁴ + 4 splits although it has no roots (Sophie Germain)', () => {
    expect(factorsOf(poly(1, 0, 0, 0, 4))).toEqual([
      { base: [1, -2, 2], exponent: 1 },
      { base: [1, 2, 2], exponent: 1 },
    ]);
  });

  test('x⁴ + 1 splits modulo every prime and not over the rationals', () => {
    expect(factorsOf(poly(1, 0, 0, 0, 1))).toEqual([{ base: [1, 0, 0, 0, 1], exponent: 1 }]);
  });

  test('(x − 1)(x − 2)…(x − 20) has twenty factors; with + x it is another polynomial', () => {
    const wilkinson = product(Array.from({ length: 20 }, (_, k) => poly(1, -(k + 1))));
    expect(factorsOf(wilkinson)).toHaveLength(20);
    const shifted = wilkinson.map((c, k) => (k === 1 ? c + 1n : c));
    expect(factorsOf(shifted)?.every(({ exponent }) => exponent === 1)).toBe(true);
    expect(factorsOf(shifted)).not.toHaveLength(20);
  });

  test('numbers and zero have no factors to name', () => {
    expect(factorPolynomial(poly(7))).toEqual([]);
    expect(factorPolynomial([])).toEqual([]);
  });

  test('a degree beyond the limit is left open', () => {
    expect(factorPolynomial(trimmed([1n, ...new Array<bigint>(500).fill(0n), 1n]))).toBeUndefined();
  });
});

describe('laws', () => {
  const coefficient = fc.integer({ min: -9, max: 9 }).map(BigInt);
  const factor = fc
    .tuple(fc.array(coefficient, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 5 }).map(BigInt))
    .map(([low, lead]): IntegerPolynomial => [...low, lead]);
  const factors = fc.array(factor, { minLength: 1, maxLength: 4 });

  test('the factors multiply to the primitive part', () => {
    fc.assert(
      fc.property(factors, (parts) => {
        const whole = product(parts);
        const found = factorPolynomial(whole) ?? [];
        const back = found.flatMap(({ base, exponent }) => new Array<IntegerPolynomial>(exponent).fill(base));
        expect(product(back)).toEqual(primitivePart(whole));
      }),
    );
  });

  test('what was multiplied has at least as many factors', () => {
    fc.assert(
      fc.property(factors, (parts) => {
        const found = factorPolynomial(product(parts)) ?? [];
        expect(found.reduce((sum, { exponent }) => sum + exponent, 0)).toBeGreaterThanOrEqual(parts.length);
      }),
    );
  });
});
