import { readClaims } from './claims/claims.ts';
import { judge } from './judge/judge.ts';
import { unknownItems } from './judge/unknown-items.ts';
import type { Vocabulary } from './model/claim.ts';
import type { Grade } from './model/grade.ts';
import type { Rubric, RubricSection } from './model/rubric.ts';
import type { Submission } from './model/submission.ts';
import type { World } from './model/world.ts';
import { readSubmission } from './read/read.ts';
import { vocabularyOf } from './rubric/words.ts';
import { score } from './score/score.ts';
import { solve } from './solve/solve.ts';

/** The worlds of a rubric and its words, worked out once for a whole class. */
interface Assignment {
  readonly worldOf: (section: RubricSection) => World;
  readonly vocabulary: Vocabulary;
}

const assignments = new WeakMap<Rubric, Assignment>();

const assignmentOf = (rubric: Rubric): Assignment => {
  const known = assignments.get(rubric);
  if (known) return known;
  const assignment = { worldOf: solve(rubric), vocabulary: vocabularyOf(rubric) };
  assignments.set(rubric, assignment);
  return assignment;
};

/**
 * Grades one submission: read → claims → solve → judge → score. Pure: the same submission and rubric give the same
 * grade on every machine. Nothing a student writes makes it throw; what throws is a fault of ours.
 */
export const grade = async (rubric: Rubric, submission: Submission): Promise<Grade> => {
  const { worldOf, vocabulary } = assignmentOf(rubric);
  const document = await readSubmission(submission);
  const { claims, notices } = readClaims(document, vocabulary);
  const verdicts = judge(rubric, document, claims, worldOf);
  return {
    student: submission.student,
    files: submission.files.map(({ name }) => name),
    rubric,
    ...score(rubric, verdicts),
    notices: [...document.notices, ...notices, ...unknownItems(rubric, claims)],
    sources: document.sources,
  };
};
