import { describe, expect, test } from 'vitest';
import { answer, formula, worldWith } from './assignment.ts';

const network = `given:
  x: (0.05, 0.1)
  y: (0.01, 0.99)
  W: [[0.15, 0.2], [0.25, 0.3]]
  b: (0.35, 0.35)
  U: [[0.4, 0.45], [0.5, 0.55]]
  c: (0.6, 0.6)
  z: W x + b
  h: σ(z)
  s: U h + c
  o: σ(s)
  L: 1/2 ((o_1 - y_1)^2 + (o_2 - y_2)^2)`;

/** The leading digits of every number in a text. */
const leading = (text: string): string => text.replaceAll(/(\d\.\d{0,14})\d*/g, '$1');

describe('a network by hand', () => {
  const world = worldWith(network);

  test('runs forward', () => {
    expect(answer(world, 'z')).toBe('(0.3775, 0.3925)');
    expect(leading(answer(world, 'L'))).toBe('0.29837110876000');
  });

  test('runs backward, to matrices, vectors, single weights and the input', () => {
    expect(leading(answer(world, '∂L/∂U'))).toBe(
      '[0.08216704056423, 0.08266762784753; -0.02260254047747, -0.02274024221597]',
    );
    expect(leading(answer(world, '∂L/∂W'))).toBe(
      '[0.00043856773447, 0.00087713546894; 0.00049771273526, 0.00099542547052]',
    );
    expect(leading(answer(world, '∂L/∂b'))).toBe('(0.00877135468948, 0.00995425470521)');
    expect(leading(answer(world, '∂L/∂x'))).toBe('(0.00380426687972, 0.00474054734946)');
    expect(leading(answer(world, '∂L/∂W_{1,2}'))).toBe('0.00087713546894');
  });

  test('carries a student’s own derivative further back', () => {
    // ∂L/∂b_1 = ∂L/∂z_1, ∂L/∂W_{1,1} = ∂L/∂z_1 x_1
    const carried = world.assume(formula('∂L/∂z'), formula('(0.01, 0.02)'));
    expect(answer(carried, '∂L/∂b')).toBe('(0.01, 0.02)');
    expect(answer(carried, '∂L/∂W')).toBe('[0.0005, 0.001; 0.001, 0.002]');
    expect(answer(carried, '∂L/∂z')).toBe('(0.01, 0.02)');
  });

  test('a step of gradient descent may be written with the derivative', () => {
    const stepped = worldWith(`${network}\n  c_new: c - 0.5 ∂L/∂c\n  η: 0.5`);
    const carried = stepped.assume(formula('∂L/∂s'), formula('(0.1, -0.02)'));
    expect(answer(carried, 'c_new')).toBe('(0.55, 0.61)');
  });
});

describe('quantities and what they rest on', () => {
  test('a Jacobian has a row a component', () => {
    const world = worldWith('given:\n  u: (1, 2)\n  A: [[1, 2], [3, 4]]\n  v: A u\n  w: (v_1 v_2, v_1)');
    expect(answer(world, '∂v/∂u')).toBe('[1, 2; 3, 4]');
    // v = (5, 11): ∂w/∂v = [[11, 5], [1, 0]], times A
    expect(answer(world, '∂w/∂u')).toBe('[26, 42; 1, 2]');
  });

  test('sums over a range are gone into, and immediate derivatives are not', () => {
    const world = worldWith('given:\n  T: 3\n  θ: 2\n  s_0: 1\n  s_t: θ s_{t-1}\n  E: Σ_{t=1}^{T} s_t');
    // E = θ + θ² + θ³
    expect(answer(world, 'E')).toBe('14');
    expect(answer(world, '∂E/∂θ')).toBe('17');
    expect(answer(world, '∂s_3/∂s_1')).toBe('4');
    expect(answer(world, '∂⁺s_3/∂θ')).toBe('4');
  });

  test('no path is a zero', () => {
    expect(answer(worldWith('given:\n  a: 2\n  b: 3\n  c: a^2'), '∂c/∂b')).toBe('0');
  });

  test('open names stay: the derivative is a function of them', () => {
    const world = worldWith('given:\n  a: w x + b\n  L: 1/2 (a - y)^2');
    expect(answer(world, '∂L/∂w')).toMatch(/ in /);
    const reference = world.answer(formula('∂L/∂w'), 20);
    expect(reference.kind === 'function' && [...reference.parameters].sort()).toEqual(['b', 'w', 'x', 'y']);
  });
});
