import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { usableRubric } from '../../src/batch/rubric-file.ts';
import { submissionsIn } from '../../src/batch/submissions.ts';
import { grade } from '../../src/grade.ts';
import type { Grade } from '../../src/model/grade.ts';
import { expected } from './expected.ts';

const root = join(import.meta.dirname, '..', '..');

let grades: ReadonlyMap<string, Grade> = new Map();

beforeAll(async () => {
  const rubric = await usableRubric(join(root, 'rubrics', 'ecs289.yaml'));
  const { submissions, notices } = await submissionsIn([join(root, 'submissions', 'ecs289')]);
  expect(notices).toEqual([]);
  const graded = new Map<string, Grade>();
  for (const submission of submissions) graded.set(submission.student, await grade(rubric, submission));
  grades = graded;
});

it('every sample has its expectation, and every item of it', () => {
  expect([...grades.keys()].sort()).toEqual(Object.keys(expected).sort());
  for (const [student, items] of Object.entries(expected))
    expect(Object.keys(items).sort()).toEqual(
      grades
        .get(student)
        ?.items.map(({ item }) => item.id)
        .sort(),
    );
});

describe.each(Object.entries(expected))('%s', (student, items) => {
  it('gets what it must', () => {
    const got = (grades.get(student)?.items ?? []).map(({ item, verdict }) => [item.id, verdict] as const);
    const differing = got.filter(([id, verdict]) => ![items[id]].flat().includes(verdict));
    expect(differing.map(([id, verdict]) => `${id} is ${verdict}, not ${[items[id]].flat().join(' or ')}`)).toEqual([]);
  });
});

describe('why', () => {
  const messages = (student: string, id: string): string =>
    (grades.get(student)?.items.find(({ item }) => item.id === id)?.findings ?? [])
      .map(({ message }) => message)
      .join(' ');

  it.each([
    ['early-rounding', '2.2.1.x3', /3\.19/],
    ['classical-momentum', '2.2.2.v2', /classical momentum/],
    ['uphill', '2.2.1.x1', /up the gradient/],
    ['plain-unicode', '2.2.1.y2', /cut off/],
  ])('%s is told about %s', (student, id, sentence) => {
    expect(messages(student, id)).toMatch(sentence);
  });

  it('a right answer needs no reason', () => {
    const right = [...grades.values()].flatMap(({ items }) => items.filter(({ verdict }) => verdict === 'correct'));
    expect(right.filter(({ reason }) => reason !== undefined)).toEqual([]);
  });
});
