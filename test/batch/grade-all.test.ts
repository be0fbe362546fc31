import { expect, it } from 'vitest';
import { gradeAll } from '../../src/batch/grade-all.ts';
import { toText } from '../../src/math/number/exact.ts';
import type { Grade } from '../../src/model/grade.ts';
import type { Submission } from '../../src/model/submission.ts';
import { graded } from '../report/handmade.ts';

const submission = (student: string): Submission => ({ student, files: [{ name: 'a.md', bytes: new Uint8Array() }] });

it('a fault of ours stops one submission, says so, gives it no zero, and the others are graded', async () => {
  const grade = async (_: unknown, { student }: Submission): Promise<Grade> => {
    if (student === 'bo') throw new RangeError('out of steps');
    return graded(student);
  };
  const grades: Grade[] = [];
  const students = ['ada', 'bo', 'cy'].map(submission);
  for await (const each of gradeAll(graded().rubric, students, grade)) grades.push(each);
  expect(grades.map(({ student, failure }) => [student, failure])).toEqual([
    ['ada', undefined],
    ['bo', 'This submission could not be graded: out of steps'],
    ['cy', undefined],
  ]);
  expect(grades.map(({ items }) => items.length)).toEqual([5, 0, 5]);
  expect(grades[1] && toText(grades[1].max)).toBe('19/3');
});
