import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/solve/iterate/compile/compile.ts';
import { machine } from '../../../src/solve/iterate/machine/machine.ts';
import { emptyExtremes, trailSeer } from '../../../src/solve/iterate/proof/extremes.ts';
import { type Ball, ballAround, inverseBall, timesBall } from '../../../src/solve/iterate/proof/ranges.ts';
import { sensitivityOf } from '../../../src/solve/iterate/proof/sensitivity.ts';
import { recurrence } from './recurrences.ts';

const Wide = Decimal.clone({ precision: 60 });

const holds = ({ mid, rad }: Ball, x: Decimal): boolean => x.minus(mid).abs().lte(new Wide(rad));

const number = fc.double({ min: -1000, max: 1000, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** low ≤ high and some number from one to the other. */
const range = fc.tuple(number, number, share).map(([a, b, t]) => {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  return { low, high, inside: new Wide(high).minus(low).times(t).plus(low) };
});

describe('ranges', () => {
  it('hold what lies between their ends, and its products', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const [x, y] = [ballAround(a.low, a.high, 0), ballAround(b.low, b.high, 0)];
        expect(holds(x, a.inside)).toBe(true);
        expect(holds(timesBall(x, y), a.inside.times(b.inside))).toBe(true);
      }),
    );
  });

  it('hold inverses of numbers of one sign', () => {
    const size = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(size, size, share, fc.constantFrom(1, -1), (a, b, t, sign) => {
        const [least, most] = [Math.min(a, b), Math.max(a, b)];
        const inside = new Wide(most).minus(least).times(t).plus(least).times(sign);
        expect(holds(inverseBall(least, most, sign), new Wide(1).div(inside))).toBe(true);
      }),
    );
  });
});

describe('bounds of slopes over a block', () => {
  const compiled = compile(recurrence({ x: 'x y / (2 + x^2) - 0.3 e^y', y: '0.5 x - 0.2 x y' }, ['0.9', '-0.4']));
  if (compiled.kind === 'undefined') throw new Error(compiled.reason);
  const start = ['0.9', '-0.4'].map((s) => BigInt(new Wide(s).times(new Wide(2).pow(200)).toFixed(0)));
  const taken = machine(compiled, start, 200);
  if (taken.kind === 'undefined') throw new Error(taken.reason);
  const steps = 12;

  /** The true slopes at (x, y), by rows, differentiated by hand. */
  const slopes = (x: number, y: number): readonly number[] => [
    (y * (2 - x * x)) / (2 + x * x) ** 2,
    x / (2 + x * x) - 0.3 * Math.exp(y),
    0.5 - 0.2 * y,
    -0.2 * x,
  ];

  it('hold at every state of the block, and are close where it is short', () => {
    const extremes = emptyExtremes(compiled.skeleton);
    const see = trailSeer(compiled.skeleton, extremes);
    const bounds = sensitivityOf(compiled);
    taken.begin();
    const states: (readonly number[])[] = [];
    for (let k = 0; k < steps; k += 1) {
      states.push(taken.state().map((v) => Number(v) * 2 ** -200));
      taken.take(1);
    }
    see(taken.trail, 1);
    const first = bounds(taken, extremes, new Float64Array(2)).steep.slice();
    for (const [i, slope] of slopes(0.9, -0.4).entries()) expect(first[i]).toBeCloseTo(Math.abs(slope), 10);
    see(taken.trail, steps);
    const { steep } = bounds(taken, extremes, new Float64Array(2));
    for (const [x = 0, y = 0] of states)
      for (const [i, slope] of slopes(x, y).entries())
        expect(Math.abs(slope)).toBeLessThanOrEqual((steep[i] as number) * (1 + 1e-14));
  });

  it('grow with the distance of the true states', () => {
    const extremes = emptyExtremes(compiled.skeleton);
    const see = trailSeer(compiled.skeleton, extremes);
    see(taken.trail, steps);
    const bounds = sensitivityOf(compiled);
    const { steep } = bounds(taken, extremes, new Float64Array(2).fill(0.01));
    for (const [x, y] of [
      [0.91, -0.4],
      [0.9, -0.41],
      [0.89, -0.39],
    ] as const)
      for (const [i, slope] of slopes(x, y).entries()) expect(Math.abs(slope)).toBeLessThanOrEqual(steep[i] as number);
  });
});
