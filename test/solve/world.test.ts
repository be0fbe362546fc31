import { describe, expect, test } from 'vitest';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import { answer, formula, shown, worldWith } from './assignment.ts';

const optimizers = (method: string): string => `given:
  f(x, y): x^2 + x y + 6 y^2
  (x_0, y_0): (4, 1)
  α: 0.05
  γ: 0.9
method: ${method}`;

describe('asking', () => {
  const world = worldWith(optimizers('gradient-descent'));

  test('gives exact iterates, singly and as pairs, under the names of the rubric and of the method', () => {
    expect(['x_0', 'x_1', 'y_1', 'x_2', 'y_2', 'x_3', 'y_3'].map((each) => answer(world, each))).toEqual([
      ...['4', '3.55', '0.2', '3.185', '-0.0975', '2.871375', '-0.19825'],
    ]);
    expect(answer(world, '(x_2, y_2)')).toBe('(3.185, -0.0975)');
    expect(answer(world, 'p_2')).toBe('(3.185, -0.0975)');
    expect(answer(world, 'x^{(2)}')).toBe('3.185');
  });

  test('gives derivatives as functions of the formal parameters', () => {
    expect(answer(world, '∂f/∂x')).toBe('2x + y in x, y');
    expect(answer(world, '∂f/∂y')).toBe('x + 12y in x, y');
    expect(answer(world, '∇f')).toBe('(2x + y, x + 12y) in x, y');
    expect(answer(world, 'f(x, y)')).toBe('x^2 + x y + 6y^2 in x, y');
  });

  test('gives values of functions and gradients at points', () => {
    expect(answer(world, 'f(x_0, y_0)')).toBe('26');
    expect(answer(world, '∇f(x_1, y_1)')).toBe('(7.3, 5.95)');
    expect(answer(world, '∇f(p_1)')).toBe('(7.3, 5.95)');
    expect(answer(world, 'f(x_2, y_2)')).toBe('9.890725');
  });

  test('is a scope: what a student writes can be evaluated in it', () => {
    expect(shown(world.value({ kind: 'symbol', name: 'α' }, 20))).toBe('0.05');
    expect(world.value({ kind: 'symbol', name: 'β' }, 20)).toBeUndefined();
    expect(world.function('f')?.parameters).toEqual(['x', 'y']);
  });
});

describe('a vector to the left of a matrix', () => {
  // By hand: (1, 0) P = (3/4, 1/4); (3/4, 1/4) P = (9/16 + 2/16, 3/16 + 2/16).
  const world = worldWith(`given:
  P: [[3/4, 1/4], [1/2, 1/2]]
  π_0: (1, 0)
  π_{n+1}: π_n P`);

  test('is a row, as the distributions of a Markov chain are', () => {
    expect(answer(world, 'π_1')).toBe('(0.75, 0.25)');
    expect(answer(world, 'π_2')).toBe('(0.6875, 0.3125)');
    expect(answer(world, '(1, 2) [[1, 2, 3], [4, 5, 6]]')).toBe('(9, 12, 15)');
  });

  test('makes the outer product of a row', () => {
    expect(answer(world, '(1, 2) (3, 4)^T')).toBe('[3, 4; 6, 8]');
  });
});

describe('carrying forward', () => {
  const world = worldWith(optimizers('gradient-descent'));

  test('puts the student’s values in the place of definitions', () => {
    const carried = world.assume(formula('x_2'), formula('3.19')).assume(formula('y_2'), formula('-0.1'));
    expect(answer(carried, 'x_3')).toBe('2.876');
    expect(answer(carried, 'y_3')).toBe('-0.1995');
    expect(answer(world, 'x_3')).toBe('2.871375');
  });

  test('takes a pair, or the iterate whole', () => {
    expect(answer(world.assume(formula('(x_2, y_2)'), formula('(3.19, -0.1)')), 'x_3')).toBe('2.876');
    expect(answer(world.assume(formula('p_2'), formula('[3.19, -0.1]')), '(x_3, y_3)')).toBe('(2.876, -0.1995)');
  });

  test('takes a gradient, whole or by one derivative', () => {
    // x' = 4 - 0.05 (2·4) and y' = 1 - 0.05 (4 + 12).
    expect(answer(world.assume(formula('∂f/∂x'), formula('2 x')), '(x_1, y_1)')).toBe('(3.6, 0.2)');
    expect(answer(world.assume(formula('∇f'), formula('(2 x, 12 y)')), '(x_1, y_1)')).toBe('(3.6, 0.4)');
    expect(answer(world.assume(formula('∂f/∂x'), formula('2 x')), '∂f/∂x')).toBe('2x in x, y');
  });

  test('takes a function', () => {
    expect(answer(world.assume(formula('f(x, y)'), formula('x^2 + 6 y^2')), '(x_1, y_1)')).toBe('(3.6, 0.4)');
  });

  test('takes a velocity, or one component of it', () => {
    const nesterov = worldWith(optimizers('nesterov'));
    // v_1 = (-0.4, -0.8) moves (4, 1) to (3.6, 0.2).
    expect(answer(nesterov.assume(formula('v_1'), formula('(-0.4, -0.8)')), '(x_1, y_1)')).toBe('(3.6, 0.2)');
    expect(answer(nesterov.assume(formula('v_{1,1}'), formula('-0.4')), '(x_1, y_1)')).toBe('(3.6, 0.2)');
    expect(answer(nesterov.assume(formula('v_{1,1}'), formula('-0.4')), 'v_1')).toBe('(-0.4, -0.8)');
  });

  test('takes a matrix', () => {
    const linear = worldWith('given:\n  A: [[2, 0], [0, 3]]\n  u: (1, 1)\n  w: A u');
    expect(answer(linear, 'w')).toBe('(2, 3)');
    expect(answer(linear.assume(formula('A'), formula('[[2, 1], [0, 3]]')), 'w')).toBe('(3, 3)');
  });
});

