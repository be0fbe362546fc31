import { describe, expect, test } from 'vitest';
import { toText } from '../../../src/math/number/exact.ts';
import { rubricFrom, sheet } from './rubric-grading.ts';

const one = async (rubric: string, answer: string) => {
  const got = (await sheet(rubricFrom(rubric), { a: answer }))['a'];
  if (!got) throw new Error('no verdict');
  return { verdict: got.verdict, findings: got.findings.map(({ id }) => id), points: toText(got.points), got };
};

const asking = (given: string, item: string) =>
  `tolerance: exact\nsections:\n- id: "1"\n  heading: h\n  given: {${given}}\n  items:\n  - {id: a, points: 2, ${item}}\n`;

describe('a form asked for', () => {
  const rubric = asking('P(x): x^2 - 5 x + 6', 'ask: P(x), form: factored, value-share: 1/2');

  test.each([
    ['(x - 2)(x - 3)', 'correct', [], '2'],
    ['(3 - x)(2 - x)', 'correct', [], '2'],
    ['x^2 - 5x + 6', 'wrong', ['not-factored'], '1'],
    ['(x - 2)(x + 3)', 'wrong', [], '0'],
  ])('%s is %s', async (answer, verdict, findings, points) => {
    expect(await one(rubric, answer)).toMatchObject({ verdict, findings, points });
  });

  test('without a share of its own the right value in another form earns nothing', async () => {
    const strict = asking('P(x): x^2 - 5 x + 6', 'ask: P(x), form: factored');
    expect(await one(strict, 'x^2 - 5x + 6')).toMatchObject({ verdict: 'wrong', points: '0' });
  });
});

describe('units asked for', () => {
  // 2 m/s + 9.81 m/s² · 3 s = 31.43 m/s
  const given = 'v_0: 2 m/s, g: 9.81 m/s^2, t: 3 s, v: v_0 + g t';
  const any = asking(given, 'ask: v, units: convertible, value-share: 1/4');
  const same = asking(given, 'ask: v, units: same');

  test.each([
    ['31.43 m/s', 'correct', [], '2'],
    ['113.148 km/h', 'correct', [], '2'],
    ['31.43', 'wrong', ['missing-unit'], '1/2'],
    ['30', 'wrong', ['missing-unit'], '0'],
    ['31.43 m', 'wrong', ['incompatible-unit'], '1/2'],
  ])('%s is %s', async (answer, verdict, findings, points) => {
    expect(await one(any, answer)).toMatchObject({ verdict, findings });
    expect((await one(any, answer)).points).toBe(points.replace('1/2', '0.5'));
  });

  test('where the very unit is asked for, another that converts is not it', async () => {
    expect(await one(same, '31.43 m/s')).toMatchObject({ verdict: 'correct' });
    expect(await one(same, '113.148 km/h')).toMatchObject({ verdict: 'wrong', findings: ['other-unit'] });
  });

  test('the reference is told as one number with its unit', async () => {
    expect((await one(any, '31 m/s')).got.reference).toBe('31.43 m/s');
  });

  // 1/2 · 1200 kg · (20 m/s)² = 240000 J, and 240000 J / 50 m = 4800 N
  test('worked out of mixed units it is told in one that people use, and its number is that of this unit', async () => {
    const motion = 'M: 1200 kg, v: 72 km/h, d: 50 m, E: 1/2 M v^2, F: E/d';
    const [energy, force] = ['E', 'F'].map((name) =>
      asking(motion, `ask: ${name}, units: convertible, value-share: 1/2`),
    );
    expect((await one(energy ?? any, '240 kJ')).got).toMatchObject({ verdict: 'correct', reference: '240000 J' });
    expect(await one(energy ?? any, '240000')).toMatchObject({ findings: ['missing-unit'], points: '1' });
    expect((await one(force ?? any, '4.8 kN')).got).toMatchObject({ verdict: 'correct', reference: '4800 N' });
  });

  test('a unit that people use is kept: 100 km / 2 h = 50 km/h; km and m at once are not: 2 km · 3 m = 6000 m²', async () => {
    const speed = asking('d: 100 km, t: 2 h, v: d/t', 'ask: v, units: convertible');
    expect((await one(speed, '50 km/h')).got).toMatchObject({ verdict: 'correct', reference: '50 km/h' });
    const area = asking('a: 2 km, b: 3 m, A: a b', 'ask: A, units: convertible');
    expect((await one(area, '6000 m^2')).got).toMatchObject({ verdict: 'correct', reference: '6000 m^2' });
  });

  test('under a root: √(2·9.8·5) m/s = 7√2 m/s', async () => {
    const fall = asking('g: 9.8 m/s^2, h: 5 m, v: √(2 g h)', 'ask: v, units: same');
    expect(await one(fall, '7√2 m/s')).toMatchObject({ verdict: 'correct' });
  });
});

