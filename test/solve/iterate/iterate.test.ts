import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, type Enclosure, ends } from '../../../src/math/number/enclosure.ts';
import { compare, exact, subtract } from '../../../src/math/number/exact.ts';
import { digitsOf } from '../../../src/math/number/print.ts';
import type { Real } from '../../../src/math/number/real.ts';
import { iterate } from '../../../src/solve/iterate/iterate.ts';
import type { Iterate, Recurrence } from '../../../src/solve/iterate/recurrence.ts';
import { logSumExp, quadratic, recurrence, rosenbrock } from './recurrences.ts';

const stateAt = (r: Recurrence, step: number, digits: number): Iterate => {
  const found = iterate(r, [step], digits);
  if ('kind' in found) throw new Error(found.reason);
  const [state] = found;
  if (state === undefined || 'kind' in state) throw new Error(state?.reason ?? 'no state');
  return state;
};

const text = (x: Real | undefined, digits: number): string => {
  if (x === undefined) return 'missing';
  const shown = digitsOf(() => x, digits);
  return shown.kind === 'digits' ? shown.text : shown.reason;
};

const enclosed = (x: Real | undefined): Enclosure => {
  if (x?.kind !== 'enclosure') throw new Error('not an enclosure');
  return x;
};

const size = ({ mid }: Enclosure): bigint => (mid < 0n ? -mid : mid);

/** Whether the first holds the second, or is no coarser (then they only have to meet). */
const holds = (coarse: Enclosure, fine: Enclosure): boolean => {
  const [low, high] = ends(fine);
  const [bottom, top] = ends(coarse);
  if (compare(subtract(top, bottom), subtract(high, low)) > 0) return contains(coarse, low) && contains(coarse, high);
  return compare(bottom, high) <= 0 && compare(low, top) <= 0;
};

const why = (r: Recurrence, step: number, digits = 20): string => {
  const found = iterate(r, [step], digits);
  if ('kind' in found) return found.cause;
  const [state] = found;
  return state === undefined ? 'missing' : 'kind' in state ? state.cause : 'value';
};

describe('Nesterov on the three functions', () => {
  // Computed with MPFR, mpmath, PARI and decimal.js alike: reference figures of x after 3 and 1000 steps.
  it.each<[string, Recurrence, number, string]>([
    ['x² + xy + 6y²', quadratic, 3, '2.05281375'],
    ['x² + xy + 6y²', quadratic, 1000, '5.24306387456127909e-45'],
    ['Rosenbrock', rosenbrock, 3, '-0.990186149150081397'],
    ['Rosenbrock', rosenbrock, 1000, '0.994120652637885814'],
    ['log-sum-exp', logSumExp, 3, '3.43911522352030335'],
    ['log-sum-exp', logSumExp, 1000, '-0.346573590279972655'],
  ])('%s after %i steps', (_, r, step, expected) => {
    const digits = expected.replace(/^-?0?\.?/, '').replace(/e.*$|\./g, '').length;
    expect(text(stateAt(r, step, digits + 5)[0], digits)).toBe(expected);
  });

  it('agrees with decimal.js at 150 digits, to the last of 60', () => {
    const Wide = Decimal.clone({ precision: 150 });
    let [x, y, v, w] = ['-1.2', '1', '0', '0'].map((s) => new Wide(s));
    if (!x || !y || !v || !w) throw new Error('four numbers');
    for (let k = 0; k < 300; k += 1) {
      const [a, b]: [Decimal, Decimal] = [x.plus(v.times('0.9')), y.plus(w.times('0.9'))];
      const t: Decimal = b.minus(a.pow(2));
      v = v.times('0.9').minus(a.minus(1).times(2).minus(a.times(t).times(400)).times('0.001'));
      w = w.times('0.9').minus(t.times(200).times('0.001'));
      [x, y] = [x.plus(v), y.plus(w)];
    }
    const ours = stateAt(rosenbrock, 300, 65);
    expect([x, y, v, w].map((n) => n.toSignificantDigits(60).toFixed())).toEqual(
      ours.map((n) => new Decimal(text(n, 60)).toFixed()),
    );
  });
});

