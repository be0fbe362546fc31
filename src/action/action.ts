import { join } from 'node:path';
import * as core from '@actions/core';
import { gradeAll } from '../batch/grade-all.ts';
import { openReports } from '../batch/reports.ts';
import { usableRubric } from '../batch/rubric-file.ts';
import { submissionsIn } from '../batch/submissions.ts';
import { Unusable } from '../batch/unusable.ts';
import { add, compare, type Exact, zero } from '../math/number/exact.ts';
import type { Grade } from '../model/grade.ts';
import { amount } from '../report/amount.ts';
import { annotations } from '../report/annotations.ts';
import { github } from '../report/github.ts';
import { type ShownGrade, shownTo } from '../report/shown.ts';
import { annotate, annotateNotice } from './annotate.ts';
import { readInputs } from './inputs.ts';

const total = (amounts: readonly Exact[]): string => amount(amounts.reduce(add, zero));

/** Where each student's files stand, so that a remark lands beside them. */
type Folders = ReadonlyMap<string, string | undefined>;

/** What students may not see never enters the workflow's log, summary or artefacts: only `shown` grades get here. */
const publish = async (shown: readonly ShownGrade[], folders: Folders, results: string): Promise<void> => {
  for (const annotation of annotations(shown)) annotate(annotation, folders.get(annotation.student));
  if (process.env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(github.report(shown), true).write();
  core.setOutput('results', results);
  const points = shown.flatMap((grade) =>
    grade.points === undefined || grade.failure !== undefined ? [] : [grade.points],
  );
  core.setOutput('points', points.length === 0 ? '' : total(points));
  core.setOutput('max', total(shown.map(({ max }) => max)));
};

const failures = (grades: readonly Grade[], limit: Exact | undefined): string[] => [
  ...grades.flatMap(({ student, failure }) => (failure === undefined ? [] : [`${student}: ${failure}`])),
  ...grades
    .filter(({ points, failure }) => limit !== undefined && failure === undefined && compare(points, limit) < 0)
    .map(({ student }) => `${student} is under the points asked for`),
];

const gradeEverything = async (): Promise<void> => {
  const inputs = readInputs();
  const rubric = await usableRubric(inputs.rubric);
  const { submissions, notices } = await submissionsIn(inputs.submissions);
  for (const notice of notices) annotateNotice(notice);
  const reports = await openReports(inputs.out, { pages: rubric.students, records: rubric.students });
  const grades: Grade[] = [];
  for await (const grade of gradeAll(rubric, submissions)) {
    await reports.add(grade);
    grades.push({ ...grade, sources: [] });
  }
  await reports.finish();
  await publish(
    grades.map((grade) => shownTo(rubric.students, grade)),
    new Map(submissions.map(({ student, folder }) => [student, folder])),
    join(inputs.out, 'results.jsonl'),
  );
  for (const failure of failures(grades, inputs.failUnder)) core.setFailed(failure);
};

/** Runs the Action; what stopped it is an error of the step, at its line where it has one. */
export const runAction = async (): Promise<number> => {
  try {
    await gradeEverything();
  } catch (error) {
    if (error instanceof Unusable) for (const notice of error.notices) annotateNotice(notice);
    core.setFailed(error instanceof Error ? error.message : String(error));
  }
  return Number(process.exitCode ?? 0);
};
