import { describe, expect, test } from 'vitest';
import { loadRubric } from '../../src/rubric/load.ts';

const rubric = (items: string, more = ''): string => `rederive: 1
title: A quiz
${more}sections:
  - id: "1"
    heading: First
    given:
      f(x, y): x^2 + y
      α: 0.05
    items:
${items
  .split('\n')
  .map((line) => `      ${line}`)
  .join('\n')}
`;

/** `line:column id message` of every complaint. */
const complaints = (text: string): readonly string[] =>
  loadRubric(text, 'quiz.yaml').notices.map(
    ({ id, place, message }) => `${place?.line}:${place?.column} ${id} ${message}`,
  );

describe('a broken rubric', () => {
  test('names the unknown key, its place and the nearest word', () => {
    const [only, ...more] = complaints(rubric('- {id: a, ask: α, pionts: 1, points: 1}'));
    expect(only).toMatch(/^10:25 rubric\/unknown-key There is no key `pionts` here\. Did you mean `points`\?/);
    expect(more).toEqual([]);
  });

  test('tells several complaints at once, in the order of the file', () => {
    const found = complaints(rubric('- {id: a, ask: α}\n- {id: b, asks: α, points: -1}', 'tolerance: exakt\n'));
    expect(found.map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
      '3:12 rubric/unknown-word',
      '11:9 rubric/missing-key',
      '12:9 rubric/one-ask',
      '12:17 rubric/unknown-key',
      '12:34 rubric/unfit-value',
    ]);
    expect(found[0]).toContain('Did you mean `exact`?');
    expect(found[1]).toContain('The key `points` is missing');
  });

  test('says that an item asks exactly one thing', () => {
    const [only] = complaints(rubric('- {id: a, ask: α, figure: contour of f, points: 1}'));
    expect(only).toMatch(
      /^10:9 rubric\/one-ask This item asks by `ask` and `figure` at once; expected exactly one of /,
    );
    expect(complaints(rubric('- {id: a, points: 1}'))[0]).toContain(
      'This item asks nothing; expected exactly one of `ask`,',
    );
  });

  test.each([
    ['title: A quiz', 'title: 3', 'Expected text, in quotes; found "3". The assignment'],
    ['title: A quiz', 'title: ""', 'Found nothing between the quotes. The assignment'],
    ['α: 0.05', '{α: 0,05}', 'Nothing stands here; a value that holds a comma'],
    ['points: 1', 'points: one', 'Found "one", which does not fit here. The points of the item, zero or more'],
    ['points: 1', 'points: -1', 'Found "-1", which is less than 0. The points of the item'],
    ['points: 1', 'points: 1, carry: 2', 'Found "2", which is more than 1. A share of the points'],
    [
      'points: 1',
      'points: 1, tolerance: {interval: [1]}',
      'Expected at least 2 in this list. The lowest and the highest',
    ],
    ['points: 1', 'points: 1, tolerance: {}', 'Expected a key here; found none. One tolerance'],
    ['points: 1', 'points: 1, tolerance: {abs: 1, rel: 1}', 'Expected one key here. One tolerance'],
    ['points: 1', 'points: 1, figure: [a]', 'Expected text; found a list. What the figure shows'],
    ['- {id', '- {for: {k: 1..x}, items: [], id', 'Found "1..x", which does not fit here. A range such as 1..3'],
  ])('says of %s → %s what was expected, in words', (part, broken, sentence) => {
    const text = rubric('- {id: a, ask: α, points: 1}').replace(part, broken).replace('f(x, y): x^2 + y\n      {', '{');
    expect(complaints(text).join('\n')).toContain(sentence);
  });

  test.each([
    ['α: 0.05', 'α: if 1 < 2 then 3 else 4', 'A definition is one formula; a case distinction is written ifelse('],
    ['f(x, y): x^2 + y', 'f(x, 2 y): x^2 + y', ''],
    ['f(x, y): x^2 + y', 'f(x_1, x_2): x_1 + x_2\n      x_0: 3', 'the parameters of a function are plain names'],
    ['α: 0.05', '3 α: 0.05', 'cannot be defined; expected a name such as α'],
  ])('says of the definition %s → %s how it is written', (part, broken, sentence) => {
    expect(complaints(rubric('- {id: a, ask: α, points: 1}').replace(part, broken)).join('\n')).toContain(sentence);
  });

  test('suggests the method that was meant', () => {
    const [only] = complaints(rubric('- {id: a, ask: α, points: 1}').replace('given:', 'method: nestorov\n    given:'));
    expect(only).toMatch(/^6:13 rubric\/unknown-word .*Did you mean `nesterov`\?/);
  });

  test('refuses a key that is given twice', () => {
    const found = complaints(rubric('- {id: a, ask: α, points: 1, points: 2}'));
    expect(found).toEqual([expect.stringMatching(/^10:36 rubric\/duplicate-key /)]);
  });

  test('keeps 2.1 and 2.10 apart, and refuses one id for two items', () => {
    expect(complaints(rubric('- {id: 2.1, ask: α, points: 1}\n- {id: 2.10, ask: α, points: 1}'))).toEqual([]);
    const [only] = complaints(rubric('- {id: 2.1, ask: α, points: 1}\n- {id: "2.1", ask: f, points: 1}'));
    expect(only).toMatch(/^11:14 rubric\/duplicate-id The id `2\.1` is taken: line 10/);
  });

  test('finds the id that a loop made twice', () => {
    const found = complaints(rubric('- {for: {k: 1..2}, items: [{id: a, ask: "x_{k}", points: 1}]}'));
    expect(found).toEqual([expect.stringContaining('The id `a` is taken')]);
  });

  test('points at the character of a formula that cannot be read', () => {
    const found = complaints(rubric('- {id: a, ask: "2 + (α", points: 1}'));
    expect(found[0]).toMatch(/^10:2\d rubric\/formula In the formula "2 \+ \(α": /);
  });

  test('points into the right side of a definition', () => {
    const [only] = complaints(rubric('- {id: a, ask: α, points: 1}').replace('x^2 + y', 'x^2 + )'));
    expect(only).toMatch(/^7:2[23] rubric\/formula /);
  });

  test('says what can be defined', () => {
    const [only] = complaints(rubric('- {id: a, ask: α, points: 1}').replace('α: 0.05', '2 α: 0.05'));
    expect(only).toMatch(/^8:7 rubric\/not-definable "2 α" cannot be defined; expected a name such as/);
  });

  test('knows the items of an example', () => {
    const text = `${rubric('- {id: first, ask: α, points: 1}')}examples:\n  - {answer: {frist: "1"}, expect: {first: wrong}}\n`;
    expect(complaints(text)).toEqual(['12:15 rubric/unknown-item There is no item `frist`. Did you mean `first`?']);
  });

  test('tells the line of a YAML mistake', () => {
    expect(complaints('rederive: 1\ntitle: [a\nsections: []\n')[0]).toMatch(/^[23]:\d+ rubric\/syntax /);
  });

  test.each([
    ['points: 1/0', /unfit-number/],
    ['points: 0x10', /unfit-number/],
    ['points: 1, carry: 3/2', /unfit-number .*between 0 and 1/],
    ['points: 1, tolerance: {interval: [2, 1]}', /empty-range/],
    ['points: 1, tolerance: {sigfigs: {min: 4, max: 3}}', /empty-range/],
    ['points: 1, tolerance: {abs: 0.1, rel: 0.1}', /unfit-value/],
    ['points: 1, near: vanish', /missing-key/],
  ])('refuses %s', (text, complaint) => {
    expect(complaints(rubric(`- {id: a, ask: α, ${text}}`))[0]).toMatch(complaint);
  });
});