describe('the error bound', () => {
  const steps = [1, 2, 7, 40, 250];

  it.each<[string, Recurrence]>([
    ['a linear map', quadratic],
    ['a polynomial map', rosenbrock],
    ['a map of exponentials and quotients', logSumExp],
    ['a square root', recurrence({ x: 'sqrt(x + y)', y: 'y / 2 + 1/3' }, ['2', '5'])],
    ['logistic neurons', recurrence({ x: 'σ(2 x - y) + 0.1', y: 'tanh(x + 0.3 y)' }, ['0.2', '-0.7'])],
    ['sine and cosine', recurrence({ x: 'sin(x + y) + cos(y)', y: '0.9 y + ln(2 + x)' }, ['0.5', '0.1'])],
    ['kinks', recurrence({ x: '0.7 x + relu(y - 1) - 0.2', y: 'max(x, 1 - y) / 2 + |x|/3' }, ['1', '0.5'])],
    ['powers', recurrence({ x: 'x^3 / 9 + y^(1/3)', y: '(1 + x^2)^(-1/2)' }, ['0.5', '0.25'])],
    [
      'other functions',
      recurrence({ x: 'arctan(y) + softplus(x)/9', y: 'sinh(x/5) + cosh(y/7) - 1 + arsinh(x)' }, ['0.5', '0.25']),
    ],
    ['irrational constants', recurrence({ x: 'x * π / 4 + e^(-1/10)', y: 'sqrt(2) x - y / 3' }, ['1', '1'])],
  ])('holds the run at three times the precision: %s', (_, r) => {
    const [coarse, fine] = [iterate(r, steps, 20), iterate(r, steps, 60)];
    if ('kind' in coarse || 'kind' in fine) throw new Error('no values');
    for (const [i, step] of steps.entries()) {
      const [rough, close] = [coarse[i], fine[i]];
      if (rough === undefined || close === undefined || 'kind' in rough || 'kind' in close)
        throw new Error(`step ${step}`);
      for (const [j, x] of rough.entries()) {
        expect(holds(enclosed(x), enclosed(close[j])), `step ${step}, variable ${j}`).toBe(true);
        expect(enclosed(x).radius * 10n ** 20n <= size(enclosed(x)), `step ${step}, variable ${j}`).toBe(true);
      }
    }
  });

  it('holds for random quadratic maps, chaotic ones too', () => {
    const coefficient = fc.integer({ min: -12, max: 12 }).map((n) => `(${n}/10)`);
    fc.assert(
      fc.property(fc.array(coefficient, { minLength: 8, maxLength: 8 }), fc.integer({ min: 1, max: 60 }), (c, step) => {
        const [a, b, d, e, f, g, h, i] = c;
        const r = recurrence({ x: `${a} x^2 + ${b} x y + ${d} y + ${e}`, y: `${f} x + ${g} y^2 + ${h} x y + ${i}` }, [
          '0.3',
          '-0.4',
        ]);
        const [rough, fine] = [iterate(r, [step], 15), iterate(r, [step], 45)];
        if ('kind' in rough || 'kind' in fine) throw new Error('no values');
        const [coarse, close] = [rough[0], fine[0]];
        if (coarse === undefined || close === undefined || 'kind' in coarse || 'kind' in close) return;
        for (const [j, x] of coarse.entries()) {
          expect(holds(enclosed(x), enclosed(close[j]))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not grow with the steps where the iteration forgets its errors', () => {
    const sizes = [100, 1000].map((step) => Number(enclosed(stateAt(rosenbrock, step, 40)[0]).radius));
    expect(sizes[1]).toBeLessThan(2 ** 60);
  });
});

describe('what has no value', () => {
  it.each<[string, Recurrence, number, string]>([
    ['a diverging descent', recurrence({ x: 'x - 3 x^3' }, ['4']), 200, 'diverges'],
    ['geometric growth beyond all bounds', recurrence({ x: '10^9 x' }, ['1']), 5000, 'diverges'],
    ['a division by zero', recurrence({ x: '1 / (x - 1)' }, ['2']), 2, 'division-by-zero'],
    [
      'a division by zero that rounding hides',
      recurrence({ x: 'x / 3', y: '1 / (x - 1/9)' }, ['1', '1']),
      3,
      'division-by-zero',
    ],
    ['a division by what may be zero', recurrence({ x: '1 / (x^2 - e^(2/10) + 0 x)' }, ['1']), 3, 'value'],
    ['a logarithm of a negative number', recurrence({ x: 'ln(x)' }, ['2']), 3, 'domain'],
    ['an unknown name', recurrence({ x: 'x + q' }, ['2']), 3, 'unknown'],
    ['a function that is not followed', recurrence({ x: 'floor(x)' }, ['2']), 3, 'unsupported'],
    ['ten million digits', quadratic, 5, 'value'],
  ])('%s', (name, r, step, cause) => {
    if (name === 'ten million digits') expect(why(r, step, 10_000_000)).toBe('budget');
    else expect(why(r, step)).toBe(cause);
  });

  it('names the step that divides by zero', () => {
    const found = iterate(recurrence({ x: 'x - 1', y: 'y + 1/x' }, ['4', '0']), [4, 9], 20);
    if ('kind' in found) throw new Error(found.reason);
    const [last, beyond] = found;
    expect(last && !('kind' in last) ? text(last[1], 12) : '').toBe('2.08333333333');
    expect(beyond && 'kind' in beyond ? beyond.reason : '').toBe('step 5: division by zero');
  });

  it('does not take large numbers for divergence', () => {
    // x_k = 0.6^k, y_k = 0.5^k / 0.6^(k (k − 1)/2), from Python's fractions.
    const r = recurrence({ x: '0.6 x', y: '0.5 y / x' }, ['1', '1']);
    expect(text(stateAt(r, 30, 20)[1], 12)).toBe('2.97376203863e87');
  });

  it('refuses steps that are none', () => {
    expect(why(quadratic, -1)).toBe('domain');
    expect(why(quadratic, 1e9)).toBe('budget');
  });

  it('gives the steps before the one that fails', () => {
    const found = iterate(recurrence({ x: 'x^2' }, ['10']), [3, 40], 20);
    if ('kind' in found) throw new Error(found.reason);
    const [early, late] = found;
    expect(early && !('kind' in early) ? text(early[0], 9) : '').toBe('100000000');
    expect(late && 'kind' in late ? late.cause : '').toBe('diverges');
  });
});

describe('linear recurrences', () => {
  const far = (r: Recurrence, step: number): Iterate => stateAt(r, step, 30);

  it('leap to a far step and land where single steps do', () => {
    const everyStep = iterate(
      quadratic,
      Array.from({ length: 700 }, (_, k) => k + 1),
      30,
    );
    const walked = 'kind' in everyStep ? undefined : everyStep[699];
    if (walked === undefined || 'kind' in walked) throw new Error('no state');
    for (const [i, x] of far(quadratic, 700).entries()) expect(holds(enclosed(x), enclosed(walked[i]))).toBe(true);
  });

  it('count exactly: Fibonacci numbers', () => {
    const fibonacci = recurrence({ a: 'b', b: 'a + b' }, ['0', '1']);
    // F(300), from Python's integers.
    expect(
      contains(
        enclosed(far(fibonacci, 300)[0]),
        exact('222232244629420445529739893461909967206666939096499764990979600'),
      ),
    ).toBe(true);
  });

  it('follow a rotation for a million steps', () => {
    // (0.6, 0.8) has length 1: so has every power of it.
    const turn = recurrence({ x: '0.6 x - 0.8 y', y: '0.8 x + 0.6 y' }, ['1', '0']);
    const [x, y] = far(turn, 1_000_000).map((part) => new Decimal(text(part, 25)));
    if (!x || !y) throw new Error('two numbers');
    expect(x.pow(2).plus(y.pow(2)).minus(1).abs().lt('1e-24')).toBe(true);
  });

  it('keep their constant part', () => {
    // x = 3 + (1/2)^k (5 − 3)
    expect(text(far(recurrence({ x: 'x / 2 + 3/2' }, ['5']), 400)[0], 30)).toBe('3.00000000000000000000000000000');
    const gap = far(recurrence({ x: 'x / 2 + 3/2 - 3/2 + 0 x' }, ['2']), 400)[0];
    expect(text(gap, 12)).toBe('7.74518382970e-121');
  });
});

describe('steps', () => {
  it('come in the order asked, the start exactly', () => {
    const found = iterate(recurrence({ x: 'x/2', k: 'k + 1' }, ['1', '0']), [3, 0, 1, 3], 10);
    if ('kind' in found) throw new Error(found.reason);
    expect(found.map((state) => ('kind' in state ? state.cause : state.map((x) => text(x, 3)).join(' ')))).toEqual([
      '0.125 3.00',
      '1 0',
      '0.500 1.00',
      '0.125 3.00',
    ]);
  });

  it('stay put at rate 0', () => {
    const still = recurrence({ x: 'x + v', v: '0.9 v - 0 (2 x)' }, ['1.25', '0']);
    expect(contains(enclosed(stateAt(still, 50, 20)[0]), exact('1.25'))).toBe(true);
  });
});