describe('sets and statements', () => {
  test.each([
    ['"{1, 2, 3}"', '{3, 2, 1}', 'correct'],
    ['"{1, 2, 3}"', '{1, 2}', 'wrong'],
    ['"{1, 2, 3}"', '{1, 2, 4}', 'wrong'],
    ['y = 2 x + 1', 'y - 2x = 1', 'correct'],
    ['y = 2 x + 1', 'y - 2x = 2', 'wrong'],
    ['x < 2', '2 > x', 'correct'],
    ['x < 2', '2 >= x', 'wrong'],
    ['"[0, 1)"', '[0, 1)', 'correct'],
    ['"[0, 1)"', '[0, 1]', 'wrong'],
    ['"[0, 1) ∪ (2, 3]"', '(2, 3] ∪ [0, 1)', 'correct'],
    ['"[0, 1) ∪ (2, 3]"', '[0, 1) ∪ (2, 3)', 'wrong'],
    ['x = 1 or x = 2', 'x = 2 or x = 1', 'correct'],
    ['x = 1 or x = 2', 'x = 2', 'wrong'],
    ['"{√2, -√2}"', '{-√2, √8/2}', 'correct'],
  ])('%s answered %s is %s', async (right, answer, verdict) => {
    expect((await one(asking(`S: ${right}`, 'ask: S'), answer)).verdict).toBe(verdict);
  });

  test('numbers of a set may have a tolerance', async () => {
    const rubric = asking('S: "{√2, -√2}"', 'ask: S, tolerance: {abs: 0.01}');
    expect((await one(rubric, '{1.41, -1.41}')).verdict).toBe('correct');
    expect((await one(rubric, '{1.4, -1.4}')).verdict).toBe('wrong');
  });

  test('another kind of answer goes to a person', async () => {
    expect((await one(asking('S: "{1, 2}"', 'ask: S'), 'x^2')).verdict).toBe('review');
  });
});

describe('an exact tolerance and irrational numbers', () => {
  test.each([
    ['√5', 'correct'],
    ['√20/2', 'correct'],
    ['5/√5', 'correct'],
    ['2.236', 'wrong'],
    ['√6', 'wrong'],
  ])('√5 answered %s is %s', async (answer, verdict) => {
    expect((await one(asking('u: "(1, -2)"', 'ask: ‖u‖'), answer)).verdict).toBe(verdict);
  });

  test('also inside a vector', async () => {
    const rubric = asking('u: "(1, -2)", w: u/‖u‖', 'ask: w');
    expect((await one(rubric, '(√5/5, -2√5/5)')).verdict).toBe('correct');
    expect((await one(rubric, '(√5/5, 2√5/5)')).verdict).toBe('wrong');
  });
});

