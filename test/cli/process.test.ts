/** The command line as it is installed: built, and in a process of its own. */
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { built, run } from '../action/bundle.ts';
import { put, rightWork, rubricText, scratch } from './run.ts';

const folder = scratch();

/** Whoever may open everything runs the program as somebody who may not. */
const asNobody = process.getuid?.() === 0 ? { uid: 65534 } : {};

let script = '';
beforeAll(async () => {
  script = await built('cli', 'src/cli/main.ts');
});

describe('the built command line', () => {
  it('starts by itself', () => {
    expect(readFileSync(script, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('grades without colours into a pipe, and ends with its status', () => {
    const rubric = put(folder, 'rubric.yaml', rubricText());
    const graded = run(script, ['grade', rubric, put(folder, 'ada.md', rightWork)]);
    expect([graded.status, graded.err]).toEqual([0, '']);
    expect(graded.out).toContain('3 of 3 points');
    expect(graded.out).not.toContain('\u001b');
    expect(run(script, ['grade', rubric, folder, '--fail-under', 'x']).status).toBe(2);
  });

  it('loses nobody to a file that cannot be opened: its student goes to a person, the others are graded', ({
    skip,
  }) => {
    const rubric = put(folder, 'rubric.yaml', rubricText());
    const work = join(folder, 'class');
    mkdirSync(join(work, 'ada'), { recursive: true });
    put(work, 'zoe.md', rightWork);
    for (const path of [put(join(work, 'ada'), 'work.md', rightWork), put(work, 'bo.md', rightWork)])
      chmodSync(path, 0);
    chmodSync(folder, 0o755);
    if (run(script, ['--version'], {}, asNobody).status !== 0) skip('that user cannot read this folder');
    const { status, out, err } = run(script, ['grade', rubric, work], {}, asNobody);
    expect(status).toBe(0);
    expect(out).toMatch(/^ada\n.*unreadable.*\n.*unreadable/ms);
    expect(out).toContain('3 of 3 points');
    expect(out).toMatch(/3 graded, 2 with something for a person to decide/);
    expect(err).toMatch(/bo\.md:1:1: warning: The file or folder could not be opened/);
  });
});
