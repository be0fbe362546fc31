import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atan2 } from '../../src/math/number/elementary/atan.ts';
import { pi } from '../../src/math/number/elementary/constants.ts';
import { exp } from '../../src/math/number/elementary/exp.ts';
import { binomial, factorial } from '../../src/math/number/elementary/factorial.ts';
import { ln } from '../../src/math/number/elementary/ln.ts';
import { logarithm } from '../../src/math/number/elementary/logarithm.ts';
import { abs, floor, max, min } from '../../src/math/number/elementary/order.ts';
import { power, root } from '../../src/math/number/elementary/power.ts';
import { contains, type Enclosure, enclosure } from '../../src/math/number/enclosure.ts';
import { add, divide, type Exact, exact, fraction, multiply, subtract, toText } from '../../src/math/number/exact.ts';
import {
  addReal,
  compareReal,
  divideReal,
  integerPower,
  isEqual,
  isExact,
  isLess,
  multiplyReal,
  type Outcome,
  type Real,
  sqrtReal,
  subtractReal,
  toEnclosure,
} from '../../src/math/number/real.ts';
import { refine } from '../../src/math/number/refine.ts';
import { realFunctions } from './functions.ts';

const cause = (x: Outcome): string => (x.kind === 'undefined' ? x.cause : x.kind);
const text = (x: Outcome): string => (x.kind === 'exact' ? toText(x) : cause(x));
const enclosed = (x: Outcome): Enclosure => {
  if (x.kind === 'undefined') throw new Error(x.reason);
  return toEnclosure(x, 200);
};
const real = (x: string): Exact => exact(x);

/** A number somewhere inside an enclosure: the truth that every operation has to keep. */
const inside = fc
  .tuple(
    fc.bigInt({ min: -(1n << 90n), max: 1n << 90n }),
    fc.bigInt({ min: 0n, max: 1n << 40n }),
    fc.integer({ min: -100, max: 100 }),
    fc.constantFrom(60, 64, 101),
  )
  .map(([mid, radius, percent, bits]) => ({
    about: enclosure(mid, radius, bits),
    truth: divide(fraction(100n * mid + BigInt(percent) * radius), fraction(100n << BigInt(bits))),
  }));

describe('enclosures keep the truth', () => {
  it('through sums, differences, products and quotients', () =>
    fc.assert(
      fc.property(inside, inside, fc.constantFrom(50, 64, 120), (a, b, bits) => {
        expect(contains(enclosed(addReal(a.about, b.about, bits)), add(a.truth, b.truth))).toBe(true);
        expect(contains(enclosed(subtractReal(a.about, b.about, bits)), subtract(a.truth, b.truth))).toBe(true);
        expect(contains(enclosed(multiplyReal(a.about, b.about, bits)), multiply(a.truth, b.truth))).toBe(true);
        const quotient = divideReal(a.about, b.about, bits);
        if (quotient.kind === 'enclosure') expect(contains(quotient, divide(a.truth, b.truth))).toBe(true);
        else expect(cause(quotient)).toBe('undecided');
      }),
      { numRuns: 1000 },
    ));

  it('through squares and back', () =>
    fc.assert(
      fc.property(inside, fc.constantFrom(50, 64, 120), ({ about, truth }, bits) => {
        const size = about.mid < 0n ? -about.mid : about.mid;
        const square = enclosure(about.mid ** 2n, 2n * size * about.radius + about.radius ** 2n, 2 * about.bits);
        const back = sqrtReal(square, bits);
        if (back.kind === 'enclosure') expect(contains(back, absolute(truth))).toBe(true);
      }),
      { numRuns: 1000 },
    ));

  it('through the choice of the greater and the lesser', () =>
    fc.assert(
      fc.property(inside, inside, (a, b) => {
        const [low, high] = isLess(a.truth, b.truth) ? [a.truth, b.truth] : [b.truth, a.truth];
        expect(contains(enclosed(max(a.about, b.about, 110)), high)).toBe(true);
        expect(contains(enclosed(min(a.about, b.about, 110)), low)).toBe(true);
        expect(contains(enclosed(abs(a.about)), absolute(a.truth))).toBe(true);
      }),
    ));

  it.each(['exp', 'ln', 'sin', 'cos', 'atan', 'tanh', 'logistic', 'softplus', 'asinh', 'sqrt'])('through %s', (name) =>
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 1n << 65n }),
        fc.bigInt({ min: 0n, max: 1n << 30n }),
        fc.integer({ min: -100, max: 100 }),
        (mid, radius, percent) => {
          const f = realFunctions[name];
          const truth = divide(fraction(100n * mid + BigInt(percent) * radius), fraction(100n << 60n));
          const [wide, narrow] = [f?.(enclosure(mid, radius, 60), 64), f?.(truth, 200)];
          if (wide?.kind !== 'enclosure' || narrow?.kind !== 'enclosure') return;
          const [outer, inner] = [toEnclosure(wide, 400), toEnclosure(narrow, 400)];
          expect(inner.mid - inner.radius >= outer.mid - outer.radius).toBe(true);
          expect(inner.mid + inner.radius <= outer.mid + outer.radius).toBe(true);
        },
      ),
      { numRuns: 300 },
    ),
  );
});

