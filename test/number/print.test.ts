import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pi } from '../../src/math/number/elementary/constants.ts';
import { exp } from '../../src/math/number/elementary/exp.ts';
import { sin } from '../../src/math/number/elementary/sin.ts';
import { enclosure } from '../../src/math/number/enclosure.ts';
import { exact, fraction, one } from '../../src/math/number/exact.ts';
import { type Digits, digitsOf, type Notation } from '../../src/math/number/print.ts';
import { multiplyReal, type Outcome, type Real, sqrtReal, subtractReal } from '../../src/math/number/real.ts';
import { refine } from '../../src/math/number/refine.ts';
import { undefinedValue } from '../../src/math/number/undefined.ts';

const shown = (x: Outcome, digits: number, notation?: Notation): string => {
  const result = digitsOf(() => x, digits, notation);
  return result.kind === 'digits' ? result.text : result.cause;
};
const refined = (compute: (bits: number) => Outcome) => (digits: number) => refine(compute, digits);
const text = (result: Digits | { readonly reason: string }): string => ('text' in result ? result.text : result.reason);
const known = (x: Outcome): Real => {
  if (x.kind === 'undefined') throw new Error(x.reason);
  return x;
};

describe('exact numbers', () => {
  it.each([
    ['0.05', 10, '0.05'],
    ['-71/20', 10, '-3.55'],
    ['1/3', 5, '0.33333'],
    ['2/3', 5, '0.66667'],
    ['123456', 3, '1.23e5'],
    ['123456', 6, '123456'],
    ['999.96', 4, '1000'],
    ['0.000000125', 5, '1.25e-7'],
    ['1200', 2, '1.2e3'],
    ['1200', 10, '1200'],
    ['0', 10, '0'],
    ['2.5', 1, '2'],
  ])('%s to %i digits is %s', (x, digits, expected) => expect(shown(exact(x), digits)).toBe(expected));

  it('says whether the text is the number', () => {
    expect(digitsOf(() => exact('0.125'), 3)).toMatchObject({ exact: true });
    expect(digitsOf(() => exact('0.125'), 2)).toMatchObject({ text: '0.12', exact: false });
  });

  it('writes plainly or with an exponent where told to', () => {
    expect(shown(exact('1e-9'), 3, 'plain')).toBe('0.000000001');
    expect(shown(exact('123456'), 3, 'plain')).toBe('123000');
    expect(shown(exact('71/20'), 9, 'scientific')).toBe('3.55e0');
  });
});

describe('enclosed numbers', () => {
  it('prints the digits of e and π that books print', () => {
    expect(
      text(
        digitsOf(
          refined((bits) => exp(one, bits)),
          50,
        ),
      ),
    ).toBe('2.7182818284590452353602874713526624977572470937000');
    expect(text(digitsOf(refined(pi), 50))).toBe('3.1415926535897932384626433832795028841971693993751');
  });

  it('agrees with decimal.js to the last of 1000 digits', () => {
    const Wide = Decimal.clone({ precision: 1000 });
    const ours = text(
      digitsOf(
        refined((bits) => sqrtReal(fraction(7n, 13n), bits)),
        1000,
      ),
    );
    expect(ours).toBe(new Wide(7).div(13).sqrt().toFixed());
  });

  it('rounds as the true number does, wherever the enclosure lies', () => {
    const Wide = Decimal.clone({ precision: 400, toExpNeg: -1e9, toExpPos: 1e9 });
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 1n << 200n }), fc.integer({ min: 1, max: 20 }), (mid, digits) => {
        const result = shown(enclosure(mid, 1n, 150), digits, 'plain');
        const ends = [mid - 1n, mid + 1n].map((m) =>
          new Wide(m.toString()).div(new Wide(2).pow(150)).toSignificantDigits(digits).toFixed(),
        );
        if (result !== 'undecided') expect(ends.map((end) => new Wide(end).eq(result))).toEqual([true, true]);
        else if (mid > 1n << 100n) expect(ends[0]).not.toBe(ends[1]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never rounds a tie by luck', () => {
    // 2.5 = 5/2 enclosed, not known to be exact: the second digit could go either way.
    expect(shown(enclosure(5n << 99n, 1n, 100), 1)).toBe('undecided');
    expect(shown(enclosure((5n << 99n) + 1n, 1n, 100), 1)).toBe('undecided');
    expect(shown(enclosure((5n << 99n) + 2n, 1n, 100), 1)).toBe('3');
  });

  it('says that √2·√3 − √6 may be zero', () => {
    const root = (n: bigint, bits: number) => known(sqrtReal(fraction(n), bits));
    const difference = (bits: number) =>
      subtractReal(multiplyReal(root(2n, bits), root(3n, bits), bits), root(6n, bits), bits);
    expect(text(digitsOf(refined(difference), 20))).toMatch(/zero to 4\d\d\d decimal places, and may be zero/);
  });

  it('finds the digits of a difference that is tiny but not zero', () => {
    // sin x − x for x = 10^−40: −x³/6 + x⁵/120 = −1.666…e−121
    const x = exact('1e-40');
    const difference = (bits: number) => subtractReal(known(sin(x, bits)), x, bits);
    expect(text(digitsOf(refined(difference), 30))).toBe(`-1.${'6'.repeat(28)}7e-121`);
  });

  it('passes on why there is no number', () => {
    expect(shown(undefinedValue('domain', 'ln of zero'), 5)).toBe('domain');
    expect(
      text(
        digitsOf(
          refined((bits) => exp(one, bits)),
          10_000_000,
        ),
      ),
    ).toMatch(/10000000 digits were asked for/);
  });
});