describe('carrying on an answer sheet', () => {
  const rubric = rubricFrom(`carry: 1/2
tolerance: exact
sections:
- id: "1"
  heading: h
  given: {M: "[[1, 2], [3, 4]]", u: "M (1, 1)", s: u_1 + u_2, x: 5}
  sections:
  - {id: "1.1", heading: a, items: [{id: u, ask: u, points: 1}]}
  - {id: "1.2", heading: b, items: [{id: s, ask: s, points: 1}]}
- id: "2"
  heading: i
  given: {x_0: 2, "x_{k+1}": "3 x_k"}
  items: [{id: 2.1, ask: x_1, points: 1}, {id: 2.2, ask: x_2, points: 1}]
- id: "3"
  heading: j
  given: {x_0: 2, "x_{k+1}": "5 x_k"}
  items: [{id: 3.2, ask: x_2, points: 1}]
`);
  const verdicts = async (answers: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(await sheet(rubric, answers)).map(([id, { verdict }]) => [id, verdict]));

  test('an answer follows from an earlier one, whatever the order on the sheet', async () => {
    expect(await verdicts({ 2.2: '21', 2.1: '7' })).toMatchObject({ 2.1: 'wrong', 2.2: 'carried' });
  });

  test('not from a later item, and not from the same name in another section', async () => {
    expect(await verdicts({ 2.1: '7', 3.2: '35' })).toMatchObject({ 2.1: 'wrong', 3.2: 'wrong' });
  });

  test('a quantity of the section around carries from one part into the next', async () => {
    // M (1, 1) = (3, 7)
    expect(await verdicts({ u: '(3, 6)', s: '9' })).toMatchObject({ u: 'wrong', s: 'carried' });
    expect(await verdicts({ u: '(3, 7)', s: '9' })).toMatchObject({ u: 'correct', s: 'wrong' });
  });
});

describe('eigenvalues asked for', () => {
  // λ² − 5λ + 5 = 0 for [[2, 1], [1, 3]]: (5 ± √5)/2 = 3.6180, 1.3820; [[2, 0], [0, 7]] has 2 and 7
  const spectrum = (matrix: string, more = ''): string => asking(`A: ${matrix}, λ: eigenvalues(A)`, `ask: λ${more}`);

  test.each(['(2, 7)', '(7, 2)', '7, 2', '{2, 7}'])('stand in any order: %s', async (answer) => {
    expect(await one(spectrum('[[2, 0], [0, 7]]'), answer)).toMatchObject({ verdict: 'correct' });
    expect(await one(asking('A: [[2, 0], [0, 7]]', 'ask: eigenvalues(A)'), answer)).toMatchObject({
      verdict: 'correct',
    });
  });

  test.each([
    ['(7, 3)', 'wrong'],
    ['(2, 7, 2)', 'wrong'],
    ['{7}', 'review'],
  ])('%s is %s', async (answer, verdict) => {
    expect(await one(spectrum('[[2, 0], [0, 7]]'), answer)).toMatchObject({ verdict });
  });

  test('each by the tolerance', async () => {
    const rounded = spectrum('[[2, 1], [1, 3]]', ', tolerance: {decimals: 3}');
    expect(await one(rounded, '(3.618, 1.382)')).toMatchObject({ verdict: 'correct' });
    expect(await one(rounded, '(3.618, 1.381)')).toMatchObject({ verdict: 'wrong' });
  });
});

describe('an eigenvector, any multiple of which is one', () => {
  const exactly = asking('v: "(1, -2, 0)"', 'ask: v, multiples: accepted');
  // (14, 13)/√365 = (0.73279, 0.68045), (14, 13)/14 = (1, 0.92857)
  const shown = asking('v: "(14, 13)"', 'ask: v, multiples: accepted, tolerance: {shown: {decimals: 3}}');

  test.each([
    [exactly, '(1, -2, 0)', 'correct'],
    [exactly, '(-2, 4, 0)', 'correct'],
    [exactly, '(1/√5, -2/√5, 0)', 'correct'],
    [exactly, '(1, 2, 0)', 'wrong'],
    [exactly, '(1, -2, 1)', 'wrong'],
    [exactly, '(0, 0, 0)', 'wrong'],
    [exactly, '(1, -2)', 'wrong'],
    [shown, '(0.733, 0.680)', 'correct'],
    [shown, '(-0.7328, -0.6804)', 'correct'],
    [shown, '(1.000, 0.929)', 'correct'],
    [shown, '(14, 13)', 'correct'],
    [shown, '(0.733, 0.690)', 'wrong'],
    [shown, '(0.73, 0.68)', 'wrong'],
  ])('%#: %s', async (rubric, answer, verdict) => {
    expect(await one(rubric, answer)).toMatchObject({ verdict });
  });

  test('without the word for it the length counts', async () => {
    expect(await one(asking('v: "(1, -2, 0)"', 'ask: v'), '(-2, 4, 0)')).toMatchObject({ verdict: 'wrong' });
  });
});

