import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadRubric } from '../../src/rubric/load.ts';
import { lintDefinitions, referenceAnswers } from '../../src/solve/solve.ts';
import { rubricWith } from './assignment.ts';

const loaded = (path: string) => {
  const { rubric, notices } = loadRubric(readFileSync(path, 'utf8'), path);
  if (!rubric) throw new Error(notices.map(({ message }) => message).join('\n'));
  return rubric;
};

describe('the answers of the ECS289 assignment', () => {
  const rubric = loaded('rubrics/ecs289.yaml');
  const answers = new Map(referenceAnswers(rubric, 30).map((each) => [each.id, each]));

  test.each([
    ['2.2.df-dx', '2x + y'],
    ['2.2.df-dy', 'x + 12y'],
    ['2.2.1.x2', '3.185'],
    ['2.2.1.y3', '-0.19825'],
    ['2.2.2.v3', '(-0.80368625, -0.0959575)'],
    ['2.2.2.x3', '(2.05281375, -0.4612075)'],
  ])('%s is %s', (id, value) => {
    expect(answers.get(id)).toMatchObject({ value, exact: true });
  });

  test('stand in the rubric’s order, none without an answer', () => {
    expect([...answers.keys()]).toEqual(rubric.items.map(({ id }) => id));
    expect([...answers.values()].filter(({ kind }) => kind === 'none')).toEqual([]);
    expect(lintDefinitions(rubric)).toEqual([]);
  });
});

/** The answer to one item; definitions a line each. */
const value = (given: string, ask: string, digits: number) =>
  referenceAnswers(
    rubricWith(`given:\n  ${given.replaceAll('\n', '\n  ')}\nitems:\n  - {id: a, ask: "${ask}", points: 1}`),
    digits,
  )[0];

describe('answers as text', () => {
  test('fractions that never end stay fractions; roots have so many proven digits', () => {
    expect(value('a: 1/3', 'a', 10)).toMatchObject({ value: '1/3', exact: true });
    expect(value('a: sqrt(2)', 'a', 10)).toMatchObject({ value: '1.414213562', exact: false });
    // √2 to 50 digits, from the literature.
    expect(value('a: sqrt(2)', 'a', 50)?.value).toBe('1.4142135623730950488016887242096980785696718753769');
  });

  test('a long exact decimal is rounded and says so', () => {
    expect(value('a: 1.1^100', 'a', 12)).toMatchObject({ value: '13780.6123398', exact: false });
  });

  // (2 - λ)² - 1, and (2 - λ)((3 - λ)(9 - λ) - 16) by hand
  test('polynomials of matrices are written out', () => {
    expect(value('A: [[2, 1], [1, 2]]\nI: [[1, 0], [0, 1]]\nχ(λ): det(A - λ I)', 'χ(λ)', 10)?.value).toBe(
      'λ^2 - 4λ + 3',
    );
    const three = 'S: [[2, 0, 0], [0, 3, 4], [0, 4, 9]]\nI: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]\nχ(λ): det(S - λ I)';
    expect(value(three, 'χ(λ)', 10)?.value).toBe('-λ^3 + 14λ^2 - 35λ + 22');
    expect(value('A: [[2, 1], [1, 3]]\nf(x, y): (x, y)^T A (x, y)', 'f(x, y)', 10)?.value).toBe('2x^2 + 2x y + 3y^2');
  });

  test('⊙ multiplies component by component', () => {
    expect(value('a: (1, 2)\nb: (3, 4)\nc: a ⊙ b ⊙ (1 - a)', 'c', 10)?.value).toBe('(0, -8)');
    expect(value('A: [[1, 2], [3, 4]]\nB: [[5, 6], [7, 8]]', 'A ⊙ B', 10)?.value).toBe('[5, 12; 21, 32]');
    expect(value('a: (1, 2)\nb: (3, 4, 5)', 'a ⊙ b', 10)?.kind).toBe('none');
  });

  test('formulas stay as the rubric writes them', () => {
    expect(value('P(x): (x - 1)(x - 2)', 'P(x)', 10)?.value).toBe('(x - 1)(x - 2)');
  });

  test('sets are joined by their signs', () => {
    expect(value('D: "(-∞, -2) ∪ (3, ∞)"', 'D', 10)?.value).toBe('(-∞, -2) ∪ (3, ∞)');
  });

  test('what has no value says why', () => {
    expect(value('a: 1/(1 - 1)', 'a', 10)).toMatchObject({ kind: 'none', value: expect.stringContaining('zero') });
  });
});

