import { takeIn } from '../intake/intake.ts';
import type { Notice } from '../model/notice.ts';
import type { Submission } from '../model/submission.ts';
import { Unusable } from './unusable.ts';

/** The submissions under some paths, and what had to be refused. Throws Unusable where a path is wrong or nothing is there. */
export const submissionsIn = async (
  paths: readonly string[],
): Promise<{ readonly submissions: readonly Submission[]; readonly notices: readonly Notice[] }> => {
  const { submissions, notices } = await takeIn(paths);
  const gone = notices.some(({ severity }) => severity === 'error');
  if (submissions.length > 0 && !gone) return { submissions, notices };
  if (gone) throw new Unusable('not everything could be taken in; mend the paths above and run again', notices);
  throw new Unusable(`nothing to grade in ${paths.join(', ')}; give files or folders that students handed in`, notices);
};
