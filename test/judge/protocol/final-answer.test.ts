import { describe, expect, test } from 'vitest';
import { ask, verdictOf } from '../ask.ts';

const verdict = (answer: string, reference: string): string =>
  ask(answer, reference, { kind: 'final-answer' }, 'auto').verdict;

describe('the final answer of a text', () => {
  test.each([
    ['a box', 'So $x = \\boxed{\\frac{3}{8}}$, and we are done after 2 steps.', '$3/8$'],
    ['the last of two boxes', '\\boxed{3}. Wait, this forgets one case. In all there are \\boxed{4}.', '4'],
    ['boxes that stand together', '$\\boxed{2}$ and $\\boxed{5}$', '$\\{5, 2\\}$'],
    ['what follows "the answer is"', 'First $a = 2$. The answer is $2 + 5 = 7$. I checked it twice.', '7'],
    ['no question', '\\boxed{41}, so the answer is 42? No, 41.', '41'],
    ['what a question is answered with', 'So the answer is 42? No, 41.', '41'],
    ['a number in words', 'Therefore there are 12 ways to do it.', '$12$'],
    ['the last formula', 'We get $u = 4$, hence $v = \\sqrt{u} = 2$.', '2'],
    ['a letter', 'Answer: C', '$\\text{(C)}$'],
    ['money and thousands', 'The price is $\\boxed{\\$1{,}250.50}$', '1250.5'],
    ['a unit the reference leaves out', '$\\frac{1}{4}\\text{ meters}$', '1/4'],
    ['a percentage', '$40\\%$', '40 %'],
    ['a decimal comma', '2,75', '2.75'],
    ['an angle', '$30^\\circ$', '$\\frac{\\pi}{6}$'],
  ])('%s', (_, answer, reference) => expect(verdict(answer, reference)).toBe('correct'));
});

describe('what final answers may leave out', () => {
  test.each([
    ['the name', '$k = 7$', '$7$'],
    ['the order', '$(1,2), (3,4)$', '$(3,4),(1,2)$'],
    ['the signs together', '$1 \\pm \\sqrt{5}$', '$1-\\sqrt5, 1+\\sqrt5$'],
    ['the way an interval is told', '$-2 \\le x < 7$', '$[-2, 7)$'],
    ['two half lines', '$x < 0$ or $x > 1$', '$(-\\infty, 0) \\cup (1, \\infty)$'],
    ['digits beyond the fourth', '$1.41421$', '$\\sqrt{2}$'],
    ['a common factor of a ratio', '$3:6$', '$1:2$'],
  ])('%s', (_, answer, reference) => expect(verdict(answer, reference)).toBe('correct'));
});

describe('what they may not', () => {
  test.each([
    ['\\boxed{41}, so the answer is 42? No, 41.', '42'],
    ['It is 41. Or is it 42?', '42'],
    ['$0.33$', '$\\frac{1}{3}$'],
    ['$7$', '$\\pm 7$'],
    ['$(0, 1)$', '$[0, 1)$'],
    ['$(3, 4)$', '$(4, 3)$'],
    ['$a = 3, b = 4$', '$a = 4, b = 3$'],
    ['$11a + c$', '$7 = 11a + c$'],
    ['$32, 349$', '$32349$'],
    ['$-\\infty$', '$\\infty$'],
    ['1:00', '12:00'],
    ['Answer: B', '$\\text{C}$'],
  ])('%s is not %s', (answer, reference) => expect(verdict(answer, reference)).not.toBe('correct'));

  test.each([
    ['boxes never closed', '\\boxed{'.repeat(20_000)],
    ['blanks without end', `answer${' '.repeat(50_000)}x`],
    ['a dollar here and there', '$x '.repeat(20_001)],
    ['signs on signs', `$${'\\pm '.repeat(300)}1$`],
  ])('%s are looked at in steps that are counted', (_, text) => expect(verdict(text, '5')).not.toBe('correct'));

  test('where nothing was found, a person decides', () => {
    expect(verdict('', '5')).toBe('undecided');
  });
});

describe('what is denied, said in words, or stands bare behind "Answer:"', () => {
  test.each([
    ['Answer: (1, 2)', '(1,2)', 'correct'],
    ['Answer: (2, 1)', '(1,2)', 'wrong'],
    ['Answer: 2^10', '1024', 'correct'],
    ['2^10', '20', 'wrong'],
    ["The answer isn't 7, it's 8.", '8', 'correct'],
    ["The answer isn't 7, it's 8.", '7', 'wrong'],
    ['Therefore, x = 3 or x = -3.', '{3, -3}', 'correct'],
    ['Therefore, x = 3.', '{3, -3}', 'wrong'],
    ['The limit does not exist.', 'DNE', 'correct'],
    ['The limit is 2.', 'DNE', 'wrong'],
    ['no solution', '∅', 'correct'],
    ['yes', 'Yes', 'correct'],
    ['no', 'Yes', 'wrong'],
  ])('%s for %s is %s', (answer, reference, verdict) => {
    expect(verdictOf(answer, reference, { kind: 'final-answer' })).toBe(verdict);
  });

  test('a number that is denied is not the answer', () => {
    expect(verdictOf('not 42', '42', { kind: 'final-answer' })).not.toBe('correct');
  });
});
