import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usableRubric } from '../../src/batch/rubric-file.ts';
import { submissionsIn } from '../../src/batch/submissions.ts';
import { grade } from '../../src/grade.ts';
import { toText } from '../../src/math/number/exact.ts';
import type { Grade } from '../../src/model/grade.ts';
import { shippedExpected } from './shipped-expected.ts';

const root = join(import.meta.dirname, '..', '..');

const gradesOf = async (name: string): Promise<ReadonlyMap<string, Grade>> => {
  const rubric = await usableRubric(join(root, 'rubrics', `${name}.yaml`));
  const { submissions, notices } = await submissionsIn([join(root, 'submissions', name)]);
  expect(notices).toEqual([]);
  const grades = new Map<string, Grade>();
  for (const submission of submissions) grades.set(submission.student, await grade(rubric, submission));
  return grades;
};

describe.each(Object.entries(shippedExpected))('%s', (name, samples) => {
  it('has an expectation for every sample, and every sample gets what it must', async () => {
    const grades = await gradesOf(name);
    expect([...grades.keys()].sort()).toEqual(Object.keys(samples).sort());
    const differing = [...grades].flatMap(([student, { items }]) =>
      items.flatMap(({ item: { id }, verdict }) => {
        const right = samples[student]?.[id] ?? 'missing';
        return verdict === right ? [] : [`${student}: ${id} is ${verdict}, not ${right}`];
      }),
    );
    expect(differing).toEqual([]);
  });
});

describe('why', () => {
  it.each([
    ['optimizers', 'no-bias-correction', '4.p1', 'correction-forgotten'],
    ['optimizers', 'velocity-sign-lost', '2.p2', 'carried-forward'],
    ['calculus', 'wrong-forms', '2.factored', 'not-factored'],
    ['calculus', 'wrong-forms', '4.speed', 'missing-unit'],
    ['calculus', 'wrong-forms', '4.height', 'other-unit'],
    ['calculus', 'wrong-forms', '3.converges', 'wrong-ends'],
    ['linear-algebra', 'determinant-sign', '1.norm', 'too-few-digits'],
    ['backpropagation', 'transposed', '1.1.L', 'truncated'],
  ])('%s, %s: %s is told %s', async (name, student, id, finding) => {
    const found = (await gradesOf(name)).get(student)?.items.find(({ item }) => item.id === id);
    expect(found?.findings.map((note) => note.id)).toContain(finding);
  });

  it('the right value in the wrong form or without its unit earns the share the rubric states', async () => {
    const items = (await gradesOf('calculus')).get('wrong-forms')?.items ?? [];
    const points = Object.fromEntries(items.map(({ item, points: earned }) => [item.id, toText(earned)]));
    expect(points).toMatchObject({ '2.factored': '0.5', '2.fractions': '0', '4.speed': '1', '4.height': '1' });
  });
});
