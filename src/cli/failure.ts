import type { SourceText } from '../model/document.ts';
import type { Notice } from '../model/notice.ts';

/** What can end a command (DESIGN.md section 5). */
export const exit = { done: 0, failed: 1, unusable: 2 } as const;

export type ExitStatus = (typeof exit)[keyof typeof exit];

/** Bad usage, or a rubric or input that cannot be graded at all: the sentence says what to do. Exit status 2. */
export class Unusable extends Error {
  readonly notices: readonly Notice[];
  readonly sources: readonly SourceText[];

  constructor(message: string, notices: readonly Notice[] = [], sources: readonly SourceText[] = []) {
    super(message);
    this.notices = notices;
    this.sources = sources;
  }
}
