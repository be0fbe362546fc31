import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitLength, divideFloor, gcd, integerRoot, tenTo } from '../../src/math/number/integer.ts';

const euclid = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : euclid(b, a % b));
const large = fc.bigInt({ min: -(1n << 900n), max: 1n << 900n });
const any = fc.oneof(large, fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 0n, max: 1n << 64n }));

describe('the greatest common divisor', () => {
  it('is that of Euclid', () =>
    fc.assert(
      fc.property(any, any, any, (a, b, common) => {
        expect(gcd(a * common, b * common)).toBe(euclid(a * common, b * common));
      }),
      { numRuns: 1000 },
    ));

  it('of neighbouring Fibonacci numbers, where every quotient is one, is one', () => {
    let [a, b] = [1n, 1n];
    for (let k = 0; k < 2000; k += 1) [a, b] = [b, a + b];
    expect(gcd(a, b)).toBe(1n);
    expect(gcd(6n * a, 4n * b)).toBe(euclid(6n * a, 4n * b));
  });
});

describe('lengths, roots and quotients', () => {
  it('counts binary digits, next to powers of two as well', () => {
    for (let k = 1; k < 1200; k += 1)
      for (const d of [-1n, 0n, 1n]) {
        const a = (1n << BigInt(k)) + d;
        expect(bitLength(a)).toBe(a.toString(2).length);
        expect(bitLength(-a)).toBe(a.toString(2).length);
      }
    expect(bitLength(0n)).toBe(0);
  });

  it('finds the integer below a square root', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1n << 2000n }), fc.bigInt({ min: -2n, max: 2n }), (a, d) => {
        for (const x of [a, a * a + d]) {
          if (x < 0n) continue;
          const root = integerRoot(x);
          expect(root * root <= x && (root + 1n) * (root + 1n) > x).toBe(true);
        }
      }),
      { numRuns: 500 },
    ));

  it('divides towards minus infinity', () =>
    fc.assert(
      fc.property(any, fc.bigInt({ min: 1n, max: 1n << 80n }), (a, b) => {
        const [quotient, rest] = divideFloor(a, b);
        expect(quotient * b + rest).toBe(a);
        expect(rest >= 0n && rest < b).toBe(true);
      }),
    ));

  it('knows powers of ten, small and large', () => {
    expect([0, 1, 511, 512, 2000, 512].map((k) => tenTo(k))).toEqual(
      [0, 1, 511, 512, 2000, 512].map((k) => 10n ** BigInt(k)),
    );
  });
});
