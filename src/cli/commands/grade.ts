import { Option } from 'commander';
import { gradeAll } from '../../batch/grade-all.ts';
import { openReports, type Readers } from '../../batch/reports.ts';
import { usableRubric } from '../../batch/rubric-file.ts';
import { submissionsIn } from '../../batch/submissions.ts';
import { compare, type Exact } from '../../math/number/exact.ts';
import type { Grade } from '../../model/grade.ts';
import type { Audience, Rubric } from '../../model/rubric.ts';
import type { Submission } from '../../model/submission.ts';
import { amount } from '../../report/amount.ts';
import { complaint } from '../../report/complaint.ts';
import { shownTo } from '../../report/shown.ts';
import { coloured, plain } from '../../report/text/paint.ts';
import { textWith } from '../../report/text/text.ts';
import { visible } from '../../report/visible.ts';
import type { AddCommand } from '../door.ts';
import { type ExitStatus, exit } from '../exit-status.ts';
import { pointCount } from '../numbers.ts';
import { progress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';

const readersOf = (rubric: Rubric, options: GradeOptions): Readers => ({
  pages: options.show ?? rubric.students,
  records: 'full',
});

interface GradeOptions {
  readonly out?: string;
  readonly failUnder?: Exact;
  readonly quiet?: boolean;
  readonly together?: boolean;
  readonly show?: Audience;
}

const details = `Reads each submission, re-derives every answer the rubric asks for, and writes a table to the terminal.
A file is one submission; a folder is a class, with a submission for each file or folder in it, unless --together says
that each path is one student's work. What a file inputs or shows, and files of one name, belong to it.
With --out it also writes results.jsonl, summary.json, grades.csv, report.txt and a page for each submission.`;

/** What the run was, in one line. */
const totals = (grades: readonly Grade[]): string => {
  const failed = grades.filter((grade) => grade.failure !== undefined).length;
  const open = grades.filter((grade) => grade.items.some((item) => item.open)).length;
  const parts = [
    `${grades.length - failed} graded`,
    ...(failed > 0 ? [`${failed} not gradable`] : []),
    ...(open > 0 ? [`${open} with something for a person to decide`] : []),
  ];
  return parts.join(', ');
};

/** How a folder of several loose works was taken: it may have been meant as one student's. */
const takenAs = (submissions: readonly Submission[]): string => {
  const [first] = submissions;
  const isLoose = (one: Submission): boolean => one.folder === first?.folder && one.files.length > 0;
  if (!first?.folder || submissions.length < 2 || !submissions.every(isLoose)) return '';
  const names = submissions.map(({ files }) => visible(files[0]?.name ?? '')).slice(0, 3);
  const listed = submissions.length > names.length ? `${names.join(', ')}, …` : names.join(', ');
  return `a class of ${submissions.length}, a submission a file (${listed}); for one student's files: --together\n\n`;
};

const below = (limit: Exact | undefined, grades: readonly Grade[]): readonly Grade[] =>
  limit === undefined ? [] : grades.filter((grade) => grade.failure === undefined && compare(grade.points, limit) < 0);

/** A submission nobody could grade must not look like success, and one poor mark not like a failure nobody asked for. */
const statusOf = (grades: readonly Grade[], low: readonly Grade[]): ExitStatus => {
  if (low.length > 0) return exit.failed;
  return grades.every((grade) => grade.failure !== undefined) ? exit.unusable : exit.done;
};

const run = async (
  path: string,
  paths: readonly string[],
  options: GradeOptions,
  terminal: Terminal,
): Promise<ExitStatus> => {
  const rubric = await usableRubric(path);
  const { submissions, notices } = await submissionsIn(paths, options.together ? 'student' : 'class');
  for (const notice of notices) terminal.err(`${complaint(notice)}\n`);
  const reports = options.out === undefined ? undefined : await openReports(options.out, readersOf(rubric, options));
  const table = textWith(terminal.colours ? coloured : plain);
  if (!options.quiet && paths.length === 1) terminal.out(takenAs(submissions));
  const line = progress(terminal, submissions.length);
  const grades: Grade[] = [];
  for await (const grade of gradeAll(rubric, submissions)) {
    line.step(grade.student);
    await reports?.add(grade);
    if (!options.quiet) terminal.out(`${table.report([shownTo('full', grade)])}\n`);
    grades.push({ ...grade, sources: [] });
  }
  line.end();
  await reports?.finish();
  const low = below(options.failUnder, grades);
  terminal.out(`${totals(grades)}${options.out === undefined ? '' : `; reports in ${options.out}`}\n`);
  if (options.failUnder && low.length > 0)
    terminal.err(
      `rederive: under ${amount(options.failUnder)} points: ${low.map(({ student }) => visible(student)).join(', ')}\n`,
    );
  return statusOf(grades, low);
};

/** `rederive grade RUBRIC SUBMISSIONS… --out DIR` */
export const grade: AddCommand = (program, { terminal, settle }) => {
  program
    .command('grade')
    .summary('grade submissions by a rubric')
    .description(details)
    .argument('<rubric>', 'the rubric, a YAML file')
    .argument('<submissions...>', 'files, folders, or folders of them')
    .option('-o, --out <dir>', 'write the reports into this folder')
    .option('--fail-under <points>', 'exit with status 1 where a submission earns less', pointCount)
    .option('--together', 'each folder is one student’s work, not a class')
    .option('-q, --quiet', 'only the line of totals')
    .addOption(
      new Option('--show <how much>', 'what the pages show, in place of the rubric’s `students`').choices([
        'presence',
        'verdicts',
        'hints',
        'full',
      ]),
    )
    .action(async (path: string, paths: string[], options: GradeOptions) => {
      settle(await run(path, paths, options, terminal));
    });
};
