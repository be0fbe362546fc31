import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, toText } from '../../src/math/number/exact.ts';
import {
  exponentOfTen,
  isTie,
  nearest,
  type RoundingMode,
  roundTo,
  roundToFigures,
  toFixed,
} from '../../src/math/number/rounding.ts';

describe('a tie has two right neighbours', () => {
  it('3.185 to two decimals is 3.18 or 3.19', () => {
    expect(nearest(exact('3.185'), 2).map(toText)).toEqual(['3.18', '3.19']);
    expect(nearest(exact('-3.185'), 2).map(toText)).toEqual(['-3.19', '-3.18']);
    expect(isTie(exact('3.1850001'), 2)).toBe(false);
  });

  it('a number on the grid is its own only neighbour', () =>
    expect(nearest(exact('3.18'), 2).map(toText)).toEqual(['3.18']));

  it('1/3 is never a tie', () => expect(nearest(exact('1/3'), 1).map(toText)).toEqual(['0.3']));
});

const modes: readonly (readonly [RoundingMode, Decimal.Rounding])[] = [
  ['half-even', 6],
  ['half-away', 4],
  ['truncate', 1],
  ['floor', 3],
  ['ceiling', 2],
];

describe('agrees with decimal.js', () => {
  const numbers = fc.tuple(fc.integer({ min: -999_995, max: 999_995 }), fc.integer({ min: 0, max: 6 }));

  it.each(modes)('%s', (mode, theirs) =>
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 4 }), ([n, e], decimals) => {
        const text = `${n}e-${e}`;
        const expected = new Decimal(text).toFixed(decimals, theirs);
        expect(toFixed(exact(text), decimals, mode)).toBe(
          /[1-9]/.test(expected) ? expected : expected.replace('-', ''),
        );
        expect(toText(roundTo(exact(text), decimals, mode))).toBe(new Decimal(expected).toFixed().replace(/^-0$/, '0'));
      }),
    ),
  );

  it.each(modes)('%s to significant figures', (mode, theirs) =>
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 6 }), ([n, e], figures) => {
        const text = `${n}e-${e}`;
        const expected = new Decimal(text).toSignificantDigits(figures, theirs).toFixed();
        expect(toText(roundToFigures(exact(text), figures, mode))).toBe(expected.replace(/^-0$/, '0'));
      }),
    ),
  );
});

describe('places', () => {
  it.each([
    ['2871', 3],
    ['0.05', -2],
    ['9.999', 0],
    ['10', 1],
    ['1e-300', -300],
    ['1/1024', -4],
    ['-1/3', -1],
  ])('the exponent of %s is %i', (text, exponent) => expect(exponentOfTen(exact(text))).toBe(exponent));

  it('keeps zeros that were asked for', () => {
    expect(toFixed(exact('3.1'), 3)).toBe('3.100');
    expect(toFixed(exact('-0.4'), 0)).toBe('0');
    expect(toFixed(exact('2/3'), 4)).toBe('0.6667');
  });

  it('rounds to tens with negative decimals', () => expect(toText(roundTo(exact('1250'), -2))).toBe('1200'));
});
