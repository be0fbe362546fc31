import type { Status } from './shown.ts';

interface StatusWords {
  /** A sign beside the word, never instead of it. */
  readonly sign: string;
  readonly word: string;
  /** What it means for the points, for a legend. */
  readonly meaning: string;
}

/** How every report names the verdicts (DESIGN.md section 4). */
export const statusWords: Readonly<Record<Status, StatusWords>> = {
  correct: { sign: '✓', word: 'correct', meaning: 'holds within the tolerance asked for' },
  carried: { sign: '↪', word: 'carried', meaning: 'right, given an earlier value of your own' },
  wrong: { sign: '✗', word: 'wrong', meaning: 'certainly outside the tolerance' },
  missing: { sign: '–', word: 'missing', meaning: 'nothing in the submission answers this' },
  unreadable: { sign: '?', word: 'unreadable', meaning: 'could not be read; a person decides, no points are lost yet' },
  review: { sign: '…', word: 'review', meaning: 'a person decides; no points are lost yet' },
  answered: { sign: '•', word: 'answered', meaning: 'something answers this item' },
};
