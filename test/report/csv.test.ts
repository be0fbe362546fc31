import { expect, it } from 'vitest';
import { csv } from '../../src/report/csv.ts';
import { shownTo } from '../../src/report/shown.ts';
import { failed, graded } from './handmade.ts';

it('grades.csv has a row a submission, and no row short of a cell', () => {
  const grades = [failed('=cmd'), graded('Lovelace, Ada')].map((grade) => shownTo('full', grade));
  expect(csv.report(grades).split('\r\n')).toEqual([
    'student,points,max,open,failure,1.1,2.1,x1,x2,x3',
    `"'=cmd",,6 1/3,0,The grader ran out of steps.,,,,,`,
    '"Lovelace, Ada",1 1/6,6 1/3,2,,review,missing,correct,wrong,carried',
    '',
  ]);
});
