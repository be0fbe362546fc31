/** One file handed in, with its bytes as they came. */
export interface SubmittedFile {
  /** Path inside the submission, `/`-separated, never absolute, never with `..`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** It is there, and could not be opened: what it holds is for a person to find out. */
  readonly lost?: true;
}

/** What one student handed in. */
export interface Submission {
  readonly student: string;
  readonly files: readonly SubmittedFile[];
  /** The folder on disk its files stand in, where there is one: for remarks that an editor or a forge shows beside them. */
  readonly folder?: string;
}
