/** What a class may hand in: each gets its verdicts or a clear word, and nobody else is hurt by it. */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { put, rederive, rightWork, rubricText, scratch } from './run.ts';

const folder = scratch();
const work = join(folder, 'class');
const reports = join(folder, 'reports');

const noise = (length: number): string => {
  let state = 12345;
  return Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return String.fromCharCode(state % 256);
  }).join('');
};

const handedIn: Readonly<Record<string, string>> = {
  'empty.md': '',
  'noise.bin': noise(50_000),
  'braces.tex': '{'.repeat(100_000),
  'bomb.tex': '\\def\\a{\\a\\a}\\a $x_1 = \\a$',
  'tower.md': '# Gradient descent\n\n$x_1 = 9^{9^{9^{9}}}$\n\n$x_2 = 1.28$\n',
  'dollars.md': '$'.repeat(20_000),
  'script.md': '# Gradient descent <script>alert(1)</script>\n\n$x_1 = 1.60$ <img src=x onerror=alert(1)>\n',
  'good.md': rightWork,
};

interface Line {
  readonly student: string;
  readonly points: number;
  readonly items: readonly { readonly id: string; readonly verdict: string }[];
  readonly failure?: string;
}

let lines: ReadonlyMap<string, Line> = new Map();

beforeAll(async () => {
  mkdirSync(work);
  for (const [name, text] of Object.entries(handedIn)) put(work, name, text);
  symlinkSync('/etc/hostname', join(work, 'link.md'));
  const rubric = put(folder, 'rubric.yaml', rubricText());
  const { status, err } = await rederive(['grade', rubric, work, '--out', reports, '--quiet']);
  expect(status).toBe(0);
  expect(err).toContain('link.md');
  const text = readFileSync(join(reports, 'results.jsonl'), 'utf8').trimEnd();
  lines = new Map(text.split('\n').map((line) => [JSON.parse(line).student, JSON.parse(line)]));
});

describe('a class with bad input in it', () => {
  it('loses nobody, and fails on nobody', () => {
    const students = Object.keys(handedIn).map((name) => name.replace(/\.\w+$/, ''));
    expect([...lines.keys()].sort()).toEqual(students.sort());
    expect([...lines.values()].filter(({ failure }) => failure !== undefined)).toEqual([]);
  });

  it('grades the others', () => {
    expect(lines.get('good')?.points).toBe(3);
    const tower = lines.get('tower')?.items.map(({ verdict }) => verdict);
    expect(tower?.[0]).not.toBe('correct');
    expect(tower?.[1]).toBe('correct');
  });

  it('shows what attacks and runs none of it', () => {
    const page = readFileSync(join(reports, 'script.html'), 'utf8');
    expect(page).not.toMatch(/<script|<img/i);
  });
});

describe('a rubric with a mistake in it', () => {
  it.each([
    ['an unknown key', rubricText().replace('heading:', 'haeding:'), /haeding/],
    ['an undefined symbol', rubricText().replace('ask: x_2', 'ask: z_2'), /z_2/],
    ['no YAML at all', '{{{', /error/],
    ['a bomb of aliases', `a: &a [x, x]\n${'b: &b [*a, *a, *a]\n'.repeat(3)}`, /error/],
  ])('stops the run before any grading: %s', async (_, text, said) => {
    const out = join(folder, 'never');
    const { status, err } = await rederive(['grade', put(folder, 'broken.yaml', text), work, '--out', out]);
    expect(status).toBe(2);
    expect(err).toMatch(said);
    expect(err).toMatch(/broken\.yaml:\d+:\d+: error: /);
  });
});
