import { grade as gradeOne } from '../grade.ts';
import { zero } from '../math/number/exact.ts';
import type { Grade } from '../model/grade.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Submission } from '../model/submission.ts';
import { score } from '../score/score.ts';

/** The most there is to earn: what a grade says of a submission that has no verdicts. */
const most = (rubric: Rubric): Grade['max'] =>
  score(
    rubric,
    rubric.items.map((item) => ({ item, verdict: 'missing', findings: [] })),
  ).max;

/** A submission that our own mistake stopped: no verdicts, no points, and why. It is counted apart, never a zero. */
const ungraded = (rubric: Rubric, submission: Submission, error: unknown): Grade => ({
  student: submission.student,
  files: submission.files.map(({ name }) => name),
  rubric,
  items: [],
  sections: [],
  points: zero,
  max: most(rubric),
  open: zero,
  notices: [],
  failure: `This submission could not be graded: ${error instanceof Error ? error.message : String(error)}`,
});

/** Grades a class, one after another in the order given. What stops one submission stops only that one. */
export async function* gradeAll(
  rubric: Rubric,
  submissions: Iterable<Submission> | AsyncIterable<Submission>,
  grade: typeof gradeOne = gradeOne,
): AsyncGenerator<Grade> {
  for await (const submission of submissions) {
    try {
      yield await grade(rubric, submission);
    } catch (error) {
      yield ungraded(rubric, submission, error);
    }
  }
}
