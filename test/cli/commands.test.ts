import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put, rederive, rightWork, rubricText, scratch, wrongWork } from './run.ts';

const folder = scratch();
const rubric = put(folder, 'rubric.yaml', rubricText());

describe('rederive --help', () => {
  it('names every command with a sentence, shows examples, and says what the exit status means', async () => {
    const { status, out } = await rederive(['--help']);
    expect(status).toBe(0);
    for (const name of ['grade', 'check', 'solve', 'eval', 'lint', 'test', 'judge', 'init'])
      expect(out).toMatch(new RegExp(`^ {2}${name} .* {2}\\S`, 'm'));
    expect(out).toContain('Examples:');
    expect(out).toContain('Exit status: 0 done');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  });

  it('gives the version', async () => {
    expect((await rederive(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('rederive check', () => {
  it('shows what was found where, and ends with 0 where nothing is to be mended', async () => {
    const { status, out } = await rederive(['check', rubric, put(folder, 'right.md', rightWork)]);
    expect(status).toBe(0);
    expect(out).toMatch(/x1 +✓ correct +1 of 1 +1\.60 +1\.6 +right\.md:3:\d+/);
  });

  it('points at the line of a wrong answer and ends with 1', async () => {
    const { status, out } = await rederive(['check', rubric, put(folder, 'wrong.md', wrongWork)]);
    expect(status).toBe(1);
    expect(out).toMatch(/wrong\.md:5:\d+: note: x2 is wrong\n +5 \| \$x_2 = 1\.92\$\n +\^/);
  });

  it('gives no verdict away where the rubric shows presence alone, not even by its status', async () => {
    const secret = put(folder, 'presence.yaml', rubricText('presence'));
    const { status, out } = await rederive(['check', secret, put(folder, 'work.md', wrongWork)]);
    expect(status).toBe(0);
    expect(out).not.toMatch(/wrong|1\.28/);
    expect(out).toContain('answered');
  });
});

describe('rederive check of a folder', () => {
  const home = join(folder, 'ada');
  mkdirSync(home);
  put(home, 'main.tex', '\\section{Gradient descent}\n\\input{steps}\n');
  put(home, 'steps.tex', '$x_1 = 1.60$, $x_2 = 1.28$\n');

  it('takes its files together, as one hand-in', async () => {
    const { status, out } = await rederive(['check', rubric, home]);
    expect(out).toMatch(/^ada\n/);
    expect(out).toMatch(/x2 +✓ correct .* steps\.tex:1:\d+/);
    expect(status).toBe(0);
  });

  it('finds nothing in an empty one', async () => {
    mkdirSync(join(folder, 'empty'));
    const { status, err } = await rederive(['check', rubric, join(folder, 'empty')]);
    expect([status, err]).toEqual([2, expect.stringContaining('nothing to check in')]);
  });
});

describe('a path that cannot be used', () => {
  it.each([
    ['a rubric that is not there', ['lint', join(folder, 'none.yaml')], 'there is no such file; give the path of'],
    ['a folder for a rubric', ['test', folder], 'it is a folder; give the path of'],
    ['a file for the reports', ['grade', rubric, rubric, '--out', rubric], 'the reports cannot be written'],
  ])('is told from a mistake of ours: %s', async (_, argv, said) => {
    const { status, err } = await rederive(argv);
    expect([status, err]).toEqual([2, expect.stringContaining(said)]);
    expect(err).not.toContain('a mistake in rederive');
  });

  it('asks for UTF-8, without which a letter is another letter', async () => {
    const latin = join(folder, 'latin.yaml');
    writeFileSync(latin, Buffer.from('title: caf\xe9', 'latin1'));
    expect((await rederive(['lint', latin])).err).toContain('is not UTF-8');
  });
});

describe('rederive solve', () => {
  it('derives the reference answers', async () => {
    const { status, out } = await rederive(['solve', rubric, '--digits', '30']);
    expect(status).toBe(0);
    expect(out).toMatch(/^x1 +1\.6$/m);
    expect(out).toMatch(/^x2 +1\.28$/m);
  });

  it('tells a quantity as one number with its unit', async () => {
    const motion = rubricText()
      .replace('f(x): x^2', 'f(x): x^2\n      M: 1200 kg\n      v: 72 km/h\n      E: 1/2 M v^2\n      u: √2 m/s')
      .replace('ask: x_1,', 'ask: E, units: convertible,')
      .replace('ask: x_2,', 'ask: u, units: same,');
    const { out } = await rederive(['solve', put(folder, 'motion.yaml', motion), '--digits', '10']);
    // 1/2 · 1200 kg · (20 m/s)²
    expect(out).toBe('x1  240000 J\nx2  1.414213562 m/s\n');
  });

  it('has decimals beside a fraction, unless the exact value is asked for', async () => {
    const third = rubricText().replace('x_0: 2', 'x_0: 2/3').replace('ask: x_2,', 'ask: x_1, tolerance: exact,');
    const { out } = await rederive(['solve', put(folder, 'third.yaml', third)]);
    // 2/3 - 0.1 · 4/3 = 8/15
    expect(out).toBe('x1  8/15 ≈ 0.533333333333\nx2  8/15\n');
  });

  it('writes a line an item for machines', async () => {
    const { out } = await rederive(['solve', rubric, '--json']);
    const entries = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.map(({ id, value, exact }) => [id, value, exact])).toEqual([
      ['x1', '1.6', true],
      ['x2', '1.28', true],
    ]);
  });
});

describe('rederive eval', () => {
  // digits from mpmath 1.2.1 with mp.dps = 60
  it.each([
    ['exp(1)', '50', '2.7182818284590452353602874713526624977572470937000'],
    ['sqrt(2) + 1/3', '30', '1.74754689570642838213502205754'],
    ['3.185', '20', '3.185'],
    ['\\frac{1}{3}', '10', '0.3333333333'],
    ['(1/2, 2^10)', '5', '(0.5, 1024)'],
    ['√2·√3 − √6', '20', '0'],
    ['det([[1, 2], [3, 4]])', '5', '-2'],
    ['[[2, -1], [1, 1]] (1, 2)', '5', '(0, 3)'],
  ])('%s to %s digits is %s', async (expression, digits, value) => {
    expect(await rederive(['eval', expression, '--digits', digits])).toEqual({ status: 0, out: `${value}\n`, err: '' });
  });

  it.each(['1/0', 'ln(-2)', '9^(9^(9^9))', 'x + 1'])('%s has no value, and it says why', async (expression) => {
    const { status, out, err } = await rederive(['eval', expression]);
    expect([status, out]).toEqual([1, '']);
    expect(err.length).toBeGreaterThan(20);
  });

  it.each([
    ['lim_{x→0} sin(x)/x', 'a number near the point'],
    ['∫_0^1 x dx', 'an antiderivative'],
  ])('%s is not evaluated, and it says what to do', async (expression, instead) => {
    const { status, err } = await rederive(['eval', expression]);
    expect(status).toBe(1);
    expect(err).toContain(instead);
  });

  it('takes an expression that begins with a minus for no option', async () => {
    expect(await rederive(['eval', '-2 + 3^2'])).toEqual({ status: 0, out: '7\n', err: '' });
    expect(await rederive(['eval', '-(1, 2)', '--digits', '3'])).toMatchObject({ status: 0, out: '(-1, -2)\n' });
    expect(await rederive(['eval', '--digit=3'])).toMatchObject({ status: 2, out: '' });
  });

  it.each([
    ['10 choose 3', 4, 'binomial(10, 3)'],
    ['1 + C(10, 3)', 5, 'binomial(10, 3)'],
    ['3,5 + 1', 2, 'decimal point'],
    ['sqr(4)', 1, 'sqrt'],
    ['2 x + 1', 3, 'put a number in its place'],
    ['(1, 2) x (3, 4)', 8, '× or *'],
    ['1 + sin', 5, 'with its argument'],
  ])('%s has no value: it points at column %i and says what to write', async (expression, column, advice) => {
    const { status, out, err } = await rederive(['eval', expression]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(new RegExp(`^expression:1:${column}: error: `));
    expect(err).toContain(advice);
    expect(err.split('\n')[2]).toMatch(/^ +\^$/);
  });

  it('points at what it could not read', async () => {
    const { status, err } = await rederive(['eval', '2 + (3']);
    expect(status).toBe(2);
    expect(err).toMatch(/expression:1:\d+: error: /);
  });
});

describe('rederive lint and test', () => {
  it('find nothing in a good rubric', async () => {
    expect(await rederive(['lint', rubric])).toMatchObject({ status: 0, err: '' });
    expect(await rederive(['test', rubric])).toEqual({ status: 0, out: `${rubric}: 1 of 1 examples hold\n`, err: '' });
  });

  it('tell an unknown key with its place and the nearest word', async () => {
    const broken = put(folder, 'broken.yaml', rubricText().replace('heading:', 'headng:'));
    const { status, out } = await rederive(['lint', broken]);
    expect(status).toBe(2);
    expect(out).toMatch(/broken\.yaml:8:5: error: .*headng.*heading/);
  });

  it('tell an example that does not hold', async () => {
    const broken = put(folder, 'example.yaml', rubricText().replace('x1: correct', 'x1: wrong'));
    const { status, out } = await rederive(['test', broken]);
    expect(status).toBe(1);
    expect(out).toContain('x1, answered “1.60”, is correct; the example expects wrong.');
    expect(out).toContain('0 of 1 examples hold');
  });
});

describe('rederive judge', () => {
  it('answers every line with one, in order, broken lines too', async () => {
    const ask = (id: string, answer: string): string =>
      JSON.stringify({ id, answer, reference: '2x + y', notation: 'plain', rule: { kind: 'expression' } });
    const { status, out } = await rederive(['judge'], [ask('a', 'y + 2x'), 'not json', ask('b', '2x - y')].join('\n'));
    expect(status).toBe(0);
    const replies = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(replies.map(({ verdict }) => verdict)).toEqual(['correct', 'unreadable', 'wrong']);
    expect([replies[0].id, replies[2].id]).toEqual(['a', 'b']);
  });
});

describe('rederive init', () => {
  it('writes a rubric that lints, holds its examples, and grades the submission beside it', async () => {
    const home = join(folder, 'new');
    expect((await rederive(['init', home])).status).toBe(0);
    const started = join(home, 'rubric.yaml');
    expect((await rederive(['lint', started])).status).toBe(0);
    expect((await rederive(['test', started])).status).toBe(0);
    const { status, out } = await rederive(['grade', started, join(home, 'submissions'), '--fail-under', '5']);
    expect(out).toContain('5 of 5 points; 5 correct');
    expect(status).toBe(0);
  });

  it('writes the schema that the first line of the rubric names for editors', async () => {
    const home = join(folder, 'schema');
    await rederive(['init', home]);
    const named = /\$schema=(\S+)/.exec(readFileSync(join(home, 'rubric.yaml'), 'utf8'))?.[1] ?? '';
    const schema = JSON.parse(readFileSync(join(home, named), 'utf8'));
    expect(schema.properties.sections).toBeDefined();
  });

  it('overwrites nothing', async () => {
    const home = join(folder, 'taken');
    await rederive(['init', home]);
    const mine = put(home, 'rubric.yaml', 'mine');
    const { status, err } = await rederive(['init', home]);
    expect([status, readFileSync(mine, 'utf8'), existsSync(mine)]).toEqual([2, 'mine', true]);
    expect(err).toContain('is there already');
  });
});
