/** The command line as it is installed: built, and in a process of its own. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { built, run } from '../action/bundle.ts';
import { put, rightWork, rubricText, scratch } from './run.ts';

const folder = scratch();

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
});
