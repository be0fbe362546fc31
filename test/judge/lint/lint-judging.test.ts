import { describe, expect, test } from 'vitest';
import { lintJudging } from '../../../src/judge/lint/lint-judging.ts';
import { solve } from '../../../src/solve/solve.ts';
import { rubricFrom } from '../items/rubric-grading.ts';

const lines = (yaml: string): readonly string[] => {
  const rubric = rubricFrom(yaml);
  return lintJudging(rubric, solve(rubric)).map(({ severity, message }) => `${severity}: ${message}`);
};

/** f = x² + 6y² from (4, 1): the look-ahead of Nesterov first shows in v_2. */
const nesterov = (steps: string, tolerance: string) => `sections:
- id: "1"
  heading: h
  given: {"f(x, y)": x^2 + 6 y^2, "(x_0, y_0)": "(4, 1)", α: 0.05, γ: 0.9}
  method: nesterov
  tolerance: ${tolerance}
  items:
  - for: {k: ${steps}}
    items: [{id: "v{k}", ask: "v_{k}", points: 1}]
`;

describe('misconceptions that would pass', () => {
  test('a note where the forms agree at some items, in one line for all that pass at the same', () => {
    const found = lines(nesterov('1..3', '{shown: {decimals: 4}}')).filter((line) =>
      line.includes('look ahead dropped'),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^note: .*momentum dropped.* would pass at `v1`: the numbers agree there\.$/);
  });

  test('a warning where nothing in the section tells them apart', () => {
    expect(lines(nesterov('1..1', '{shown: {decimals: 4}}'))).toContainEqual(
      expect.stringMatching(
        /^warning: .*look ahead dropped.* would pass at every item of section 1: the numbers agree/,
      ),
    );
  });

  test('a tolerance wider than the difference', () => {
    expect(lines(nesterov('1..3', '{abs: 100}'))).toContainEqual(
      expect.stringMatching(/^warning: .* every item of section 1: the tolerance is wider than the difference\.$/),
    );
  });
});

const asking = (given: string, item: string) =>
  `sections:\n- id: "1"\n  heading: h\n  given: {${given}}\n  items:\n  - {id: a, points: 2, ${item}}\n`;

describe('items out of reach', () => {
  test('an interval beside the right answer', () => {
    expect(lines(asking('a: 2', 'ask: a, tolerance: {interval: [3, 4]}'))).toEqual([
      'warning: The item `a` is out of reach: its tolerance refuses 2, the right answer.',
    ]);
  });

  test('a name that is taken for a unit, or a unit for a name', () => {
    expect(lines(asking('m: 2 kg, h: 3 m', 'ask: h, units: same'))).toEqual([
      'warning: In h, the m of 3m is the m defined here (2kg), not the unit; give the definition another name.',
    ]);
    expect(lines(asking('m: 2 kg, v: 3 m/s, E: 1/2 m v^2', 'ask: E, units: same'))).toContainEqual(
      expect.stringMatching(/^warning: In v, the m of /),
    );
    expect(lines(asking('m: 2 kg, v: 3, p: 2 m v', 'ask: p, units: same'))).toEqual([]);
    expect(lines(asking('M: 2 kg, v: 3 m/s, E: 1/2 M v^2', 'ask: E, units: same'))).toEqual([]);
    expect(lines(asking('h: 3 m + 2 s', 'ask: h, units: same'))).toEqual([
      'warning: The item `a` asks for units, but 3m + 2s is no number with known units.',
    ]);
  });

  test.each(['exact', 'shown', '{decimals: 2}', '{sigfigs: 3}', '{rel: 1%}', '{shown: {decimals: 1}}'])(
    'every tolerance accepts the reference: %s',
    (tolerance) => {
      for (const value of ['2', '1/3', '-1/7', '√2', '(1/3, √2)', '123456'])
        expect(lines(asking(`a: "${value}"`, `ask: a, tolerance: ${tolerance}`))).toEqual([]);
    },
  );

  test('nothing has as many significant figures as zero lacks', () => {
    expect(lines(asking('a: 0', 'ask: a, tolerance: {sigfigs: 3}'))).toHaveLength(1);
    expect(lines(asking('a: 0', 'ask: a'))).toEqual([]);
  });
});
