import { expect, test } from 'vitest';
import schema from '../../rubrics/rubric.schema.json' with { type: 'json' };
import { schedules } from '../../src/solve/schedules/schedules.ts';
import { answer, worldWith } from './assignment.ts';

const rates = (schedule: string, parameters: string, steps: readonly number[]): readonly string[] => {
  const world = worldWith(`given:
  f(x): x^2
  x_0: 1
  α: 0.4
method: {name: gradient-descent, schedule: ${schedule}, with: {${parameters}}}`);
  return steps.map((k) => answer(world, `α_${k}`));
};

test.each([
  ['step-decay', 'D: 2', [0, 1, 2, 3, 4], ['0.4', '0.4', '0.2', '0.2', '0.1']],
  ['exponential-decay', 'δ: 0.9', [0, 1, 2], ['0.4', '0.36', '0.324']],
  ['inverse-time-decay', 'δ: 1/2', [0, 1, 2], ['0.4', '4/15', '0.2']],
  ['polynomial-decay', 'D: 4', [0, 1, 4, 9], ['0.4', '0.3', '0', '0']],
  [
    'cosine-annealing',
    'D: 3, α_min: 0.1',
    [0, 1, 2, 3],
    ['0.4', '0.32500000000000000000', '0.17500000000000000000', '0.10000000000000000000'],
  ],
  ['linear-warmup', 'D: 4', [0, 1, 3, 9], ['0.1', '0.2', '0.4', '0.4']],
])('%s', (schedule, parameters, steps, expected) => {
  expect(rates(schedule, parameters, steps)).toEqual(expected);
});

test('the method takes the rate of its step', () => {
  const world = worldWith(`given:
  f(x): x^2
  x_0: 1
  α: 0.4
method: {name: gradient-descent, schedule: exponential-decay, with: {δ: 1/2}}`);
  // 1 − 0.8 = 0.2, then 0.2 (1 − 0.4) = 0.12, then 0.12 (1 − 0.2) = 0.096
  expect(['x_1', 'x_2', 'x_3'].map((each) => answer(world, each))).toEqual(['0.2', '0.12', '0.096']);
});

test('the list is the one the schema names', () => {
  expect([...schema.$defs.scheduleName.enum].sort()).toEqual(schedules.map(({ name }) => name).sort());
});
