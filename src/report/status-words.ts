import type { Status } from './shown.ts';

interface StatusWords {
  /** A sign beside the word, never instead of it. */
  readonly sign: string;
  readonly word: string;
  /** What it means for the points, for a legend. */
  readonly meaning: string;
}

/** How every report names the verdicts. */
export const statusWords: Readonly<Record<Status, StatusWords>> = {
  correct: { sign: '✓', word: 'correct', meaning: 'Right, within the tolerance the assignment asks for.' },
  carried: {
    sign: '↪',
    word: 'carried',
    meaning: 'Right, given an earlier value of your own that is not: a part of the points.',
  },
  wrong: { sign: '✗', word: 'wrong', meaning: 'Certainly outside the tolerance.' },
  missing: { sign: '–', word: 'missing', meaning: 'Nothing in the submission answers this.' },
  unreadable: {
    sign: '?',
    word: 'unreadable',
    meaning: 'Something stands there that could not be read: a person decides, and no points are lost yet.',
  },
  review: { sign: '…', word: 'review', meaning: 'A person decides, and no points are lost yet.' },
  answered: { sign: '•', word: 'answered', meaning: 'Something in the submission answers this.' },
};
