import { describe, expect, test } from 'vitest';
import { verdictOf } from '../ask.ts';

describe('several values, however they are given', () => {
  test.each([
    '{2, 1}',
    '1, 2',
    '1 and 2',
    'x = 1 or x = 2',
    'x = 1, x = 2',
    'x = 1, 2',
    'x_1 = 1, x_2 = 2',
    'x ∈ {1, 2}',
    '3/2 ± 1/2',
    'x = (3 ± 1)/2',
  ])('%s is {1, 2}', (answer) => {
    expect(verdictOf(answer, '{1, 2}', { kind: 'set' })).toBe('correct');
  });

  test.each(['{1}', '1, 3', 'x = 1 or x = 3', 'x = 2', '±2', 'x ∈ {1, 2, 3}', '[1, 2]', '1 < x < 2'])(
    '%s is not',
    (answer) => {
      expect(verdictOf(answer, '{1, 2}', { kind: 'set' })).toBe('wrong');
    },
  );

  test('names of two unknowns are no set of values of one', () => {
    expect(verdictOf('x = 1, y = 2', '{1, 2}', { kind: 'set' })).not.toBe('correct');
  });

  test('intervals put together are sets as well', () => {
    expect(verdictOf('[1, 2] ∪ [2, 3]', '[1, 3]', { kind: 'set' })).toBe('correct');
    expect(verdictOf('[1, 2) ∪ (2, 3]', '[1, 3]', { kind: 'set' })).toBe('wrong');
  });
});

describe('a list of equations where a statement is asked for', () => {
  test.each([
    ['x = 1, x = 2', 'x = 1 or x = 2', 'correct'],
    ['x = 1, 2', 'x = 1 or x = 2', 'correct'],
    ['x = ±3', 'x = 3 or x = -3', 'correct'],
    ['x = ±3', 'x^2 = 9', 'correct'],
    ['x = 2, y = 1', 'x + y = 3 and x - y = 1', 'correct'],
    ['x = 1, x = 3', 'x = 1 or x = 2', 'wrong'],
    ['x = 1, y = 2', 'x = 1 or y = 2', 'undecided'],
  ])('%s for %s is %s', (answer, reference, verdict) => {
    expect(verdictOf(answer, reference, { kind: 'expression' })).toBe(verdict);
  });
});

describe('what is no real number', () => {
  const number = { kind: 'number' };

  test.each([
    ['2 + 3i', '3i + 2', 'correct'],
    ['(1 + i)^2', '2i', 'correct'],
    ['2 - 3i', '2 + 3i', 'wrong'],
    ['∞', '∞', 'correct'],
    ['+∞', '∞', 'correct'],
    ['-∞', '∞', 'wrong'],
    ['10^9', '∞', 'wrong'],
    ['∞', '3', 'wrong'],
    ['DNE', 'DNE', 'correct'],
    ['0', 'DNE', 'wrong'],
  ])('%s for %s is %s', (answer, reference, verdict) => {
    expect(verdictOf(answer, reference, number)).toBe(verdict);
  });

  test('a tolerance says nothing of complex numbers', () => {
    expect(verdictOf('2.01 + 3i', '2 + 3i', { kind: 'number', abs: '0.1' })).toBe('undecided');
  });
});

test('a matrix may be lists in a list', () => {
  const rule = { kind: 'expression' };
  expect(verdictOf('[[1, 2], [3, 4]]', '[1, 2; 3, 4]', rule)).toBe('correct');
  expect(verdictOf('[[1, 3], [2, 4]]', '[1, 2; 3, 4]', rule)).toBe('wrong');
});
