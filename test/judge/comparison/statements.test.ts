import { describe, expect, test } from 'vitest';
import { ask, verdictOf } from '../ask.ts';

const expression = { kind: 'expression' };
const correct = (rows: readonly (readonly [string, string])[]) =>
  test.each(rows)('%s is %s', (a, b) => expect(verdictOf(a, b, expression)).toBe('correct'));
const wrong = (rows: readonly (readonly [string, string])[]) =>
  test.each(rows)('%s is not %s', (a, b) => expect(verdictOf(a, b, expression)).toBe('wrong'));

describe('equations are equal up to a factor that is not zero', () => {
  correct([
    ['2x + 2y = 1', 'y = 0.5 - x'],
    ['1 = x', 'x = 1'],
    ['1/x = 2', 'x = 1/2'],
    ['x y = 1', 'y = 1/x'],
    ['s^2 e^(s t) = 0', 's^2 = 0'],
    ['y = sin(2x)', 'y/2 = sin(x) cos(x)'],
    ['(1+i)(x+y) = 0', 'y = -x'],
    ['f(t) = t^2', 'f(x) = x^2'],
    ['x = x', '1 = 1'],
  ]);
  wrong([
    ['a x = a y', 'x = y'],
    ['(x-2)^2 = 0', 'x = 2'],
    ['x + y = 1', 'y = 2x + 1'],
    ['x = 1', 'y = 1'],
    ['x = 1', '1'],
    ['f(x) = x^2', 'g(x) = x^2'],
  ]);
});

describe('inequalities are equal where they hold for the same numbers', () => {
  correct([
    ['2 < 2x', 'x > 1'],
    ['-x > -1', 'x < 1'],
    ['x^4 >= 16', 'x^2 >= 4'],
    ['x^2 > 4', 'x < -2 or x > 2'],
    ['abs(x) < 1', '-1 < x and x < 1'],
    ['not (x <= 2)', 'x > 2'],
    ['1/x > 1', '0 < x < 1'],
    ['3a - b < 0', 'b > 3a'],
    ['x^3 + y > 1', 'x^3 + y - 1 > 0'],
    ['0 < 1 - x y', 'x y < 1'],
  ]);
  wrong([
    ['x^2 <= 9', 'abs(x) < 3'],
    ['x < 1', 'x > 1'],
    ['x = 1', 'x > 1'],
    ['a > 1', 'x > 1'],
    ['x > 2', 'x > 1 and x < 5'],
  ]);

  test('an end too many or too few is told apart', () => {
    expect(ask('x >= 1', 'x > 1', expression).finding).toBe('strictness');
    expect(ask('x + y < 1', 'x + y > 1', expression).finding).toBe('turned-around');
  });
});

describe('statements made of others', () => {
  correct([
    ['x = 1 or x = 2', 'x^2 - 3x + 2 = 0'],
    ['x = 1 or x = 2', '{2, 1}'],
    ['x + y = 3 and x - y = 1', 'y = 1 and x = 2'],
    ['A and (B or C)', '(A and B) or (A and C)'],
    ['x^2 ≠ 4 and x > 0', 'x > 0 and x ≠ 2'],
  ]);
  wrong([
    ['x + y = 3 and x - y = 2', 'y = 1 and x = 2'],
    ['A and B', 'A or B'],
    ['x = 1 or x = 3', 'x^2 - 3x + 2 = 0'],
  ]);
});
