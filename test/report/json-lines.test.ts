import { describe, expect, it } from 'vitest';
import { jsonLines } from '../../src/report/json-lines.ts';
import { shownTo } from '../../src/report/shown.ts';
import { failed, graded } from './handmade.ts';

const lineOf = (grade = graded()): string => jsonLines.report([shownTo('full', grade)]);

describe('results.jsonl', () => {
  it('has the keys of the contract in their order', () => {
    const line = JSON.parse(lineOf());
    expect(Object.keys(line).slice(0, 7)).toEqual(['student', 'files', 'points', 'max', 'rubric', 'engine', 'items']);
    const carried = line.items[4];
    expect(Object.keys(carried)).toEqual([
      'id',
      'verdict',
      'points',
      'max',
      'found',
      'reference',
      'place',
      'decided',
      'findings',
    ]);
    expect(carried).toEqual({
      id: 'x3',
      verdict: 'carried',
      points: '1/6',
      max: '1/3',
      found: '2.88',
      reference: '2.871375',
      place: { file: 'main.md', line: 5, column: 11 },
      decided: 'exact',
      findings: [{ id: 'rounded-early', message: 'x_2 was carried as 3.19; with 3.185 this is 2.871375.' }],
    });
  });

  it('is one line a submission, in the order given', () => {
    const lines = jsonLines.report([graded('bo'), graded('al')].map((grade) => shownTo('full', grade))).split('\n');
    expect(lines.map((line) => line && JSON.parse(line).student)).toEqual(['bo', 'al', '']);
  });

  it('tells the broken step with both values', () => {
    expect(JSON.parse(lineOf()).items[3].broken).toEqual({
      left: 'x_2',
      relation: '=',
      right: '3.20',
      leftValue: '3.185',
      rightValue: '3.20',
      place: { file: 'main.md', line: 4, column: 2 },
    });
  });

  it('never makes a zero of a submission that could not be graded', () => {
    const line = JSON.parse(lineOf(failed()));
    expect([line.points, line.failure]).toEqual([null, 'The grader ran out of steps.']);
  });
});