describe('the reference as it is told', () => {
  const rubric = (tolerance: string) => asking('a: 38/21', `ask: a, tolerance: ${tolerance}`);

  test('a fraction has its decimals beside it where decimals are asked for', async () => {
    expect((await one(rubric('{decimals: 2}'), '1.8')).got.reference).toBe('38/21 ≈ 1.80952380952');
    expect((await one(rubric('exact'), '1.8')).got.reference).toBe('38/21');
  });
});

describe('values shown rounded and used with all their digits', () => {
  // a = 1/3, b = 1/7, c = 7 a b; with the slip a = 2/3 (shown 0.6667) c = 2/3 = 0.66667, from 0.6667 itself 0.66670
  const rubric = rubricFrom(`carry: 1/2
tolerance: {shown: {decimals: 2}}
sections:
- id: "1"
  heading: h
  given: {a: 1/3, b: 1/7, c: 7 a b}
  items: [{id: a, ask: a, points: 1}, {id: c, ask: c, points: 1}]
`);
  const verdict = async (a: string, c: string) => (await sheet(rubric, { a, c }))['c']?.verdict;

  test.each([
    ['0.6667', '0.6667', 'carried'],
    ['0.666', '0.6667', 'wrong'],
    // 0.66665 … 0.66675 all round to 0.667
    ['0.6667', '0.667', 'carried'],
    // what is hidden moves the answer by ten of its last digits, which is nothing against the distance to 1/3
    ['0.667', '0.66672', 'carried'],
    ['0.7', '0.66672', 'wrong'],
    ['0.6667', '0.67', 'carried'],
    ['0.6667', '0.68', 'wrong'],
  ])('after a = %s, c = %s is %s', async (a, c, expected) => {
    expect(await verdict(a, c)).toBe(expected);
  });

  test('0.7414·0.59327: the digits behind 0.7414 decide between 0.4398 and 0.4399', async () => {
    const product = rubricFrom(`carry: 1/2
tolerance: {shown: {decimals: 4}}
sections:
- id: "1"
  heading: h
  given: {a: 1/3, h: 0.59327, c: a h}
  items: [{id: a, ask: a, points: 1}, {id: c, ask: c, points: 1}]
`);
    for (const [c, expected] of [
      ['0.4398', 'carried'],
      ['0.4399', 'carried'],
      ['0.4397', 'wrong'],
      ['0.4400', 'wrong'],
    ] as const)
      expect((await sheet(product, { a: '0.7414', c }))['c']?.verdict).toBe(expected);
  });
});

describe('a matrix written as lists in a list, with a factor before it', () => {
  const rubric = asking('B: [[1, 2], [3, 5]]', 'ask: "B^{-1}"');

  test.each([
    ['-[[5, -2], [-3, 1]]', 'correct'],
    ['1/2 [[-10, 4], [6, -2]]', 'correct'],
    ['(-5 2; 3 -1)', 'correct'],
    ['-[[5, -2], [3, 1]]', 'wrong'],
    ['(5 -2; -3 1)', 'wrong'],
  ])('%s is %s', async (answer, verdict) => {
    expect((await one(rubric, JSON.stringify(answer))).verdict).toBe(verdict);
  });
});

describe('a set asked for', () => {
  test.each([
    ['Z: "{-2, 3}"', '"3, -2"', 'correct'],
    ['Z: "{-2, 3}"', 'x = -2 or x = 3', 'correct'],
    ['Z: "{-2, 3}"', 'x = 2 or x = 3', 'wrong'],
    ['Z: "{1, 2, 11}"', '1, 2 and 11', 'correct'],
    ['Z: "[-1, 1)"', '-1 <= x < 1', 'correct'],
    ['Z: "[-1, 1)"', '-1 < x < 1', 'wrong'],
    ['Z: "(-∞, -2) ∪ (3, ∞)"', 'x < -2 or x > 3', 'correct'],
  ])('%s: %s is %s', async (given, answer, verdict) => {
    expect((await one(asking(given, 'ask: Z'), answer)).verdict).toBe(verdict);
  });
});
