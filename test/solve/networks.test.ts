import { describe, expect, test } from 'vitest';
import { exact, toText } from '../../src/math/number/exact.ts';
import { activations, steepestSlope } from '../../src/solve/networks/activation.ts';
import { answer, worldWith } from './assignment.ts';

const leading = (text: string): string => text.replaceAll(/(\d\.\d{0,13})\d*/g, '$1');

const network = (activation: string): string => `world:
  name: rnn
  with:
    σ: ${activation}
    W_rec: [[0.5, -0.3], [0.2, 0.8]]
    W_in: [[1, 0], [0.5, -1]]
    b: (0.1, -0.2)
    x_0: (0.2, -0.4)
    u: [[1, 2], [0, 1], [-1, 0.5]]
    d: [[0, 0], [1, 0], [0.5, -0.5]]
    T: 3`;

describe('the recurrent network', () => {
  const world = worldWith(network('tanh'));

  test('runs, and its loss is the sum over the steps', () => {
    expect(leading(answer(world, 'x_3'))).toBe('(-0.2782972554863, -1.8220127137588)');
    expect(leading(answer(world, 'ε'))).toBe('5.5970083627137');
  });

  test('learns by backpropagation through time', () => {
    expect(leading(answer(world, '∂ε/∂W_rec'))).toBe(
      '[-0.7609028513090, 0.8131934799963; -2.9288727904880, 3.8457663402612]',
    );
  });

  test('has Jacobian products, by recurrence and by the chain rule', () => {
    const product = '[0.0326526251677, -0.0080627748565; 0.0178952723665, 0.0025830901537]';
    expect(leading(answer(world, 'P_{3,1}'))).toBe(product);
    expect(leading(answer(world, '∂x_3/∂x_1'))).toBe(product);
    expect(answer(world, 'P_{2,2}')).toBe('[1, 0; 0, 1]');
  });

  test('knows its threshold, and by the largest singular value that gradients vanish', () => {
    expect(answer(world, '1/γ')).toBe('1');
    expect(leading(answer(world, 's_max'))).toBe('0.8545332968676');
    expect(leading(answer(world, 'λ_max'))).toBe('0.6782329983125');
    expect(answer(world, 's_max < 1/γ')).toBe('true');
    expect(answer(worldWith(network('logistic')), '1/γ')).toBe('4');
  });

  test('leaves γ open where the activation is', () => {
    expect(answer(worldWith('world: rnn'), '1/γ')).toBe('1/γ in γ');
  });
});

describe('the steepest slope of an activation', () => {
  test.each([
    ['tanh', '1'],
    ['logistic', '0.25'],
    ['relu', '1'],
    ['identity', '1'],
    ['softplus', '1'],
  ])('of %s is %s', (name, slope) => {
    const activation = activations.find((each) => each.name === name);
    expect(activation && toText(steepestSlope(activation))).toBe(slope);
  });

  /** Independent doubles: σ and its slope by differences. */
  const plain: Readonly<Record<string, (z: number) => number>> = {
    tanh: Math.tanh,
    logistic: (z) => 1 / (1 + Math.exp(-z)),
    relu: (z) => Math.max(0, z),
    identity: (z) => z,
    softplus: (z) => Math.log(1 + Math.exp(z)),
  };

  test.each(activations)('of $name bounds every difference quotient, and is reached or approached', (activation) => {
    const f = plain[activation.name] ?? Math.sin;
    const bound = Number(toText(steepestSlope(activation)));
    const slopes = Array.from(
      { length: 4001 },
      (_, i) => (f((i - 2000) / 100 + 1e-4) - f((i - 2000) / 100 - 1e-4)) / 2e-4,
    );
    expect(Math.max(...slopes)).toBeLessThan(bound + 1e-7);
    expect(Math.max(...slopes)).toBeGreaterThan(bound - 1e-7);
  });

  test.each(activations)('of $name: the formula is the activation', ({ name, formula }) => {
    const world = worldWith(`given:\n  h(z): ${formula}`);
    for (const z of [-2, -0.5, 0.25, 1.5]) {
      const text = answer(world, `h(${z})`);
      expect(Number(toText(exact(text)))).toBeCloseTo((plain[name] ?? Math.sin)(z), 12);
    }
  });
});

describe('a dense layer', () => {
  const given = 'W: [[1, 2], [0, -1]]\n    b: (0.5, 0)\n    x: (1, -1)\n    y: (0, 1)';

  test('with squared loss: δ = (a − y) σ′(z), ∂L/∂W = δ xᵀ', () => {
    const world = worldWith(`world:\n  name: dense-layer\n  with:\n    σ: identity\n    ${given}`);
    // z = (-0.5, 1), a − y = (-0.5, 0)
    expect(['z', 'L', 'δ', '∂L/∂W', '∂L/∂b', '∂L/∂x'].map((each) => answer(world, each))).toEqual([
      ...['(-0.5, 1)', '0.125', '(-0.5, 0)', '[-0.5, 0.5; 0, 0]', '(-0.5, 0)', '(-0.5, -1)'],
    ]);
  });

  test('with softmax and cross-entropy: δ = a − y', () => {
    const world = worldWith(
      `world:\n  name: dense-layer\n  with:\n    σ: softmax\n    loss: cross-entropy\n    ${given}`,
    );
    // a_1 = 1/(1 + e^1.5)
    expect(leading(answer(world, 'a'))).toBe('(0.1824255238063, 0.8175744761936)');
    expect(leading(answer(world, 'δ'))).toBe('(0.1824255238063, -0.1824255238063)');
  });
});
