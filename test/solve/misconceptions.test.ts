import { describe, expect, test } from 'vitest';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import { exact, toText } from '../../src/math/number/exact.ts';
import { digitsOf } from '../../src/math/number/print.ts';
import { roundTo } from '../../src/math/number/rounding.ts';
import type { World } from '../../src/model/world.ts';
import { formula, shown, worldWith } from './assignment.ts';

const world = (method: string): World =>
  worldWith(`given:
  f(x, y): x^2 + x y + 6 y^2
  (x_0, y_0): (4, 1)
  α: 0.05
  γ: 0.9
  ρ: 0.9
method: ${method}`);

/** Exact decimals whole, others to six places. */
const text = (of: World, target: string): string => {
  const reference = of.answer(formula(target), 25);
  if (reference.kind === 'function') return 'a function';
  const { value } = reference;
  if (value.kind === 'exact' && toText(value).length < 20 && !toText(value).includes('/')) return toText(value);
  if (value.kind !== 'exact' && value.kind !== 'enclosure') return shown(value);
  const printed = digitsOf(() => value, 15, 'plain');
  return printed.kind === 'digits' ? toText(roundTo(exact(printed.text), 6)) : printed.reason;
};

/** The iterates of the world in which the misconception is right. */
const iterates = (method: string, id: string, steps: readonly number[]): string => {
  const base = world(method);
  const found = base.misconceptions.find((each) => each.id === id);
  if (!found) throw new Error(`${method} has no misconception ${id}`);
  const mistaken = base.mutate(found.replace);
  return steps.map((k) => `${text(mistaken, `x_${k}`)}, ${text(mistaken, `y_${k}`)}`).join('; ');
};

/** What each slip gives on the quadratic, worked out by other means: method, slip, first step shown, points. */
const slips: readonly (readonly [string, string, number, string])[] = [
  ['gradient-descent', 'ascent', 1, '4.45, 1.8; 4.985, 3.1025'],
  ['gradient-descent', 'fresh-index', 1, '3.55, 0.2225; 3.183875, -0.07019375'],
  ['gradient-descent', 'stale-gradient', 2, '3.1, -0.6; 2.735, -0.8975'],
  ['gradient-descent', 'frozen-gradient', 2, '3.1, -0.6; 2.65, -1.4'],
  ['gradient-descent', 'swapped-partials', 1, '3.2, 0.55; 2.71, 0.2025'],
  ['gradient-descent', 'rate-times-ten', 1, '-0.5, -7'],
  ['gradient-descent', 'rate-over-ten', 1, '3.955, 0.92'],
  ['gradient-descent', 'cross-term-lost', 1, '3.6, 0.4; 3.24, 0.16'],
  ['gradient-descent', 'exponent-factor-lost-y', 1, '3.55, 0.5; 3.17, 0.1725'],
  ['gradient-descent', 'index-off-by-one', 1, '4, 1; 3.55, 0.2'],
  // Conventions of the velocity: the points are those of the method itself.
  ['nesterov', 'velocity-sign', 1, '3.55, 0.2; 2.8565, -0.36525; 2.05281375, -0.4612075'],
  ['nesterov', 'velocity-without-rate', 1, '3.55, 0.2; 2.8565, -0.36525; 2.05281375, -0.4612075'],
  ['momentum', 'velocity-sign', 1, '3.55, 0.2; 2.78, -0.8175; 1.849875, -1.38175'],
  ['nesterov', 'look-ahead-dropped', 1, '3.55, 0.2; 2.78, -0.8175; 1.849875, -1.38175'],
  ['nesterov', 'momentum-dropped', 1, '3.55, 0.2; 3.185, -0.0975; 2.871375, -0.19825'],
  ['nesterov', 'framework-form', 1, '3.145, -0.52; 2.23235, -0.873975; 1.329496125, -0.54756925'],
  ['nesterov', 'look-ahead-sign', 2, '2.7035, -1.26975; 1.59246375, -2.7976075'],
  ['nesterov', 'look-ahead-in-first-coordinate', 2, '2.8205, -0.79725; 1.9874175, -1.3246225'],
  ['nesterov', 'look-ahead-without-factor', 2, '2.865, -0.315; 2.072, -0.3895'],
  ['nesterov', 'velocity-lost', 2, '3.2615, 0.35475; 2.93661375, -0.0917575'],
  ['nesterov', 'velocity-twice', 2, '2.4515, -1.08525; 1.10016375, -1.2376825'],
  ['nesterov', 'velocity-of-last-step', 1, '4, 1; 3.55, 0.2; 2.7715, -0.86775'],
  ['nesterov', 'velocity-subtracted', 1, '4.45, 1.8; 5.3135, 3.37025'],
  ['nesterov', 'momentum-averaged', 1, '3.955, 0.92; 3.871115, 0.7775475'],
  ['nesterov', 'rate-outside-velocity', 2, '1.25, -9.8625; -13.648125, -123.80875'],
  ['momentum', 'momentum-dropped', 1, '3.55, 0.2; 3.185, -0.0975'],
  ['momentum', 'momentum-averaged', 1, '3.955, 0.92; 3.87035, 0.773025; 3.751596375, 0.57501425'],
  ['momentum', 'gradient-dampened', 1, '3.55, 0.2; 3.1085, -0.54975; 2.68281375, -1.2070825'],
  ['momentum', 'look-ahead-instead', 2, '2.8565, -0.36525; 2.05281375, -0.4612075'],
  ['momentum-average', 'average-corrected', 1, '3.55, 0.2; 3.144737, -0.335526; 2.779166, -0.657176'],
  ['heavy-ball', 'momentum-dropped', 1, '3.55, 0.2; 3.185, -0.0975; 2.871375, -0.19825'],
  ['nesterov-framework', 'look-ahead-form', 2, '2.8565, -0.36525; 2.05281375, -0.4612075'],
  ['adam', 'correction-forgotten', 1, '3.841886, 0.841886; 3.629784, 0.630664'],
  ['adam', 'correction-without-power', 2, '3.88284, 0.882895'],
  ['adam', 'only-mean-corrected', 1, '2.418861, -0.581139'],
  ['adam', 'only-square-corrected', 1, '3.995, 0.995'],
  ['adam', 'root-forgotten', 1, '3.994444, 0.996875'],
  ['adagrad', 'not-accumulated', 1, '3.95, 0.95; 3.9, 0.9; 3.85, 0.85'],
  ['rmsprop', 'factor-lost', 1, '3.95, 0.95; 3.914016, 0.914447'],
  ['amsgrad', 'maximum-of-corrected', 2, '3.900439, 0.901069; 3.851326, 0.853227'],
];