const absolute = (x: Exact): Exact => (x.n < 0n ? subtract(fraction(0n), x) : x);

describe('exact while it can be', () => {
  it.each<[string, Outcome, string]>([
    ['√(9/4)', sqrtReal(real('2.25'), 64), '1.5'],
    ['8^(2/3)', power(real('8'), real('2/3'), 64), '4'],
    ['(16/81)^(-3/4)', power(real('16/81'), real('-0.75'), 64), '3.375'],
    ['∛−8', root(real('-8'), 3, 64), '-2'],
    ['log₂ 1/8', logarithm(real('1/8'), real('2'), 64), '-3'],
    ['log₁₀ 1000', logarithm(real('1000'), real('10'), 64), '3'],
    ['0^2.5', power(real('0'), real('2.5'), 64), '0'],
    ['(-2)^3', power(real('-2'), real('3'), 64), '-8'],
    ['1^(10^15)', integerPower(real('1'), 10 ** 15, 64), '1'],
    ['(-1)^(10^15+1)', integerPower(real('-1'), 10 ** 15 + 1, 64), '-1'],
    ['e^0', exp(real('0'), 64), '1'],
    ['ln 1', ln(real('1'), 64), '0'],
    ['0 · π', multiplyReal(real('0'), pi(64), 64), '0'],
    ['10!', factorial(real('10')), '3628800'],
    ['C(50, 25)', binomial(real('50'), real('25')), '126410606437752'],
    ['C(-3, 4)', binomial(real('-3'), real('4')), '15'],
    ['C(5, 7)', binomial(real('5'), real('7')), '0'],
    ['⌊π⌋', floor(pi(64)), '3'],
  ])('%s', (_, value, expected) => expect(text(value)).toBe(expected));

  it('goes over to enclosures where exact numbers would grow too long', () => {
    const grown = integerPower(real('1.0001'), 1_000_000, 200);
    expect(grown.kind).toBe('enclosure');
    // 1.0001^1000000 = e^(10^6 ln 1.0001)
    const log = ln(real('1.0001'), 300);
    if (log.kind === 'undefined') throw new Error(log.reason);
    const other = exp(multiplyReal(real('1000000'), log, 280), 200);
    expect(isEqual(enclosed(grown), enclosed(other))).toBe(undefined);
  });
});

describe('exponents longer than doubles can hold', () => {
  it('leave next to nothing of a number below one', () => {
    const tiny = power(real('0.01'), fraction(7n ** 4096n), 64);
    expect(tiny.kind === 'enclosure' && contains(tiny, real('0'))).toBe(true);
    expect(isLess(enclosed(tiny), real('1e-18'))).toBe(true);
  });
});

