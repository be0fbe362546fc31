import { describe, expect, test } from 'vitest';
import { ask, verdictOf } from '../ask.ts';

const expression = { kind: 'expression' };
const identical = { kind: 'identical' };

describe('equal as functions', () => {
  test.each([
    ['2x + y', 'y + 2x'],
    ['(x-1)(x^2+x+1)', 'x^3 - 1'],
    ['cos(x)^2', '1 - sin(x)^2'],
    ['abs(x)', 'sqrt(x^2)'],
    ['(n+2)!/n!', 'n^2 + 3n + 2'],
    ['binomial(n, 2)', 'n(n-1)/2'],
    ['f(x) + f(x)', '2 f(x)'],
    ['e^(i pi)', '-1'],
    ['0.1 + 0.2', '0.3'],
    ['(x-a)^6000', '(a-x)^6000'],
  ])('%s is %s', (a, b) => expect(verdictOf(a, b, expression)).toBe('correct'));

  test.each([
    ['x', 'sqrt(x^2)'],
    ['0.33', '1/3'],
    ['X', 'x'],
    ['(a^b)^c', 'a^(b c)'],
    ['f(x)', 'f(y)'],
    ['1/0', '1'],
    ['(x-a)^6000', '(x-a)^5999'],
  ])('%s is not %s', (a, b) => expect(verdictOf(a, b, expression)).toBe('wrong'));

  test('a function nobody here knows is for a person', () => {
    expect(verdictOf('erf(-x)', '-erf(x)', expression)).toBe('undecided');
  });

  test('equal on the branch both share, but one defined where the other is not: a person decides', () => {
    expect(verdictOf('sqrt((x-3)(x-5))', 'sqrt(x-3) sqrt(x-5)', expression)).toBe('undecided');
  });
});

describe('built to look equal', () => {
  const wilkinson = `${Array.from({ length: 20 }, (_, k) => `(x-${k + 1})`).join('')} + x`;
  test.each([
    ['abs(x)', 'x'],
    ['sin(pi n)', '0'],
    [wilkinson, 'x'],
    ['x + 10^(-30) sin(x)', 'x'],
    ['abs(x - 1000) + x - 1000', '0'],
  ])('%s is not %s', (a, b) => expect(verdictOf(a, b, expression)).not.toBe('correct'));
});

describe('what is made of items', () => {
  test('a list has an order, a set has none and counts nothing twice', () => {
    expect(verdictOf('[1, 2]', '[2, 1]', expression)).toBe('wrong');
    expect(verdictOf('{2, 1, 1+1}', '{1, 2}', expression)).toBe('correct');
    expect(verdictOf('{2/4, 1/3}', '{1/2, 1/3}', { kind: 'set' })).toBe('correct');
  });

  test('missing and needless items are told', () => {
    expect(ask('{1}', '{1, 2}', { kind: 'set' }).finding).toBe('missing-items');
    const extra = ask('{1, 2, 7}', '{1, 2}', { kind: 'set' });
    expect([extra.finding, extra.message]).toEqual(['extra-items', 'not in the set: 7']);
  });

  test('a matrix: its shape, then its cells by name', () => {
    expect(ask('matrix([1,2])', 'matrix([1],[2])', expression).finding).toBe('other-kind');
    expect(ask('matrix([1,2,3],[4,5,6])', 'matrix([1,2],[3,4])', expression).finding).toBe('wrong-shape');
    const cells = ask('matrix([1,0],[3,5])', 'matrix([1,2],[3,4])', expression);
    expect(cells.message).toBe('wrong in row 1, column 2; row 2, column 2');
  });

  test('an interval: its ends and their kind', () => {
    expect(verdictOf('[0, 1)', '[0, 1)', expression)).toBe('correct');
    expect(ask('(0, 1)', '[0, 1)', expression).finding).toBe('wrong-ends');
    expect(verdictOf('(0, 1)', '[0, 1]', expression)).toBe('undecided');
    expect(verdictOf('[0, 1) ∪ [1, 2]', '[0, 2]', expression)).toBe('correct');
    expect(verdictOf('[0, 1) ∪ (1, 2]', '[0, 2]', expression)).toBe('wrong');
  });

  test('numbers in lists have their tolerance each', () => {
    const rule = { kind: 'number', abs: '0.01' };
    expect(verdictOf('[3.141, 1.414]', '[pi, sqrt(2)]', rule)).toBe('correct');
    expect(verdictOf('[3.141, 1.4]', '[pi, sqrt(2)]', rule)).toBe('wrong');
  });
});

describe('identical: the order of sums and products is all that may differ', () => {
  test.each([
    ['1 + 2x', 'x*2 + 1'],
    ['x(-y)', '-(x y)'],
    ['(a b)/c', 'a (b/c)'],
    ['a - b + c', 'c + a - b'],
    ['{3, 4}', '{4, 3}'],
  ])('%s and %s', (a, b) => expect(verdictOf(a, b, identical)).toBe('correct'));

  test.each([
    ['3^2', '9'],
    ['4.0', '4'],
    ['x x', 'x^2'],
    ['(-x)(-x)', 'x x'],
    ['sqrt(3)', '3^(1/2)'],
    ['1/2 * 1/x', '1/(2x)'],
    ['x + x', '2x'],
    ['{4, 4}', '{4}'],
  ])('not %s and %s', (a, b) => expect(verdictOf(a, b, identical)).toBe('wrong'));
});
