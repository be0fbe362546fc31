import type { ShownGrade } from './shown.ts';

/** Grades in, one file's text out. A reporter sees only what its audience may see. */
export interface Reporter {
  /** `json-lines`; on the command line and in messages. */
  readonly name: string;
  /** The file it makes: `results.jsonl`; with `each`, one file a submission and this its ending. */
  readonly file: string;
  readonly each: boolean;
  readonly report: (grades: readonly ShownGrade[]) => string;
}
