import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, type Enclosure, ends } from '../../src/math/number/enclosure.ts';
import { exact } from '../../src/math/number/exact.ts';
import { isExact, type Outcome, toEnclosure } from '../../src/math/number/real.ts';
import { realFunctions } from './functions.ts';

const Wide = Decimal.clone({ precision: 120, toExpPos: 1000, toExpNeg: -1000 });

/** The witness: decimal.js, or by its functions where it has no such function. */
const witness: Readonly<Record<string, (x: Decimal) => Decimal>> = {
  exp: (x) => x.exp(),
  ln: (x) => x.ln(),
  log10: (x) => x.log(10),
  log2: (x) => x.log(2),
  sin: (x) => x.sin(),
  cos: (x) => x.cos(),
  tan: (x) => x.tan(),
  asin: (x) => x.asin(),
  acos: (x) => x.acos(),
  atan: (x) => x.atan(),
  sinh: (x) => x.sinh(),
  cosh: (x) => x.cosh(),
  tanh: (x) => x.tanh(),
  asinh: (x) => x.asinh(),
  acosh: (x) => x.acosh(),
  atanh: (x) => x.atanh(),
  sqrt: (x) => x.sqrt(),
  logistic: (x) => new Wide(1).div(x.neg().exp().plus(1)),
  softplus: (x) => x.exp().plus(1).ln(),
};

const domains: Readonly<Record<string, readonly [number, number]>> = {
  ln: [0.001, 1000],
  log10: [0.001, 1000],
  log2: [0.001, 1000],
  sqrt: [0, 1000],
  asin: [-1, 1],
  acos: [-1, 1],
  acosh: [1, 50],
  atanh: [-0.999, 0.999],
};

const decimalsIn = ([low, high]: readonly [number, number]) =>
  fc.integer({ min: Math.ceil(low * 1e6), max: Math.floor(high * 1e6) }).map((n) => new Wide(n).div(1e6).toFixed());

const value = (outcome: Outcome | undefined): Enclosure => {
  if (outcome === undefined || outcome.kind === 'undefined') throw new Error(outcome?.reason ?? 'no such function');
  return toEnclosure(outcome, 400);
};

describe.each(Object.keys(witness))('%s', (name) => {
  const f = realFunctions[name] ?? (() => ({ kind: 'undefined', cause: 'unknown', reason: name }) as const);
  const inputs = decimalsIn(domains[name] ?? [-30, 30]);

  // At 200 bits, with 1e-87 for what the witness rounds off at 120 digits.
  it('encloses what decimal.js finds, closely', () =>
    fc.assert(
      fc.property(inputs, (text) => {
        const ours = value(f(exact(text), 200));
        const theirs = exact(witness[name]?.(new Wide(text)).toFixed() ?? 'NaN');
        expect(contains({ ...ours, radius: ours.radius + (1n << 110n) }, theirs), `${name}(${text})`).toBe(true);
      }),
      { numRuns: 60 },
    ));

  it('encloses at 60 bits what it encloses at 700, and stays narrow', () =>
    fc.assert(
      fc.property(inputs, (text) => {
        const [rough, fine] = [f(exact(text), 60), f(exact(text), 700)];
        if (rough.kind === 'undefined' || fine.kind === 'undefined') throw new Error(name);
        if (isExact(rough) || isExact(fine)) {
          expect(rough).toEqual(fine);
          return;
        }
        const [low, high] = ends(fine);
        expect(contains(rough, low) && contains(rough, high), `${name}(${text})`).toBe(true);
        expect(rough.radius).toBeLessThan(1n << (['exp', 'sinh', 'cosh', 'tan'].includes(name) ? 44n : 8n));
      }),
      { numRuns: 200 },
    ));
});
