import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from '../../src/math/number/exact.ts';
import { isWithin, target, within } from '../../src/math/number/within.ts';

const Wide = Decimal.clone({ precision: 200 });
const theirs = (s: string, r: string, tol: string): boolean => new Wide(s).minus(r).abs().lte(tol);

describe('a claim against a reference and a limit', () => {
  // 3 000 claims at distance limit, limit + 1e−40 and limit − 1e−40 of their reference.
  it('is right at every exact tie and its neighbours', () => {
    const limits = ['0.05', '0.005', '0.5', '0.001', '1e-9'];
    const errors: string[] = [];
    for (let i = 0; i < 1000; i += 1)
      for (const shift of ['0', '1e-40', '-1e-40']) {
        const limit = limits[i % limits.length] ?? '1';
        const s = new Wide(i * 7919 - 3_000_000).div(1000).toFixed();
        const r = new Wide(s).plus(new Wide(limit).plus(shift).times(i % 2 === 0 ? 1 : -1)).toFixed();
        const expected = shift !== '1e-40';
        const ours = isWithin(s, target(exact(r), exact(limit)));
        if (ours !== expected || theirs(s, r, limit) !== expected) errors.push(`${s} ${r} ${limit}`);
      }
    expect(errors).toEqual([]);
  });

  it('agrees with exact arithmetic on any decimals', () => {
    const decimal = fc
      .tuple(fc.integer({ min: -(10 ** 6), max: 10 ** 6 }), fc.integer({ min: 0, max: 25 }))
      .map(([n, e]) => new Wide(`${n}e-${e}`).toFixed());
    fc.assert(
      fc.property(decimal, decimal, decimal, (s, r, t) => {
        const limit = t.replace('-', '');
        expect(isWithin(s, target(exact(r), exact(limit)))).toBe(theirs(s, r, limit));
        expect(within(exact(s), exact(r), exact(limit))).toBe(theirs(s, r, limit));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['1e400', '1e400', '1', true],
    ['1e400', '0', '1', false],
    ['1e-400', '0', '1e-401', false],
    ['0.1234567890123456789', '0.1234567890123456788', '0.0000000000000000001', true],
    ['+5', '5', '0', true],
    ['-.5', '-1/2', '0', true],
    ['1/3', '0.3333', '0.0001', true],
  ])('%s near %s within %s: %j', (s, r, t, expected) => expect(isWithin(s, target(exact(r), exact(t)))).toBe(expected));

  it.each(['', '-', '.', '1.2.3', '0x10', ' ', '1,5', 'NaN'])('%j is no number', (text) =>
    expect(() => isWithin(text, target(exact(16), exact(1)))).toThrow(SyntaxError),
  );
});
