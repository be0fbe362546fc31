import { readRubric, usableRubric } from '../../batch/rubric-file.ts';
import { grade } from '../../grade.ts';
import type { ScoredVerdict } from '../../model/grade.ts';
import type { Notice } from '../../model/notice.ts';
import type { Example, Rubric } from '../../model/rubric.ts';
import { complaint } from '../../report/complaint.ts';
import { coloured, plain } from '../../report/text/paint.ts';
import { visible } from '../../report/visible.ts';
import { answerSheet } from '../answer-sheet.ts';
import type { AddCommand } from '../door.ts';
import { exit } from '../exit-status.ts';

const details = `Grades the rubric's own examples and compares each verdict with the one expected.
Exit status 1 where one differs.`;

/** Why the verdict is what it is: what was compared with what, and every finding. */
const reasons = ({ reference, reason, findings }: ScoredVerdict): readonly string[] => {
  const because = [
    ...(reason === undefined ? [] : [reason]),
    ...findings.map(({ id, message }) => `${id}: ${message}`),
  ];
  const against = reference === undefined ? [] : [`the reference is ${reference}`];
  return [...against, ...because];
};

const difference = (
  id: string,
  expected: string,
  got: ScoredVerdict | undefined,
  { answer, place }: Example,
): Notice => {
  const given = answer[id] === undefined ? 'without an answer' : `answered “${answer[id]}”`;
  const head = `${id}, ${given}, is ${got?.verdict}; the example expects ${expected}.`;
  return { id: 'rubric/example', severity: 'error', message: head, place };
};

/** What an example got in place of what it expects, each with the reasons. */
const differences = async (
  rubric: Rubric,
  example: Example,
): Promise<readonly (readonly [Notice, readonly string[]])[]> => {
  const { items } = await grade(rubric, answerSheet(example.answer));
  const verdicts = new Map(items.map((verdict) => [verdict.item.id, verdict]));
  return Object.entries(example.expect)
    .map(([id, expected]) => ({ id, expected, got: verdicts.get(id) }))
    .filter(({ expected, got }) => got?.verdict !== expected)
    .map(({ id, expected, got }) => [difference(id, expected, got, example), got ? reasons(got) : []]);
};

/** `rederive test RUBRIC` */
export const test: AddCommand = (program, { terminal, settle }) => {
  program
    .command('test')
    .summary('run the examples of a rubric')
    .description(details)
    .argument('<rubric>', 'the rubric, a YAML file')
    .action(async (path: string) => {
      const rubric = await usableRubric(path);
      const { sources } = await readRubric(path);
      const paint = terminal.colours ? coloured : plain;
      let held = 0;
      for (const example of rubric.examples) {
        const differs = await differences(rubric, example);
        if (differs.length === 0) held += 1;
        for (const [notice, why] of differs) {
          terminal.out(`${complaint(notice, sources, paint)}\n`);
          for (const line of why) terminal.out(`         ${visible(line)}\n`);
        }
      }
      terminal.out(`${path}: ${held} of ${rubric.examples.length} examples hold\n`);
      settle(held === rubric.examples.length ? exit.done : exit.failed);
    });
};
