import type { SourceText } from '../model/document.ts';
import type { Notice } from '../model/notice.ts';

/** A rubric or input that cannot be graded at all, or bad usage: the sentence says what to do. Exit status 2. */
export class Unusable extends Error {
  readonly notices: readonly Notice[];
  readonly sources: readonly SourceText[];

  constructor(message: string, notices: readonly Notice[] = [], sources: readonly SourceText[] = []) {
    super(message);
    this.notices = notices;
    this.sources = sources;
  }
}
