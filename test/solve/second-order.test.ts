import { expect, test } from 'vitest';
import { answer, worldWith } from './assignment.ts';

// Expected values: python's fractions, solving each 3 by 3 system by elimination.

test('Newton in three variables', () => {
  const world = worldWith(`given:
  f(x, y, z): x^4/4 + x y^2 + 3 z^2 - y z
  (x_0, y_0, z_0): (1, 2, -1)
method: newton`);
  expect(answer(world, '(x_1, y_1, z_1)')).toBe('(10/21, 8/7, 4/21)');
  expect(answer(world, '(x_2, y_2, z_2)')).toBe('(2204/8001, 4672/8001, 2336/24003)');
});

test('Newton reaches the minimum of a quadratic at once, and half of the way when damped', () => {
  const quadratic = 'given:\n  f(x, y): x^2 + x y + 6 y^2\n  (x_0, y_0): (4, 1)\n';
  expect(answer(worldWith(`${quadratic}method: newton`), '(x_1, y_1)')).toBe('(0, 0)');
  expect(answer(worldWith(`${quadratic}method: {name: newton, with: {α: 1/2}}`), '(x_1, y_1)')).toBe('(2, 0.5)');
});

test('Newton in one variable: √2', () => {
  const world = worldWith('given:\n  f(x): x^3/3 - 2 x\n  x_0: 1\nmethod: newton');
  expect(['x_1', 'x_2', 'x_3'].map((each) => answer(world, each))).toEqual(['1.5', '17/12', '577/408']);
});

test('Newton at a singular Hessian says so', () => {
  const world = worldWith('given:\n  f(x, y): x^2 + y^3\n  (x_0, y_0): (1, 0)\nmethod: newton');
  expect(answer(world, '(x_1, y_1)')).toMatch(/^singular: /);
});

test('the exact line search has the best rate of a quadratic', () => {
  const world = worldWith('given:\n  f(x, y): x^2 + x y + 6 y^2\n  (x_0, y_0): (4, 1)\nmethod: exact-line-search');
  expect(['α_0', 'α_1'].map((each) => answer(world, each))).toEqual(['337/3522', '337/1196']);
  expect(answer(world, '(x_1, y_1)')).toBe('(3685/1174, -935/1761)');
  expect(answer(world, '(x_3, y_3)')).toBe('(256383875/215011056, -65052625/322516584)');
});

test('stochastic steps take the samples in the order given', () => {
  const given = `given:
  f(w, b, x, y): (w x + b - y)^2
  (w_0, b_0): (0, 0)
  x: (1, 2, 3)
  y: (2, 3, 5)
  α: 0.1
`;
  const plain = worldWith(`${given}method: stochastic-gradient-descent`);
  expect([1, 2, 3].map((k) => answer(plain, `(w_${k}, b_${k})`))).toEqual([
    '(0.4, 0.4)',
    '(1.12, 0.76)',
    '(1.648, 0.936)',
  ]);
  const shuffled = worldWith(`${given.trimEnd()}\n  s: (3, 1, 2)\nmethod: stochastic-gradient-descent`);
  expect([1, 2, 3].map((k) => answer(shuffled, `(w_${k}, b_${k})`))).toEqual(['(3, 1)', '(2.6, 0.6)', '(1.48, 0.04)']);
  expect(answer(plain, 'w_4')).toMatch(/^unknown: .*has no component 4/);
});