describe('changed definitions', () => {
  test('change what rests on them, and nothing else', () => {
    const world = worldWith(optimizers('gradient-descent'));
    const ascent = world.mutate([{ left: formula('p_{k+1}'), right: formula('p_k + α ∇f(p_k)') }]);
    expect(answer(ascent, '(x_2, y_2)')).toBe('(4.985, 3.1025)');
    const inX = world.mutate([{ left: formula('x_{k+1}'), right: formula('x_k + α ∂f/∂x(x_k, y_k)') }]);
    expect(answer(inX, '(x_1, y_1)')).toBe('(4.45, 0.2)');
  });
});

describe('where an answer comes from', () => {
  const names = (method: string, target: string): readonly string[] =>
    worldWith(optimizers(method)).dependencies(formula(target)).map(printPlain);

  test('nearest first, the whole way back', () => {
    const found = names('gradient-descent', 'x_3');
    expect(found.slice(0, 5)).toEqual(expect.arrayContaining(['x_2', 'y_2', 'α', '∂f/∂x']));
    expect(found.indexOf('x_2')).toBeLessThan(found.indexOf('x_1'));
    expect(found).toContain('y_0');
    expect(found).not.toContain('x_3');
  });

  test('velocities are told as vectors', () => {
    const found = names('nesterov', '(x_2, y_2)');
    expect(found).toEqual(expect.arrayContaining(['v_2', 'v_1', 'v_0', 'x_1', 'y_1', 'γ']));
    expect(found.indexOf('v_2')).toBeLessThan(found.indexOf('v_1'));
  });
});

describe('scopes', () => {
  test('an inner definition shadows the one around it', () => {
    const inner = worldWith('given:\n  γ: 1/4\n  s: γ + 1');
    expect(answer(inner, 's')).toBe('1.25');
  });

  test('the rubric’s own parameters beat the method’s defaults, and its own recurrence the method’s', () => {
    const own = `given:
  f(x): x^2
  x_0: 1
  α: 0.1
  γ: 0.5
  p_{k+1}: p_k - 2 α ∇f(p_k)
method: {name: gradient-descent}`;
    expect(answer(worldWith(own), 'x_1')).toBe('0.6');
    const parameters = `given:
  f(x): x^2
  x_0: 1
method: {name: momentum, with: {α: 0.1, γ: 0.5}}`;
    // v_1 = -0.2, x_1 = 0.8, v_2 = -0.1 - 0.16 = -0.26, x_2 = 0.54
    expect(['v_1', 'x_1', 'v_2', 'x_2'].map((each) => answer(worldWith(parameters), each))).toEqual([
      '-0.2',
      '0.8',
      '-0.26',
      '0.54',
    ]);
  });

  test('the iterate may be one vector, and the function may have any name', () => {
    const world = worldWith('given:\n  L(a, b): a^2 + a b + 6 b^2\n  θ_0: (4, 1)\n  α: 0.05\nmethod: gradient-descent');
    expect(answer(world, 'θ_2')).toBe('(3.185, -0.0975)');
    expect(answer(world, 'p_2')).toBe('(3.185, -0.0975)');
  });

  test('the rubric may call something else p', () => {
    const world = worldWith(optimizers('gradient-descent').replace('α: 0.05', 'p: 0.5\n  α: p/10'));
    expect(answer(world, 'p')).toBe('0.5');
    expect(answer(world, '(x_2, y_2)')).toBe('(3.185, -0.0975)');
  });

  test('a schedule is a definition of α_k', () => {
    const world = worldWith('given:\n  f(x): x^2\n  x_0: 1\n  α_k: 0.5^(k+1)\nmethod: gradient-descent');
    // 1 - 0.5·2 = 0
    expect(answer(world, 'x_1')).toBe('0');
    const slower = worldWith('given:\n  f(x): x^2\n  x_0: 1\n  α_k: 1/(k+4)\nmethod: gradient-descent');
    // 1 - 2/4 = 1/2, then 1/2 - 1/5 = 3/10, then 3/10 - 1/10 = 1/5
    expect(['x_1', 'x_2', 'x_3'].map((each) => answer(slower, each))).toEqual(['0.5', '0.3', '0.2']);
  });
});

