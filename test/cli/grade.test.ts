import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put, rederive, rightWork, rubricText, scratch, wrongWork } from './run.ts';

const folder = scratch();
const rubric = put(folder, 'rubric.yaml', rubricText());
const work = join(folder, 'class');
mkdirSync(work);
put(work, 'ada.md', rightWork);
put(work, 'bo.md', wrongWork);

const lines = (path: string): { student: string; points: number; max: number }[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('rederive grade', () => {
  it('writes a table a submission and a line of totals', async () => {
    const { status, out, err } = await rederive(['grade', rubric, work]);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('x2    ✓ correct  2 of 2  1.28');
    expect(out).toContain('3 of 3 points; 2 correct');
    expect(out).toContain('1 of 3 points; 1 correct, 1 wrong');
    expect(out.trimEnd().split('\n').at(-1)).toBe('2 graded');
  });

  it('writes the reports, the same bytes every time', async () => {
    const [first, second] = [join(folder, 'one'), join(folder, 'two')];
    for (const out of [first, second]) expect((await rederive(['grade', rubric, work, '--out', out])).status).toBe(0);
    expect(readdirSync(first).sort()).toEqual([
      'ada.html',
      'bo.html',
      'grades.csv',
      'report.txt',
      'results.jsonl',
      'summary.json',
    ]);
    expect(lines(join(first, 'results.jsonl')).map(({ student, points, max }) => [student, points, max])).toEqual([
      ['ada', 3, 3],
      ['bo', 1, 3],
    ]);
    for (const name of readdirSync(first))
      expect(readFileSync(join(second, name), 'utf8')).toBe(readFileSync(join(first, name), 'utf8'));
  });

  it('says only the totals when asked to be quiet', async () => {
    const { out } = await rederive(['grade', rubric, work, '--quiet']);
    expect(out).toBe('2 graded\n');
  });

  it('fails with status 1, by name, where a submission earns too little', async () => {
    const low = await rederive(['grade', rubric, work, '--quiet', '--fail-under', '3']);
    expect([low.status, low.err]).toEqual([1, 'rederive: under 3 points: bo\n']);
    expect((await rederive(['grade', rubric, work, '--quiet', '--fail-under', '1'])).status).toBe(0);
  });

  it('says how a folder of loose files was taken, and takes it as one student’s work when told to', async () => {
    const { out } = await rederive(['grade', rubric, work]);
    expect(out).toContain("a class of 2, a submission a file (ada.md, bo.md); for one student's files: --together\n");
    const { out: one } = await rederive(['grade', rubric, work, '--together']);
    expect(one).not.toContain('a class of');
    expect(one.trimEnd().split('\n').at(-1)).toMatch(/^1 graded/);
  });

  it.skipIf(!existsSync('/proc/self'))('says that a folder cannot be made where none can be', async () => {
    const { status, err } = await rederive(['grade', rubric, work, '--quiet', '--out', '/proc/reports/here']);
    expect(status).toBe(2);
    expect(err).toMatch(/the reports cannot be written .*give another folder/);
  });

  it('tells of answers that are filed under no item of the assignment', async () => {
    const sheet = put(folder, 'sheet.yaml', 'x1: 1.60\nx22: 1.28\n');
    const { out } = await rederive(['grade', rubric, sheet]);
    expect(out).toMatch(/x2 +– missing/);
    expect(out).toContain('sheet.yaml:2:6: The assignment has no item `x22`; what the answer sheet gives for it');
  });

  it('grades nothing by half a rubric: line, column, what was expected, and status 2', async () => {
    const broken = put(folder, 'broken.yaml', rubricText().replace('points: 2', 'pionts: 2'));
    const out = join(folder, 'never');
    const { status, err, out: said } = await rederive(['grade', broken, work, '--out', out]);
    expect([status, said, existsSync(out)]).toEqual([2, '', false]);
    expect(err).toMatch(/broken\.yaml:16:\d+: error: .*points/);
    expect(err).toMatch(/\n +16 \| .*pionts: 2\}\n +\^\n/);
    expect(err).toContain('cannot be used until the errors above are mended');
  });

  it.each([
    ['a rubric that is not there', ['grade', 'nowhere.yaml', work], 'cannot read the rubric nowhere.yaml'],
    ['a submission that is not there', ['grade', rubric, join(work, 'nobody')], 'nobody'],
    ['no submission', ['grade', rubric], 'submissions'],
    ['points that are no number', ['grade', rubric, work, '--fail-under', 'all'], 'Give points, such as'],
    ['a command it does not know', ['gradee'], 'grade'],
  ])('ends with status 2 and a sentence for %s', async (_, argv, sentence) => {
    const { status, err } = await rederive(argv);
    expect(status).toBe(2);
    expect(err).toContain(sentence);
  });

  it('shows students what the rubric lets them see, and the record everything', async () => {
    const hidden = put(folder, 'hidden.yaml', rubricText('verdicts'));
    const out = join(folder, 'hidden');
    await rederive(['grade', hidden, work, '--out', out]);
    expect(readFileSync(join(out, 'bo.html'), 'utf8')).not.toContain('1.28');
    expect(readFileSync(join(out, 'results.jsonl'), 'utf8')).toContain('1.28');
    await rederive(['grade', hidden, work, '--out', out, '--show', 'full']);
    expect(readFileSync(join(out, 'bo.html'), 'utf8')).toContain('1.28');
  });
});