describe('why there is no value', () => {
  it.each<[string, Outcome, string]>([
    ['1/0', divideReal(real('1'), real('0'), 64), 'division-by-zero'],
    ['0^0', power(real('0'), real('0'), 64), 'domain'],
    ['0^-1', power(real('0'), real('-1'), 64), 'division-by-zero'],
    ['0^-1/2', power(real('0'), real('-1/2'), 64), 'division-by-zero'],
    ['(-8)^(1/3)', power(real('-8'), real('1/3'), 64), 'domain'],
    ['1.5^(7^4096)', power(real('1.5'), fraction(7n ** 4096n), 64), 'overflow'],
    ['0.5^-(7^4096)', power(real('0.5'), fraction(-(7n ** 4096n)), 64), 'overflow'],
    ['√−1', sqrtReal(real('-1'), 64), 'domain'],
    ['ln 0', ln(real('0'), 64), 'domain'],
    ['ln −2', ln(real('-2'), 64), 'domain'],
    ['log₁ 5', logarithm(real('5'), real('1'), 64), 'domain'],
    ['arcsin 1.1', realFunctions['asin']?.(real('1.1'), 64) ?? real('0'), 'domain'],
    ['arcosh 0.9', realFunctions['acosh']?.(real('0.9'), 64) ?? real('0'), 'domain'],
    ['artanh 1', realFunctions['atanh']?.(real('1'), 64) ?? real('0'), 'domain'],
    ['the angle of the origin', atan2(real('0'), real('0'), 64), 'domain'],
    ['e^(10^9)', exp(real('1e9'), 64), 'overflow'],
    ['2^(10^9)', integerPower(real('2.5'), 10 ** 9, 64), 'overflow'],
    ['(10^9)!', factorial(real('1e9')), 'budget'],
    ['2.5!', factorial(real('2.5')), 'unsupported'],
    ['(-1)!', factorial(real('-1')), 'domain'],
    ['1/(π − π)', divideReal(real('1'), subtractReal(pi(64), pi(64), 64), 64), 'undecided'],
  ])('%s is %s', (_, value, expected) => expect(cause(value)).toBe(expected));
});

describe('angles in all quadrants', () => {
  it.each([
    ['1', '1', '1/4'],
    ['1', '-1', '3/4'],
    ['-1', '-1', '-3/4'],
    ['-1', '1', '-1/4'],
    ['0', '-1', '1'],
    ['1', '0', '1/2'],
    ['-7', '0', '-1/2'],
  ])('of y = %s, x = %s: %s π', (y, x, share) => {
    const angle = enclosed(atan2(real(y), real(x), 150));
    const difference = subtractReal(angle, multiplyReal(real(share), pi(200), 200), 200);
    expect(isExact(difference) ? '' : difference.mid < 1n << 60n && -difference.mid < 1n << 60n).toBe(true);
    expect(compareReal(difference, real('0'))).toBe(undefined);
  });
});

describe('refining', () => {
  it('adds precision until the digits are there', () => {
    const tiny = refine((bits) => exp(real('-2000'), bits), 30);
    expect(tiny.kind).toBe('enclosure');
    // mpmath: e^−2000 = 2.57653587296…e−869
    const shifted = multiplyReal(real('1e869'), tiny as Real, 3000);
    expect(isLess(real('2.57653587296'), shifted)).toBe(true);
    expect(isLess(shifted, real('2.57653587297'))).toBe(true);
  });

  it('gives up on what no precision settles, in bounded work', () => {
    let calls = 0;
    const value = refine((bits) => {
      calls += 1;
      return subtractReal(pi(bits), pi(bits), bits);
    }, 50);
    expect(value.kind).toBe('enclosure');
    expect(calls).toBeLessThan(8);
  });
});