const complaints = (body: string): readonly string[] =>
  lintDefinitions(rubricWith(body)).map(({ id, message, place }) => `${place?.line} ${id} ${message}`);

describe('what a method takes', () => {
  const descent = (method: string, given: string): readonly string[] =>
    complaints(`given: {f(x): x^2, ${given}}\nmethod: ${method}\nitems: [{id: a, ask: x_1, points: 1}]`);

  test('is told where a parameter has another name', () => {
    const [only, ...more] = descent('{name: adam, with: {b1: 0.8}}', 'x_0: 1');
    expect(only).toMatch(
      /^7 solve\/unknown-parameter There is no parameter b1\. The method `adam` takes α \(the step size/,
    );
    expect(more).toEqual([]);
  });

  test('and where one is missing, or the start is', () => {
    expect(descent('gradient-descent', 'x_0: 1')[0]).toMatch(
      /nothing defines α\. The method .* takes α \(the step size\)/,
    );
    expect(descent('gradient-descent', 'α: 0.1')[0]).toMatch(/has no value.* Its start is given as `x_0`\./);
  });

  test('a definition that nothing uses is a warning: the momentum is γ here', () => {
    const [only, ...more] = descent('momentum', 'x_0: 1, α: 0.1, β: 0.8');
    expect(only).toMatch(
      /^6 solve\/unused-definition β is given, but nothing uses it\. The method `momentum` takes .* γ \(/,
    );
    expect(more).toEqual([]);
  });

  test('its state may be given beside its parameters', () => {
    expect(descent('{name: momentum, with: {α: 0.1, v_0: 2}}', 'x_0: 1')).toEqual([]);
    expect(descent('{name: adam, with: {β_1: 0.8}}', 'x_0: 1')).toEqual([]);
  });
});

describe('items that no answer can reach', () => {
  test('an undefined symbol is told with its place', () => {
    const [only, ...more] = complaints(
      'given:\n  f(x): x^2\nitems:\n  - {id: a, ask: β, points: 1}\n  - {id: b, ask: f, points: 1}',
    );
    expect(only).toMatch(/^9 solve\/undefined-symbol The item `a` asks for β, but nothing defines β\./);
    expect(more).toEqual([]);
  });

  test('a function without its variables is told how it is written', () => {
    const [only] = complaints('given:\n  f: x^2 + 3 x y\nitems:\n  - {id: a, ask: ∂f/∂x, points: 1}');
    expect(only).toContain('nothing defines x, y. A function is defined with its variables: `f(x, y)`, not `f`.');
  });

  test('the gradient of a function of a vector is known at points', () => {
    const quadratic = 'A: [[2, 0], [0, 4]]\nf(w): 1/2 w^T A w - norm(w)^2/2\nw_0: (1, 2)';
    const [only] = complaints(
      `given:\n  ${quadratic.replaceAll('\n', '\n  ')}\nitems:\n  - {id: a, ask: ∇f, points: 1}`,
    );
    expect(only).toContain('w is a vector in f: ask for it at a point, as in ∇f(w_0)');
    // A w - w = (2 - 1, 8 - 2)
    expect(value(quadratic, '∇f(w_0)', 10)?.value).toBe('(1, 6)');
  });

  test('a function may have an index of its own', () => {
    expect(value('T_2(x): x - x^2/2', 'T_2(0.1)', 10)?.value).toBe('0.095');
    expect(value('T_2(x): x - x^2/2', 'T_2(x)', 10)?.value).toBe('x - x^2/2');
  });

  test('a recurrence without a start, a division by zero', () => {
    const found = complaints(
      'given:\n  x_{k+1}: x_k/2\n  a: 1/0\nitems:\n  - {id: a, ask: x_3, points: 1}\n  - {id: b, ask: a, points: 1}',
    );
    expect(found.map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
      '10 solve/no-answer',
      '11 solve/no-answer',
    ]);
  });
});

test('two vectors side by side are multiplied component by component: whoever means the inner product is told', () => {
  const body = (product: string) =>
    `given:\n  a: (1, 2)\n  b: (3, 4)\n  c: ${product}\nitems:\n  - {id: a, ask: c, points: 1}`;
  expect(complaints(body('(a·b)/5'))).toEqual([expect.stringContaining('solve/vectors-multiplied c multiplies')]);
  expect(complaints(body('a^T b'))).toEqual([]);
  expect(complaints(body('a ⊙ b'))).toEqual([]);
  expect(complaints(body('2 a + b'))).toEqual([]);
});
