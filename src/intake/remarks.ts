import type { Notice } from '../model/notice.ts';
import { intakeLimits } from './limits.ts';

const sentences = {
  'not-found': ['error', 'There is no file or folder of this name.'],
  'not-readable': ['error', 'The file or folder could not be opened; it was passed over.'],
  lost: [
    'warning',
    'The file or folder could not be opened; its student goes to a person for what it may hold, the others are graded.',
  ],
  symlink: ['warning', 'A symbolic link is not followed: it may lead out of what was handed in.'],
  'not-a-file': ['warning', 'This is neither a file nor a folder; it was passed over.'],
  'empty-folder': ['warning', 'The folder holds nothing to read.'],
  'too-many-entries': [
    'warning',
    `More than ${intakeLimits.entries} files in one submission, or folders deeper than ${intakeLimits.depth}; the rest was passed over.`,
  ],
  'too-many-submissions': ['error', `More than ${intakeLimits.submissions} submissions; the rest was passed over.`],
} as const satisfies Record<string, readonly [Notice['severity'], string]>;

/** The notice about a path; its id is `intake/` and the name. */
export const remark = (name: keyof typeof sentences, path: string): Notice => {
  const [severity, message] = sentences[name];
  return { id: `intake/${name}`, severity, message, place: { file: path, line: 1, column: 1 } };
};
