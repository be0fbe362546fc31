import { expect, test } from 'vitest';
import { loadRubric } from '../../src/rubric/load.ts';
import { referenceAnswers } from '../../src/solve/solve.ts';

const answers = (given: string, ask: string, digits: number, method = '') => {
  const text = `rederive: 1\ntitle: t\nsections:\n- id: "1"\n  heading: h\n${method}  given: ${given}\n  items:\n  - {id: a, ask: "${ask}", points: 1}\n`;
  const { rubric, notices } = loadRubric(text, 'r.yaml');
  expect(notices).toEqual([]);
  return rubric ? referenceAnswers(rubric, digits)[0] : undefined;
};

const bowl = '{"f(x, y)": x^2 + x y + 6 y^2, "(x_0, y_0)": "(4, 1)", α: 0.05, γ: 0.9}';

// mpmath at 1500 digits, one step after another.
test.each([
  [1000, '5.2430638745612790858073510539505830302602425755025e-45'],
  [10_000, '7.2824330127640503801093636416415029657036639452813e-446'],
])('Nesterov x_%i to fifty digits', (step, value) => {
  expect(answers(bowl, `x_{${step}}`, 50, '  method: nesterov\n')?.value).toBe(value);
});

test('a chaotic map keeps its digits: z_1000 of 3.9 z (1 − z)', () => {
  const logistic = '{z_0: 1/3, "z_{k+1}": "3.9 z_k (1 - z_k)"}';
  expect(answers(logistic, 'z_1000', 50)?.value).toBe('0.89581258531799515251614860933598582604131834958162');
});

test('what stays exact is exact however far: a_1000 = 1 + 3·1000', () => {
  expect(answers('{a_0: 1, "a_{k+1}": a_k + 3}', 'a_1000', 20)).toMatchObject({ value: '3001', exact: true });
});

test('steps in the formula: s_k = Σ 1/j, s_1000 by mpmath', () => {
  expect(answers('{s_0: 0, "s_{k+1}": s_k + 1/(k + 1)}', 's_1000', 30)?.value).toBe('7.48547086055034491265651820433');
});

test('what looks two steps back takes the plain way: Fibonacci', () => {
  expect(answers('{F_0: 0, F_1: 1, "F_{k+2}": "F_{k+1} + F_k"}', 'F_200', 60)?.value).toBe(
    '280571172992510140037611932413038677189525',
  );
});

test('a quantity made from far iterates is near them: the ratio of x_300 and x_299 of x_{k+1} = √(2 + x_k)', () => {
  const given = '{x_0: 1, "x_{k+1}": "√(2 + x_k)", "r_k": "(2 - x_k)/(2 - x_{k-1})"}';
  // (2 − x_300)/(2 − x_299), mpmath at 600 digits
  expect(answers(given, 'r_300', 20)?.value).toBe('0.25000000000000000000');
});

test('an iteration that leaves every bound says so', () => {
  const found = answers('{x_0: 2, "x_{k+1}": "x_k^2 + 1/3"}', 'x_200', 20);
  expect(found?.kind).toBe('none');
  expect(found?.value).toMatch(/diverges|too large|overflow|outgrows/);
});
