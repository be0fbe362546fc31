import { usableRubric } from '../../batch/rubric-file.ts';
import { submissionAt } from '../../batch/submissions.ts';
import { grade } from '../../grade.ts';
import { complaint } from '../../report/complaint.ts';
import { type ShownGrade, type ShownItem, shownTo } from '../../report/shown.ts';
import { coloured, plain } from '../../report/text/paint.ts';
import { textWith } from '../../report/text/text.ts';
import type { AddCommand } from '../door.ts';
import { type ExitStatus, exit } from '../exit-status.ts';
import type { Terminal } from '../terminal.ts';

const details = `Shows what was found for each item, where it stands, and what the rubric lets students see of the verdicts.
Exit status 1 where something is to be mended: an answer that is wrong, missing or cannot be read.`;

/** What a student can mend before handing in. Told from what is shown alone: the status gives no hidden verdict away. */
const toMend = ({ status }: ShownItem): boolean =>
  status === 'wrong' || status === 'carried' || status === 'missing' || status === 'unreadable';

const statusOf = (shown: ShownGrade): ExitStatus =>
  shown.failure === undefined && !shown.items.some(toMend) ? exit.done : exit.failed;

/** The lines of the source that need another look, each with a caret under the answer. */
const excerpts = (shown: ShownGrade, terminal: Terminal): string =>
  shown.items
    .filter((item) => toMend(item) && item.place)
    .map((item) => {
      const place = item.broken?.place ?? item.place;
      const notice = {
        id: item.id,
        severity: 'note',
        message: `${item.id} is ${item.status}`,
        ...(place ? { place } : {}),
      } as const;
      return `${complaint(notice, shown.sources, terminal.colours ? coloured : plain)}\n`;
    })
    .join('');

/** `rederive check RUBRIC FILE` */
export const check: AddCommand = (program, { terminal, settle }) => {
  program
    .command('check')
    .summary('look at one submission as its student may see it')
    .description(details)
    .argument('<rubric>', 'the rubric, a YAML file')
    .argument('<submission>', 'a file, or a folder whose files belong together')
    .action(async (path: string, file: string) => {
      const rubric = await usableRubric(path);
      const { submission, notices } = await submissionAt(file);
      for (const notice of notices) terminal.err(`${complaint(notice)}\n`);
      const shown = shownTo(rubric.students, await grade(rubric, submission));
      terminal.out(`${textWith(terminal.colours ? coloured : plain).report([shown])}\n${excerpts(shown, terminal)}`);
      settle(statusOf(shown));
    });
};