describe('recurrences', () => {
  test('a thousand steps need no deep stack', () => {
    const world = worldWith('given:\n  F_0: 0\n  F_1: 1\n  F_{n+2}: F_{n+1} + F_n');
    // F(1000) mod 10^9 and its number of digits, from the doubling formulas in python.
    const value = answer(world, 'F_1000');
    expect(value).toHaveLength(209);
    expect(value.slice(-9)).toBe('849228875');
  });

  test('two indices, and sums over a range', () => {
    const world = worldWith(
      'given:\n  C_{n,0}: 1\n  C_{0,k}: 0\n  C_{n+1,k+1}: C_{n,k} + C_{n,k+1}\n  s_n: Σ_{k=0}^{n} C_{n,k}',
    );
    expect(answer(world, 'C_{10,4}')).toBe('210');
    expect(answer(world, 's_12')).toBe('4096');
  });

  test('a start that is never met has a reason', () => {
    expect(answer(worldWith('given:\n  x_{k+1}: x_k/2'), 'x_3')).toMatch(
      /^unknown: x_0 has no definition: the recurrence for x never meets a start/,
    );
    expect(answer(worldWith('given:\n  x_t: x_{t-1}/2'), 'x_3')).toMatch(/^unknown: .*never meets a start/);
    expect(answer(worldWith('given:\n  x_k: x_{k+1}/2'), 'x_3')).toMatch(/^budget: more than/);
  });

  test('a definition by way of itself has a reason', () => {
    expect(answer(worldWith('given:\n  a: b + 1\n  b: a - 1'), 'a')).toMatch(/by way of itself/);
  });

  test('what has no value says why', () => {
    expect(answer(worldWith('given:\n  f(x): ln(x)\n  x_0: 1\n  α: 2\nmethod: gradient-descent'), 'f(x_1)')).toMatch(
      /^domain: /,
    );
    expect(answer(worldWith('given:\n  f(x): 1/x\n  a: 0'), 'f(a)')).toMatch(/^division-by-zero: /);
  });

  test('ten million digits are refused, and a billionth step as well', () => {
    const world = worldWith('given:\n  a: sqrt(2)\n  x_0: 1\n  x_{k+1}: x_k/2 + 1/x_k');
    const many = world.answer(formula('a'), 10_000_000);
    expect(many.kind === 'value' && shown(many.value)).toMatch(/^budget: /);
    expect(answer(world, 'x_{100000000}')).toMatch(/^budget: more than/);
    expect(answer(world, 'x_1')).toBe('1.5');
  });

  test('a world answers as often as it is asked', () => {
    const world = worldWith('given:\n  s_0: 0\n  s_{k+1}: s_k + 1');
    const sums = Array.from({ length: 30 }, (_, i) => answer(world, `s_{${1000 * (i + 1)}}`));
    expect(sums.at(-1)).toBe('30000');
  });

  test('a diverging iteration ends', () => {
    const world = worldWith('given:\n  f(x): x^4\n  x_0: 3\n  α: 1\nmethod: gradient-descent');
    expect(answer(world, 'x_40')).toMatch(/^(overflow|budget|diverges|undecided): /);
  });
});

describe('laws', () => {
  test('30 and 60 digits agree', () => {
    const world = worldWith(optimizers('adam'));
    for (const target of ['x_1', 'y_3', 'x_10']) {
      const [few, many] = [30, 60].map((digits) => {
        const reference = world.answer(formula(target), digits);
        return reference.kind === 'value' ? shown(reference.value) : '';
      });
      expect(few).toBe(many);
    }
  });
});

describe('closed forms', () => {
  const closed = (given: string, target: string): string | undefined => {
    const reference = worldWith(`given:\n  ${given}`).answer(formula(target), 20);
    return reference.kind === 'value' && reference.closed ? printPlain(reference.closed) : undefined;
  };

  test('stand beside values that are only enclosed', () => {
    expect(closed('u: (1, -2)', '‖u‖')).toBe('√(1^2 + (-2)^2)');
    expect(closed('a: sqrt(2)\n  b: a + 1', 'b')).toBe('√(2) + 1');
    expect(closed('a: 1/3', 'a')).toBeUndefined();
  });

  test('are left out where they would be long', () => {
    const world = worldWith(optimizers('adam'));
    const reference = world.answer(formula('x_5'), 20);
    expect(reference.kind === 'value' && reference.closed).toBeUndefined();
  });

  test('a characteristic polynomial is a function of λ in numbers', () => {
    const world = worldWith('given:\n  A: [[2, 1], [1, 2]]\n  I: [[1, 0], [0, 1]]');
    const reference = world.answer(formula('det(A - λ I)'), 20);
    expect(reference.kind === 'function' && reference.parameters).toEqual(['λ']);
    // (2 − λ)² − 1 at λ = 5 is 8
    expect(answer(world.assume(formula('λ'), formula('5')), 'det(A - λ I)')).toBe('8');
  });
});