describe('hostile YAML', () => {
  const isRefused = (text: string): string | undefined => {
    const { rubric: loaded, notices } = loadRubric(text, 'quiz.yaml');
    expect(loaded).toBeUndefined();
    return notices[0]?.id;
  };

  test('aliases that multiply', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [*l${i}, *l${i}, *l${i}]`);
    expect(isRefused(`l0: &l0 [x]\n${levels.join('\n')}\n`)).toBe('rubric/too-large');
  });

  test('an alias inside itself', () => {
    expect(isRefused('sections: &s [*s]\n')).toBe('rubric/cyclic-alias');
  });

  test('brackets without end', () => {
    expect(isRefused('['.repeat(100_000))).toMatch(/^rubric\/(too-deep|syntax)$/);
  });

  test('a megabyte too much, and nothing at all', () => {
    expect(isRefused('#'.repeat(1_000_001))).toBe('rubric/too-large');
    expect(isRefused('')).toBe('rubric/syntax');
  });

  test('a thousand complaints are cut short, and say so', () => {
    const { notices } = loadRubric(rubric(Array.from({ length: 1000 }, () => '- {id: a}').join('\n')), 'quiz.yaml');
    expect(notices).toHaveLength(51);
    expect(notices.at(-1)?.message).toMatch(/more complaints/);
  });

  test('a loop of a million turns', () => {
    const found = complaints(rubric('- {for: {k: 1..999999}, items: [{id: "a{k}", ask: "x_{k}", points: 1}]}'));
    expect(found[0]).toMatch(/rubric\/too-large/);
  });
});

test('one wrong bracket is one complaint, with what to do', () => {
  const found = complaints(rubric('- {id: a, ask: B^{-1}, points: 1}\n- {id: b, ask: α, points: 1}'));
  expect(found).toEqual([expect.stringMatching(/^10:2\d rubric\/syntax .*stands in quotes\.$/)]);
});
