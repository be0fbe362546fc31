import { type Intake, takeIn, takeOne } from '../intake/intake.ts';
import type { Submission } from '../model/submission.ts';
import { Unusable } from './unusable.ts';

/** Throws Unusable where a path is wrong or nothing is there. */
const usable = (intake: Intake, paths: readonly string[]): Intake => {
  const { submissions, notices } = intake;
  const gone = notices.some(({ severity }) => severity === 'error');
  if (gone) throw new Unusable('not everything could be taken in; mend the paths above and run again', notices);
  if (submissions.length > 0) return intake;
  throw new Unusable(`nothing to grade in ${paths.join(', ')}; give files or folders that students handed in`, notices);
};

/** The submissions under some paths, and what had to be refused. Throws Unusable where a path is wrong or nothing is there. */
export const submissionsIn = async (paths: readonly string[], folders?: 'class' | 'student'): Promise<Intake> =>
  usable(await takeIn(paths, folders), paths);

/** The one submission at a path: a file, or a folder whose files belong together. Throws Unusable as `submissionsIn` does. */
export const submissionAt = async (path: string): Promise<{ readonly submission: Submission } & Intake> => {
  const intake = usable(await takeOne(path), [path]);
  const [submission] = intake.submissions;
  if (!submission?.files.length)
    throw new Unusable(`nothing to check in ${path}; give a file, or the folder it is in`, intake.notices);
  return { submission, ...intake };
};
