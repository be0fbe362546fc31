import { readRubric, usableRubric } from '../../batch/rubric-file.ts';
import { grade } from '../../grade.ts';
import type { Notice } from '../../model/notice.ts';
import type { Example, Rubric } from '../../model/rubric.ts';
import { complaint } from '../../report/complaint.ts';
import { coloured, plain } from '../../report/text/paint.ts';
import { answerSheet } from '../answer-sheet.ts';
import type { AddCommand } from '../door.ts';
import { exit } from '../exit-status.ts';

const details = `Grades the rubric's own examples and compares each verdict with the one expected.
Exit status 1 where one differs.`;

/** What an example got in place of what it expects. */
const differences = async (rubric: Rubric, { answer, expect, place }: Example): Promise<Notice[]> => {
  const { items } = await grade(rubric, answerSheet(answer));
  const verdicts = new Map(items.map(({ item, verdict }) => [item.id, verdict]));
  return Object.entries(expect)
    .filter(([id, verdict]) => verdicts.get(id) !== verdict)
    .map(([id, verdict]) => {
      const given = answer[id] === undefined ? 'without an answer' : `answered “${answer[id]}”`;
      const message = `${id}, ${given}, is ${verdicts.get(id)}; the example expects ${verdict}.`;
      return { id: 'rubric/example', severity: 'error', message, place };
    });
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
      let held = 0;
      for (const example of rubric.examples) {
        const differs = await differences(rubric, example);
        if (differs.length === 0) held += 1;
        for (const notice of differs)
          terminal.out(`${complaint(notice, sources, terminal.colours ? coloured : plain)}\n`);
      }
      terminal.out(`${path}: ${held} of ${rubric.examples.length} examples hold\n`);
      settle(held === rubric.examples.length ? exit.done : exit.failed);
    });
};
