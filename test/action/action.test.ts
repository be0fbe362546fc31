import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { put, rightWork, rubricText, scratch, wrongWork } from '../cli/run.ts';
import { built, type Ended, run } from './bundle.ts';

const folder = scratch();
const work = join(folder, 'class');
mkdirSync(work);
put(work, 'ada.md', rightWork);
put(work, 'bo.md', wrongWork);
put(
  work,
  'eve.md',
  '# Gradient descent %0A::error::x\n\n$x_1 = \\text{::error file=a::b}$\n\n$x_2 = 1.93$ ::warning::y\n',
);

let script = '';
beforeAll(async () => {
  script = await built('action', 'src/action/main.ts');
});

interface Step extends Ended {
  readonly outputs: string;
  readonly summary: string;
}

let steps = 0;

/** Runs the Action as a step of a workflow does: inputs and files by environment. */
const step = (inputs: Record<string, string>): Step => {
  steps += 1;
  const outputs = put(folder, `outputs-${steps}`, '');
  const summary = put(folder, `summary-${steps}`, '');
  const ended = run(script, [], {
    GITHUB_OUTPUT: outputs,
    GITHUB_STEP_SUMMARY: summary,
    INPUT_OUT: join(folder, `reports-${steps}`),
    ...inputs,
  });
  return { ...ended, outputs: readFileSync(outputs, 'utf8'), summary: readFileSync(summary, 'utf8') };
};

const rubric = (students: string): string => put(folder, `${students}.yaml`, rubricText(students));

/** The value of an output, in the form GitHub reads: `name<<delimiter`, value, delimiter. */
const output = ({ outputs }: Step, name: string): string | undefined =>
  new RegExp(`^${name}<<(.*)\\n([\\s\\S]*?)\\n\\1$`, 'm').exec(outputs)?.[2];

describe('the Action', () => {
  it('sets points, max and results, annotates the wrong lines, and writes a summary', () => {
    const done = step({ INPUT_RUBRIC: rubric('full'), INPUT_SUBMISSIONS: `${work}/ada.md\n${work}/bo.md` });
    expect(done.status).toBe(0);
    expect([output(done, 'points'), output(done, 'max')]).toEqual(['4', '6']);
    expect(
      readFileSync(output(done, 'results') ?? '', 'utf8')
        .trimEnd()
        .split('\n'),
    ).toHaveLength(2);
    expect(done.out).toMatch(/^::error title=x2%3A wrong,file=.*bo\.md,line=5,col=\d+::/m);
    expect(done.summary).toContain('| ada | 3 of 3 | 2 correct |');
    expect(done.summary).toContain('| bo | 1 of 3 | 1 correct&#44; 1 wrong |');
  });

  it('fails the step where a submission earns too little', () => {
    const low = step({ INPUT_RUBRIC: rubric('full'), INPUT_SUBMISSIONS: work, INPUT_FAIL_UNDER: '3' });
    expect(low.status).toBe(1);
    expect(low.out).toContain('::error::bo is under the points asked for');
    expect(output(low, 'points')).toBeDefined();
  });

  it('publishes nothing that students may not see', () => {
    const done = step({ INPUT_RUBRIC: rubric('hints'), INPUT_SUBMISSIONS: `${work}/bo.md` });
    const results = readFileSync(output(done, 'results') ?? '', 'utf8');
    expect(done.out + done.summary + results).not.toContain('1.28');
  });

  it('lets no student write a workflow command', () => {
    const done = step({ INPUT_RUBRIC: rubric('full'), INPUT_SUBMISSIONS: `${work}/eve.md` });
    const commands = done.out.split('\n').filter((line) => line.startsWith('::'));
    expect(commands.every((line) => /^::(error|warning|notice) title=x[12]%3A /.test(line))).toBe(true);
    expect(done.out.split('\n').filter((line) => line !== '')).toEqual(commands);
  });

  it('tells a broken rubric at its line', () => {
    const broken = put(folder, 'broken.yaml', rubricText().replace('points: 2', 'pionts: 2'));
    const failed = step({ INPUT_RUBRIC: broken, INPUT_SUBMISSIONS: work });
    expect(failed.status).toBe(1);
    expect(failed.out).toMatch(/^::error file=.*broken\.yaml,line=16,col=\d+::.*points/m);
    expect(failed.outputs).toBe('');
  });

  it('says which input is missing', () => {
    expect(step({ INPUT_RUBRIC: rubric('full') }).out).toContain('the inputs rubric and submissions are both needed');
  });
});
