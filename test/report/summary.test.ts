import { expect, it } from 'vitest';
import { shownTo } from '../../src/report/shown.ts';
import { summary } from '../../src/report/summary.ts';
import { failed, graded } from './handmade.ts';

it('summary.json counts per item and verdict, and keeps what failed apart', () => {
  const grades = [graded('ada'), graded('bo'), failed('zoe')].map((grade) => shownTo('full', grade));
  const { engine, ...rest } = JSON.parse(summary.report(grades));
  expect(engine).toMatch(/^\d+\.\d+\.\d+$/);
  expect(rest).toEqual({
    title: 'Optimizers',
    rubric: 'c0ffee',
    submissions: 3,
    failed: 1,
    points: '7/3',
    open: 4,
    max: '38/3',
    verdicts: { correct: 2, carried: 2, wrong: 2, missing: 2, review: 2 },
    items: [
      { id: '1.1', max: 2, review: 2 },
      { id: '2.1', max: 2, missing: 2 },
      { id: 'x1', max: 1, correct: 2 },
      { id: 'x2', max: 1, wrong: 2 },
      { id: 'x3', max: '1/3', carried: 2 },
    ],
    findings: { 'rounded-early': 2, sign: 2 },
  });
});
