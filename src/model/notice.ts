import type { Place } from './place.ts';

/** Something to tell a person: machine-readable first, the sentence last. */
export interface Notice {
  /** `read/unclosed-math`, `rubric/unknown-key`, `findings/rounded-early`: room and name. */
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** What happened, what was expected, what to do. */
  readonly message: string;
  readonly place?: Place;
}
