import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, type Enclosure, ends } from '../../../src/math/number/enclosure.ts';
import { compare } from '../../../src/math/number/exact.ts';
import { iterate } from '../../../src/solve/iterate/iterate.ts';
import type { Iterate, Recurrence } from '../../../src/solve/iterate/recurrence.ts';
import { logSumExp, quadratic, recurrence, rosenbrock } from './recurrences.ts';

/** Runs after which code is made for a recurrence of a few hundred steps. */
const untilCode = 31;

/** The last and some steps before it, as machine code at few digits and as BigInt at so many that it is no longer used. */
const bothWays = (r: Recurrence, steps: readonly number[]): readonly (readonly [Enclosure, Enclosure])[] => {
  for (let k = 0; k < untilCode; k += 1) iterate(r, steps.slice(-1), 10);
  const [coarse, fine] = [iterate(r, steps, 30), iterate(r, steps, 230)];
  if ('kind' in coarse || 'kind' in fine) throw new Error('no values');
  const state = (found: Iterate | { readonly kind: 'undefined'; readonly reason: string } | undefined): Iterate => {
    if (found === undefined || 'kind' in found) throw new Error(found?.reason ?? 'no state');
    return found;
  };
  return steps.flatMap((_, i) => {
    const close = state(fine[i]);
    return state(coarse[i]).map((x, j) => {
      const y = close[j];
      if (x.kind !== 'enclosure' || y?.kind !== 'enclosure') throw new Error('not enclosed');
      return [x, y] as const;
    });
  });
};

const meet = ([x, y]: readonly [Enclosure, Enclosure]): boolean => {
  const [low, high] = ends(y);
  const [bottom, top] = ends(x);
  const isWider = x.radius << BigInt(y.bits) > y.radius << BigInt(x.bits);
  return isWider ? contains(x, low) && contains(x, high) : compare(bottom, high) <= 0 && compare(low, top) <= 0;
};

const steps = [1, 40, 299, 300, 333];

describe('many steps at few digits hold the same steps at many', () => {
  it.each<[string, Recurrence]>([
    ['a linear map', quadratic],
    ['a polynomial map', rosenbrock],
    ['numbers of both signs', recurrence({ x: '1 - 1.4 x^2 + y', y: '0.3 x' }, ['0.1', '-0.1'])],
    [
      'divisors of all kinds',
      recurrence({ x: 'x/3 + y/7 - x y / 8191', y: '1/1024 - x/1000000 + x/2 - y/16' }, ['2', '1']),
    ],
    ['a divisor too large for machine code', recurrence({ x: 'x / 1000003 + y', y: '1 - x y / 2' }, ['0.4', '0.1'])],
    ['variables that only change places', recurrence({ x: 'y', y: 'z', z: '1 - x z / 2' }, ['0.1', '0.2', '0.3'])],
    [
      'long sums before a product',
      recurrence({ x: '(x + 99 y - 45 x + 3)^2 / 10^6', y: '(x - 3 y)/9' }, ['0.4', '0.1']),
    ],
    ['irrational constants', recurrence({ x: 'π/4 - x^2 / e', y: '0.9 y + sqrt(2) x' }, ['0.4', '0.1'])],
    ['numbers that outgrow machine code', recurrence({ x: '1.001 x + 10^6 y', y: '0.99 y + 1' }, ['1', '1'])],
    ['numbers too large for it from the start', recurrence({ x: '0.5 x + 10^12', y: '0.1 x y / 10^13' }, ['3', '0.5'])],
    ['quotients', recurrence({ x: '(1 + y) / (2 + x^2)', y: '(x - y - 3) / (4 - 3 y^2 + 0.2 x)' }, ['0.5', '0.25'])],
    ['a quotient by a negative number', recurrence({ x: '1/x + x/7 - 1/3', y: 'y / x' }, ['-0.5', '1'])],
    ['large quotients', recurrence({ x: '1 / (y + 0.003)', y: '(x - 1/2) / (1 + x^2)' }, ['0.5', '-0.25'])],
    ['a divisor near zero', recurrence({ x: '0.6 x', y: '(x^2 + x y / 2) / x' }, ['1', '1'])],
    ['exponentials', logSumExp],
    ['an exponential of an argument that settles', recurrence({ x: '0.3 e^(-x) + 0.1 y', y: '0.7 y' }, ['-3', '9'])],
    ['one that rises and falls', recurrence({ x: 'y', y: '-x', z: 'e^(3 x) + 0.1 z' }, ['1.5', '0.3', '0'])],
    ['one that outgrows machine code', recurrence({ x: 'x + 1/9', y: 'e^x' }, ['2', '0'])],
    ['one that vanishes', recurrence({ x: 'x - 1/7', y: '0.5 y + e^x' }, ['2', '0'])],
    ['numbers that vanish', recurrence({ x: '0.5 x - x y', y: '0.4 y + x^2' }, ['0.3', '-0.2'])],
  ])('%s', (_, r) => {
    for (const pair of bothWays(r, steps)) expect(meet(pair)).toBe(true);
  });

  it('for random quadratic maps', () => {
    const coefficient = fc.integer({ min: -30, max: 30 }).map((n) => `(${n}/70)`);
    fc.assert(
      fc.property(fc.array(coefficient, { minLength: 6, maxLength: 6 }), ([a, b, c, d, e, f]) => {
        const r = recurrence({ x: `${a} x^2 + ${b} x y + ${c}`, y: `${d} x + ${e} y^2 + ${f}` }, ['0.3', '-0.4']);
        for (const pair of bothWays(r, [260])) expect(meet(pair)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
