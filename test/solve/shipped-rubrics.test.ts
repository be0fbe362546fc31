import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/rubric/lint.ts';
import { loadRubric } from '../../src/rubric/load.ts';
import { lintDefinitions, referenceAnswers } from '../../src/solve/solve.ts';

const shipped = readdirSync('rubrics').filter((name) => name.endsWith('.yaml'));

const answersOf = (name: string): ReadonlyMap<string, string> => {
  const { rubric } = loadRubric(readFileSync(`rubrics/${name}`, 'utf8'), name);
  return new Map(rubric ? referenceAnswers(rubric, 10).map(({ id, value }) => [id, value]) : []);
};

describe.each(shipped)('%s', (name) => {
  const { rubric, notices } = loadRubric(readFileSync(`rubrics/${name}`, 'utf8'), name);

  test('loads and lints without a word', () => {
    expect(notices).toEqual([]);
    expect(rubric && [...lint(rubric), ...lintDefinitions(rubric)]).toEqual([]);
  });

  test('has an answer to every item, and an example to learn from', () => {
    expect(rubric && referenceAnswers(rubric, 10).filter(({ kind }) => kind === 'none')).toEqual([]);
    expect(rubric?.examples.length).toBeGreaterThan(3);
  });
});

// Worked out in python (fractions, mpmath) or by hand.
test.each([
  ['optimizers.yaml', '2.p3', '(-0.03, 1.28)'],
  ['optimizers.yaml', '3.p2', '(1.478397081, -0.4920416374)'],
  ['optimizers.yaml', '4.p2', '(1.800208950, -0.8003427671)'],
  ['backpropagation.yaml', '1.1.L', '0.2983711088'],
  ['backpropagation.yaml', '1.3.U', '[0.3589164797, 0.4086661861; 0.5113012702, 0.5613701211]'],
  ['linear-algebra.yaml', '4.solution', '(0.9, 0.9)'],
  ['linear-algebra.yaml', '3.r3', '1094/365'],
  ['calculus.yaml', '3.partial', '163/60'],
])('%s %s', (name, id, value) => {
  expect(answersOf(name).get(id)).toBe(value);
});
