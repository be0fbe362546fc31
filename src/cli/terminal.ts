/** What a command talks to: the process's streams, or a test's strings. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Lines of standard input, without their ends. */
  readonly lines: () => AsyncIterable<string>;
  /** Standard output understands colours. */
  readonly colours: boolean;
  /** Standard error is watched by a person: progress may be shown. */
  readonly watched: boolean;
}
