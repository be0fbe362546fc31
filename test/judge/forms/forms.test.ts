import { describe, expect, test } from 'vitest';
import { findForm, forms, isWrittenAs } from '../../../src/judge/forms/forms.ts';
import { parsePlain } from '../../../src/math/notation/plain.ts';
import { ask } from '../ask.ts';

const holds = (form: string, text: string): boolean | undefined => {
  const found = findForm(form);
  if (!found) throw new Error(`no form: ${form}`);
  return isWrittenAs(found, parsePlain(text).tree);
};

const written: Readonly<Record<string, { yes: readonly string[]; no: readonly string[] }>> = {
  factored: {
    yes: [
      '(x+2)(x+3)',
      '4(1 - x/2)^2',
      '-(x-3)(x+1)',
      'x^3 (x+1)',
      'x^2+1',
      '(x - sqrt(2))(x + sqrt(2))',
      '12',
      'e^x (x+1)',
    ],
    no: ['x^2+5x+6', '(x+2)(2x+6)', '(x^2-4x+4)(3-x)', 'x^2-y^2', 't x + t', 'x^4+4', '2x - 2', 'sin(x)^2 - 1'],
  },
  expanded: {
    yes: ['x^2 - a x - b x + a b', 'x/2 + 1/2', '3 + sqrt(12)', 'sin(2(x+1))', '-x - 1'],
    no: ['x^2 - (a+b) x + a b', '2(x+1)', '(x+1)^2', '(x+1)/2', '-(x+1)', '(2x)^2'],
  },
  'single-fraction': {
    yes: ['(2a+1)/2', '-a/b', 'x + 1', '(x^(1/2) + 1)/x', '1/x^2'],
    no: ['a + 1/2', '1/(1 + 1/x)', '(1/2)/(3/4)', 'x^(-1)', '2 - 3/(x+2)'],
  },
  'partial-fractions': {
    yes: ['1/x - 1/(x+1)', 'x + 1 + 1/x', '9/(y-4) + 28/(y-4)^2', 'x/(x^2+1) + 1/x', '1/(x^2+2x+1)'],
    no: ['1/(x(x+1))', 'x/(x+1)', '1/(x-1) + 1/(x-1)', '(9y-8)/(y-4)^2', '(x+1)(1/x + 1/(x+2))'],
  },
  'completed-square': {
    yes: ['(x+1)^2 - 4', '3 - 4(x-1)^2', '2(x-3/2)^2 + 1/2', '(x-1)^2/4 + 3', 'x^2 - 1', '7', 'x + 2'],
    no: ['x^2 + 2x - 3', 'x(x+2) - 3', '(x+1)^2 + 2x'],
  },
  'lowest-terms': {
    yes: ['3/4', '-3/4', 'x/2 + 3/4', 'sqrt(2)/2', '1/pi', '0.5'],
    no: ['6/8', 'x + 2/6', '-1/-3', '1/sqrt(2)', '(x+1)/(2x+2)', 'cos(3x/6)', 'x^(2/4)'],
  },
};

describe('a form is how something is written, not what it is worth', () => {
  test('every form has its examples', () => {
    expect(Object.keys(written).sort()).toEqual(forms.map(({ name }) => name).sort());
  });

  for (const [form, { yes, no }] of Object.entries(written)) {
    test.each(yes)(`${form}: %s`, (text) => expect(holds(form, text)).toBe(true));
    test.each(no)(`not ${form}: %s`, (text) => expect(holds(form, text)).toBe(false));
  }

  test('factors over the rationals do not tell whether x² + 2√2 x + 2 has others', () => {
    expect(holds('factored', 'x^2 + 2 sqrt(2) x + 2')).toBeUndefined();
  });

  test('a power is not multiplied out to look at it', () => {
    expect(holds('factored', '(x - a)^6000')).toBe(true);
  });
});

describe('form and value are two findings', () => {
  const factored = { kind: 'form', form: 'factored' };

  test('the right value in another form says so', () => {
    const { verdict, finding, message } = ask('x^2+5x+6', '(x+2)(x+3)', factored);
    expect([verdict, finding]).toEqual(['wrong', 'not-factored']);
    expect(message).toContain('the value is right');
  });

  test('the right form of another value is a wrong value', () => {
    expect(ask('(x+2)(x+4)', '(x+2)(x+3)', factored).finding).toBeUndefined();
  });

  test('the value can be left out of it', () => {
    expect(ask('(x+2)(x+4)', '0', { ...factored, value: 'ignored' }).verdict).toBe('correct');
  });

  test('with several names, the variable is the one that was named', () => {
    const rule = { kind: 'form', form: 'partial-fractions', variable: 'x' };
    expect(ask('1/(a x) - 1/(a (x+a))', '1/(x (x+a))', rule).verdict).toBe('correct');
    expect(ask('1/(x (x+a))', '1/(x (x+a))', rule).verdict).toBe('wrong');
  });
});
