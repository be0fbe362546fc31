import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import { exact, toText } from '../../src/math/number/exact.ts';
import type { Item, Rubric } from '../../src/model/rubric.ts';
import { lint } from '../../src/rubric/lint.ts';
import { loadRubric } from '../../src/rubric/load.ts';
import { sha256 } from '../../src/rubric/sha256.ts';
import { vocabularyOf } from '../../src/rubric/words.ts';

const loaded = (text: string): Rubric => {
  const { rubric, notices } = loadRubric(text, 'quiz.yaml');
  if (!rubric) throw new Error(notices.map(({ message }) => message).join('\n'));
  return rubric;
};

const quiz = (items: string, given = 'f(x, y): x^2 + y'): string => `rederive: 1
title: A quiz
sections:
  - id: 1
    heading: First
    given:
      ${given}
    items:
${items
  .split('\n')
  .map((line) => `      ${line}`)
  .join('\n')}
`;

const item = (rubric: Rubric, id: string): Item => {
  const found = rubric.items.find((each) => each.id === id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
};

const asked = ({ ask }: Item): string => (ask.kind === 'value' ? printPlain(ask.target) : ask.kind);

describe('the ECS289 rubric', () => {
  const text = readFileSync('rubrics/ecs289.yaml', 'utf8');
  const rubric = loaded(text);

  test('has the items that the assignment has', () => {
    expect(rubric.items.map(({ id }) => id)).toEqual([
      ...['1.1', '1.2', '1.3', '1.4.chain', '1.4.jacobian', '1.4.bound', '1.4.limit', '1.5.vanishing', '1.5.exploding'],
      ...['2.1', '2.2.df-dx', '2.2.df-dy'],
      ...['2.2.1.x1', '2.2.1.y1', '2.2.1.x2', '2.2.1.y2', '2.2.1.x3', '2.2.1.y3'],
      ...['2.2.2.v1', '2.2.2.x1', '2.2.2.v2', '2.2.2.x2', '2.2.2.v3', '2.2.2.x3'],
    ]);
  });

  test('asks for x_2 under the tolerance and the carry of the whole rubric', () => {
    const x2 = item(rubric, '2.2.1.x2');
    expect(asked(x2)).toBe('x_2');
    expect(x2.tolerance).toEqual({ kind: 'shown', decimals: 1 });
    expect(toText(x2.carry)).toBe('0.5');
    expect(x2.section.method?.name).toBe('gradient-descent');
    expect(x2.section.parent?.heading).toBe('Optimizers');
  });

  test('has the digest of its bytes', () => {
    expect(rubric.digest).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test('lints without a word', () => {
    expect([...loadRubric(text, 'ecs289.yaml').notices, ...lint(rubric)]).toEqual([]);
  });

  test('knows its functions and symbols', () => {
    const { functions, symbols } = vocabularyOf(rubric);
    expect(functions).toContain('f');
    expect(functions).toContain('σ');
    expect(symbols).toContain('α');
    expect(symbols).not.toContain('f');
  });
});

describe('numbers are read from their source text', () => {
  test('0.05 is a twentieth and a third stays a third', () => {
    const rubric = loaded(
      quiz(
        '- {id: a, ask: f, points: 1/3}\n- {id: b, ask: f, points: 0.10}\n- {id: c, ask: f, points: 12345678901234567890.5}',
      ),
    );
    expect(rubric.items.map(({ points }) => toText(points))).toEqual(['1/3', '0.1', '12345678901234567890.5']);
  });

  test.each([
    ['exact', { kind: 'exact' }],
    ['shown', { kind: 'shown' }],
    ['{abs: 0.01}', { kind: 'abs', limit: exact('0.01') }],
    ['{rel: 1%}', { kind: 'rel', limit: exact('0.01') }],
    ['{rel: 1e-3}', { kind: 'rel', limit: exact('0.001') }],
    ['{decimals: 2}', { kind: 'decimals', places: 2 }],
    ['{sigfigs: 3}', { kind: 'sigfigs', min: 3, max: 3 }],
    ['{sigfigs: {min: 3, accuracy: ignored}}', { kind: 'sigfigs', min: 3, accuracy: 'ignored' }],
    ['{sigfigs: {min: 3, max: 5, accuracy: 2}}', { kind: 'sigfigs', min: 3, max: 5, accuracy: 2 }],
    ['{shown: {decimals: 1, sigfigs: 2}}', { kind: 'shown', decimals: 1, sigfigs: 2 }],
    ['{shown: {decimals: 1, ties: even}}', { kind: 'shown', decimals: 1, ties: 'even' }],
    ['{decimals: {places: 2, ties: away}}', { kind: 'decimals', places: 2, ties: 'away' }],
    ['{sigfigs: {min: 3, ties: up}}', { kind: 'sigfigs', min: 3, ties: 'up' }],
    ['{interval: [-1/3, 0.1]}', { kind: 'interval', low: exact('-1/3'), high: exact('0.1') }],
  ])('tolerance %s', (text, rule) => {
    expect(item(loaded(quiz(`- {id: a, ask: f, points: 1, tolerance: ${text}}`)), 'a').tolerance).toEqual(rule);
  });

  test('partial credit comes in steps', () => {
    const { partial } = item(
      loaded(quiz('- {id: a, ask: f, points: 1, partial: [{within: {rel: 5%}, share: 1/2}]}')),
      'a',
    );
    expect(partial).toEqual([{ within: { kind: 'rel', limit: exact('0.05') }, share: exact('1/2') }]);
  });
});

describe('definitions', () => {
  test('keep what was written, flow lists and matrices included', () => {
    const { given } = loaded(quiz('- {id: a, ask: f, points: 1}', 'W: [[1, 2], [3, 4.50]]')).sections[0] ?? {
      given: [],
    };
    expect(given.map(({ left, right }) => `${printPlain(left)}: ${printPlain(right)}`)).toEqual([
      'W: [[1, 2], [3, 4.50]]',
    ]);
  });

  test('say where they stand', () => {
    expect(loaded(quiz('- {id: a, ask: f, points: 1}')).sections[0]?.given[0]?.place).toEqual({
      file: 'quiz.yaml',
      line: 7,
      column: 7,
    });
  });

  test('names of several letters are names where the rubric defines them', () => {
    const rubric = loaded(quiz('- {id: a, ask: loss, points: 1}', 'loss: 2'));
    const ask = item(rubric, 'a').ask;
    expect(ask.kind === 'value' && ask.target).toMatchObject({ kind: 'symbol', name: 'loss' });
  });
});

describe('loops', () => {
  test('fill in ids and asks, with sums and several variables', () => {
    const rubric = loaded(quiz('- {for: {k: 9..10, v: [x, y]}, items: [{id: "{v}{k}", ask: "{v}_{k+1}", points: 1}]}'));
    expect(rubric.items.map((each) => `${each.id} ${asked(each)}`)).toEqual([
      'x9 x_10',
      'y9 y_10',
      'x10 x_11',
      'y10 y_11',
    ]);
  });

  test('nest', () => {
    const text = '- {for: {i: 1..2}, items: [{for: {j: 1..2}, items: [{id: "a{i}{j}", ask: "A_{i,j}", points: 1}]}]}';
    expect(loaded(quiz(text, 'A: [[1, 2], [3, 4]]')).items.map(({ id }) => id)).toEqual(['a11', 'a12', 'a21', 'a22']);
  });
});

describe('other kinds of items', () => {
  test('choice and keywords', () => {
    const rubric = loaded(
      quiz('- {id: a, choice: {options: [a, b], right: [b]}, points: 1}\n- {id: b, keywords: [saddle], points: 1}'),
    );
    expect(item(rubric, 'a').ask).toEqual({ kind: 'choice', options: ['a', 'b'], right: ['b'] });
    expect(item(rubric, 'b').ask).toEqual({ kind: 'keywords', words: ['saddle'] });
  });

  test('form and units', () => {
    const rubric = loaded(
      quiz('- {id: a, ask: f, form: factored, points: 1}\n- {id: b, ask: f, units: convertible, points: 1}'),
    );
    expect(item(rubric, 'a').ask).toMatchObject({ form: 'factored' });
    expect(item(rubric, 'b').ask).toMatchObject({ units: 'convertible' });
  });
});

describe('lint', () => {
  test('warns of items without points and of items that ask the same', () => {
    const rubric = loaded(
      quiz('- {id: a, ask: x_1, points: 0}\n- {id: b, ask: x_1, points: 1}\n- {id: c, ask: "(x_1, y_1)", points: 1}'),
    );
    expect(lint(rubric).map(({ id, place }) => `${place?.line} ${id}`)).toEqual([
      '9 rubric/no-points',
      '10 rubric/overlapping-items',
      '9 rubric/overlapping-items',
      '10 rubric/overlapping-items',
    ]);
  });
});

test('sha256 agrees with another implementation', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      (text) => sha256(text) === createHash('sha256').update(text).digest('hex'),
    ),
  );
});

test('loading never throws, whatever stands there', () => {
  const words = fc.constantFrom(
    'rederive: 1\n',
    'sections:\n',
    '  - id: "1"\n',
    'items: [',
    ']',
    '{',
    '}',
    ': ',
    '*a',
    '&a ',
    '<<: *a\n',
    '"',
    "'",
    '- ',
    '\n  ',
    'ask: "((("',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (parts) =>
      Array.isArray(loadRubric(parts.join(''), 'x.yaml').notices),
    ),
    { numRuns: 300 },
  );
});
