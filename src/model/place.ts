/** A range in one file of a submission: UTF-16 offsets into its text, `start` included, `end` not. */
export interface Range {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Where a person looks: lines and columns from 1. A notebook adds its cell (from 1), a PDF its page (from 1). */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly cell?: number;
  readonly page?: number;
}
