import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/math/expression/evaluate.ts';
import { printValue } from '../../src/math/expression/print-value.ts';
import { emptyScope } from '../../src/math/expression/scope.ts';
import { parsePlain } from '../../src/math/notation/plain.ts';
import { toText } from '../../src/math/number/exact.ts';

const printed = (text: string, digits: number, field: 'real' | 'complex' = 'real') =>
  printValue((more) => evaluate(parsePlain(text).tree, emptyScope, more, { field }), digits);

describe('a printed value', () => {
  // digits from mpmath: e = 2.71828182845904523536…, √2 = 1.41421356237309504880…
  it.each([
    ['exp(1)', 15, '2.71828182845905'],
    ['(exp(1), 1/4)', 5, '(2.7183, 0.25)'],
    ['matrix([1, 2], [sqrt(2), 4])', 4, '[1, 2; 1.414, 4]'],
    ['2 < 3', 5, 'true'],
  ])('of %s to %d digits is %s', (text, digits, expected) => {
    expect(printed(text, digits).text).toBe(expected);
  });

  it('of a complex number has both parts', () => {
    expect(printed('1 - 2 sqrt(-1)', 5, 'complex').text).toBe('1 - 2i');
  });

  it('says whether it is the number itself', () => {
    expect([printed('1/4', 5).exact, printed('1/3', 5).exact, printed('(1/4, 1/3)', 5).exact]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('says why there is none, also of a vector with one component missing', () => {
    expect(printed('(1, 1/0)', 5)).toEqual({ text: 'division by zero', exact: false, missing: true });
  });

  it('writes exact numbers whole where it is told how', () => {
    const third = (digits: number) => evaluate(parsePlain('1/3').tree, emptyScope, digits);
    expect(printValue(third, 5, toText)).toEqual({ text: '1/3', exact: true });
  });
});