test.each(slips)('%s with %s from step %i on', (method, id, first, points) => {
  const steps = points.split('; ').map((_, i) => first + i);
  expect(iterates(method, id, steps)).toBe(points);
});

describe('slips that are changes of the gradient', () => {
  const base = world('gradient-descent');
  const stepped = (left: string, right: string): string => {
    const mistaken = base.mutate([{ left: formula(left), right: formula(right) }]);
    return [1, 2].map((k) => `${text(mistaken, `x_${k}`)}, ${text(mistaken, `y_${k}`)}`).join('; ');
  };

  test('x − 12y for x + 12y', () => {
    expect(stepped('∂f/∂y', 'x - 12 y')).toBe('3.55, 1.4; 3.125, 2.0625');
  });

  test('the derived gradient stands among the definitions, for generic slips to start from', () => {
    const written = base.definitions.map(({ left, right }) => `${printPlain(left)}: ${printPlain(right)}`);
    expect(written).toContain('∂f/∂x: 2x + y');
    expect(written).toContain('∂f/∂y: x + 12y');
  });
});

describe('slips in copying', () => {
  test('digits swapped, 3.158 for 3.185, and a sign lost', () => {
    const base = world('gradient-descent');
    const swapped = base.assume(formula('x_2'), formula('3.158'));
    expect(`${text(swapped, 'x_3')}, ${text(swapped, 'y_3')}`).toBe('2.847075, -0.1969');
    const unsigned = base.assume(formula('y_2'), formula('0.0975'));
    expect(`${text(unsigned, 'x_3')}, ${text(unsigned, 'y_3')}`).toBe('2.861625, -0.12025');
  });
});

test('slips keep to the names of the rubric', () => {
  const base = worldWith(
    'given:\n  L(a, b): a^2 + a b + 6 b^2\n  (a_0, b_0): (4, 1)\n  α: 0.05\nmethod: gradient-descent',
  );
  const points = (id: string): string => {
    const found = base.misconceptions.find((each) => each.id === id);
    const mistaken = base.mutate(found?.replace ?? []);
    return `${text(mistaken, 'a_1')}, ${text(mistaken, 'b_1')}`;
  };
  expect(points('fresh-index')).toBe('3.55, 0.2225');
  expect(points('swapped-partials')).toBe('3.2, 0.55');
  expect(points('cross-term-lost')).toBe('3.6, 0.4');
});
