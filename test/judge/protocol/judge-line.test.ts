import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeLine } from '../../../src/judge/protocol.ts';
import { ask, verdictOf } from '../ask.ts';

const reply = (line: string) => JSON.parse(judgeLine(line));

describe('one line in, one line out', () => {
  test('the reply has the id, the verdict and how it was decided', () => {
    const line = '{"id":7,"answer":"3.19","reference":"3.185","notation":"plain","rule":{"kind":"number","shown":{}}}';
    expect(judgeLine(line)).toBe('{"id":7,"verdict":"correct","decided":"shown"}');
  });

  test('a rule says which neighbour of a tie is right', () => {
    const asked = (ties: string) => ({ kind: 'number', sigfigs: 3, ties });
    const rules = ['both', 'even', 'up', 'away'].map(asked);
    const said = (answer: string) =>
      rules.map((rule) => reply(JSON.stringify({ id: 1, answer, reference: '-0.04985', rule })).verdict);
    expect(said('-0.0498')).toEqual(['correct', 'correct', 'correct', 'wrong']);
    expect(said('-0.0499')).toEqual(['correct', 'wrong', 'wrong', 'correct']);
    expect(reply(JSON.stringify({ id: 1, answer: '1', reference: '1', rule: asked('down') })).message).toContain(
      'ties',
    );
  });

  test.each([
    ['', null],
    ['no JSON', null],
    ['[1, 2]', null],
    ['{"id": "x", "answer": "1"}', 'x'],
    ['{"id": "x", "answer": "1", "reference": "1", "rule": {"kind": "guess"}}', 'x'],
    ['{"id": "x", "answer": "1", "reference": "1", "rule": {"kind": "number", "abs": "much"}}', 'x'],
    ['{"id": "x", "answer": "1", "reference": "1", "rule": {"kind": "number", "abs": "-1"}}', 'x'],
    ['{"id": "x", "answer": "1", "reference": "1", "rule": {"kind": "number", "abs": "1", "rel": "1"}}', 'x'],
    ['{"id": "x", "answer": "1", "reference": "1", "rule": {"kind": "form", "form": "nice"}}', 'x'],
    ['{"id": "x", "answer": "1", "reference": "1", "rule": {"kind": "number", "abs": "1", "ties": "even"}}', 'x'],
    ['{"id": "x", "answer": "1", "reference": "1", "rule": {"kind": "number", "ties": "even"}}', 'x'],
    ['{"id": "x", "answer": "1", "reference": "1", "rule": {"kind": "number", "shown": {"ties": "even"}}}', 'x'],
    ['{"id": "x", "answer": {}, "reference": "1", "rule": {"kind": "expression"}}', 'x'],
  ])('a broken line is unreadable and says why: %s', (line, id) => {
    const { message, ...rest } = reply(line);
    expect(rest).toEqual({ id, verdict: 'unreadable' });
    expect(message).not.toBe('');
  });

  test('whatever comes in, one line of JSON with a verdict comes out', () => {
    const verdicts = ['correct', 'wrong', 'undecided', 'unreadable'];
    const kinds = ['number', 'expression', 'identical', 'set', 'quantity', 'final-answer'];
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...kinds), (answer, reference, kind) => {
        const out = judgeLine(JSON.stringify({ id: 1, answer, reference, rule: { kind } }));
        expect(out).not.toContain('\n');
        expect(verdicts).toContain(JSON.parse(out).verdict);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what people write instead', () => {
  const number = { kind: 'number', shown: {} };

  test('a decimal comma, where one number is asked for', () => {
    expect(verdictOf('3,19', '3.185', number)).toBe('correct');
    expect(verdictOf('3,17', '3.185', number)).toBe('wrong');
    expect(verdictOf('1,234', '1234', number)).toBe('correct');
    expect(verdictOf('[3,19]', '[3, 19]', { kind: 'expression' })).toBe('correct');
  });

  test('a sign in front, or letters run together', () => {
    expect(verdictOf('= 3.19', '3.185', number)).toBe('correct');
    expect(verdictOf('2xy', '2*x*y', { kind: 'expression' })).toBe('correct');
  });

  test('a name or a unit that nobody asked for goes to a person', () => {
    expect(verdictOf('x = 3.19', '3.185', number)).toBe('undecided');
    expect(verdictOf('3.19 m', '3.185', number)).toBe('undecided');
  });
});

describe('hostile answers', () => {
  test.each([
    ['9^(9^(9^9))', '1'],
    ['1e999999999', '1'],
    ['alert(1)', '3'],
    ['import os; os.remove("x")', '3'],
    ['<b>3</b>', '3'],
    [`${'('.repeat(5000)}1${')'.repeat(5000)}`, '2'],
    [`${'-'.repeat(20_000)}1`, '2'],
    ['x', '1/0'],
    ['100!!!', '1'],
  ])('%s is not taken for %s', (answer, reference) => {
    expect(verdictOf(answer, reference, { kind: 'expression' })).not.toBe('correct');
    expect(verdictOf(answer, reference, { kind: 'number', abs: '0.1' })).not.toBe('correct');
  });

  test('a hundred thousand terms are decided or left open', () => {
    const terms = Array.from({ length: 100_000 }, (_, k) => `x^${k % 7}`).join('+');
    const { verdict } = ask(terms, 'x', { kind: 'expression' });
    expect(['wrong', 'undecided', 'unreadable']).toContain(verdict);
  });

  test('a tolerance that is misspelt is told, not judged as exact', () => {
    const line = JSON.stringify({ id: 1, answer: '3.1', reference: '3', rule: { kind: 'number', abss: '0.5' } });
    expect(judgeLine(line)).toMatch(/"unreadable","message":"rule\.abss is not known; expected one of abs, rel/);
    expect(verdictOf('3', '3', { kind: 'number' })).toBe('correct');
  });

  test('an answer that is empty or unfinished is unreadable, not wrong', () => {
    expect(verdictOf('', '3', { kind: 'number' })).toBe('unreadable');
    expect(verdictOf('3 + ', '3', { kind: 'expression' })).toBe('unreadable');
    expect(verdictOf('[1, 2', '[1, 2]', { kind: 'expression' })).toBe('unreadable');
  });
});
