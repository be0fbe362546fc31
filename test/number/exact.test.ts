import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as number from '../../src/math/number/exact.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  equals,
  exact,
  fraction,
  multiply,
  subtract,
  toText,
} from '../../src/math/number/exact.ts';

const integers = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const rationals = fc
  .tuple(integers, fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.integer({ min: 0, max: 30 }))
  .map(([n, d, e]) => divide(fraction(n, d), fraction(10n ** BigInt(e))));
const same = (a: Exact, b: Exact): void => expect(toText(a)).toBe(toText(b));

describe('reading', () => {
  it.each([
    ['3.550', '3.55'],
    ['-.5', '-0.5'],
    ['1e-3', '0.001'],
    ['1.5E+2', '150'],
    ['71/20', '3.55'],
    ['-4/6', '-2/3'],
    ['+7.', '7'],
    ['0.000', '0'],
  ])('%s is %s', (text, shown) => expect(toText(exact(text))).toBe(shown));

  it.each(['', '.', 'e5', '1,5', '0x10', '1e', '1 2', 'NaN', '1e9999999999'])('%j is no number', (text) =>
    expect(() => exact(text)).toThrow(SyntaxError),
  );
});

describe('a field', () => {
  it('adds and multiplies in any order', () =>
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        same(add(add(a, b), c), add(a, add(c, b)));
        same(multiply(multiply(a, b), c), multiply(a, multiply(c, b)));
        same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
      }),
    ));

  it('takes back what it did', () =>
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        same(subtract(add(a, b), b), a);
        if (number.sign(b) !== 0) same(multiply(divide(a, b), b), a);
      }),
    ));

  it('has one representation for one value', () =>
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(equals(a, b)).toBe(compare(a, b) === 0);
        expect(fraction(number.numerator(a), number.denominator(a))).toEqual(a);
      }),
    ));

  it('orders as the difference says', () =>
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        expect(compare(a, b)).toBe(number.sign(subtract(a, b)));
      }),
    ));

  it('agrees with decimal.js on decimals', () => {
    const Wide = Decimal.clone({ precision: 400, toExpPos: 1000, toExpNeg: -1000 });
    const decimals = fc.tuple(integers, fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(decimals, decimals, ([n, e], [m, f]) => {
        const [a, b] = [number.scaled(n, e), number.scaled(m, f)];
        const [p, q] = [new Wide(`${n}e-${e}`), new Wide(`${m}e-${f}`)];
        expect(toText(add(a, b))).toBe(p.plus(q).toFixed());
        expect(toText(multiply(a, b))).toBe(p.times(q).toFixed());
      }),
    );
  });
});

describe('parts', () => {
  it('floors towards minus infinity', () => {
    expect(number.floor(exact('-0.1'))).toBe(-1n);
    expect(number.floor(exact('-3'))).toBe(-3n);
    expect(number.floor(exact('7/3'))).toBe(2n);
  });

  it('divides by zero only with a RangeError', () => {
    expect(() => divide(exact('1'), exact('0.0'))).toThrow(RangeError);
    expect(() => number.power(exact('0'), -1)).toThrow(RangeError);
  });

  it('raises to powers of both signs', () => {
    expect(toText(number.power(exact('-0.2'), 3))).toBe('-0.008');
    expect(toText(number.power(exact('1.5'), -2))).toBe('4/9');
    expect(toText(number.power(exact('7/3'), 0))).toBe('1');
  });
});

describe('the nearest double', () => {
  it('is what JavaScript reads from the same digits', () =>
    fc.assert(
      fc.property(integers, fc.integer({ min: -290, max: 360 }), (n, e) => {
        const text = `${n}e${-e}`;
        expect(number.toDouble(exact(text)) + 0).toBe(Number(text) + 0);
      }),
      { numRuns: 2000 },
    ));

  it('gives back every double', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(number.toDouble(exact(x))).toBe(x + 0);
      }),
      { numRuns: 2000 },
    ));
});
