import { readRubric } from '../../batch/rubric-file.ts';
import { lintJudging } from '../../judge/lint/lint-judging.ts';
import type { Notice } from '../../model/notice.ts';
import type { Rubric } from '../../model/rubric.ts';
import { complaint } from '../../report/complaint.ts';
import { coloured, plain } from '../../report/text/paint.ts';
import { lint as lintItems } from '../../rubric/lint.ts';
import { solve } from '../../solve/solve.ts';
import type { AddCommand } from '../door.ts';
import { exit } from '../exit-status.ts';

const details = `Tells every mistake in a rubric with file, line and column, and what was expected there.
Warns of items that no answer can reach, that overlap or are worth nothing, and of misconceptions
that would pass.`;

const isError = ({ severity }: Notice): boolean => severity === 'error';

/** What is no mistake in form, but probably one in meaning; asked only of a rubric without mistakes. */
const doubts = (rubric: Rubric): readonly Notice[] => [...lintItems(rubric), ...lintJudging(rubric, solve(rubric))];

const byLine = (a: Notice, b: Notice): number => (a.place?.line ?? 0) - (b.place?.line ?? 0);

const some = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

const count = (n: number, word: string): string => (n === 0 ? '' : `, ${some(n, word)}`);

const summary = (path: string, { items, sections }: Rubric, notices: readonly Notice[]): string => {
  const of = (severity: Notice['severity']): number => notices.filter((one) => one.severity === severity).length;
  const found = `${count(of('warning'), 'warning')}${count(of('note'), 'note')}`;
  return `${path}: ${some(items.length, 'item')} in ${some(sections.length, 'section')}, no errors${found}`;
};

/** `rederive lint RUBRIC` */
export const lint: AddCommand = (program, { terminal, settle }) => {
  program
    .command('lint')
    .summary('check a rubric: every mistake with its line, and what was expected')
    .description(details)
    .argument('<rubric>', 'the rubric, a YAML file')
    .action(async (path: string) => {
      const { rubric, notices, sources } = await readRubric(path);
      const isSound = rubric !== undefined && !notices.some(isError);
      const all = isSound ? [...notices, ...doubts(rubric)].sort(byLine) : notices;
      const paint = terminal.colours ? coloured : plain;
      for (const notice of all) terminal.out(`${complaint(notice, sources, paint)}\n`);
      if (!isSound) return settle(exit.unusable);
      terminal.out(`${summary(path, rubric, all)}\n`);
    });
};
