import { limits } from '../limits.ts';
import type { Problem } from '../problem.ts';

/** The problems of one formula in the order they were met, bounded by `limits.problems`. */
export class ProblemList {
  readonly items: Problem[] = [];

  /** The formula is read, but not as it stands. */
  error(code: string, message: string, start: number, end: number): void {
    this.add({ code, message, at: { start, end }, severity: 'error' });
  }

  /** The tree is whole; a reader of the result should know this all the same. */
  note(code: string, message: string, start: number, end: number): void {
    this.add({ code, message, at: { start, end }, severity: 'note' });
  }

  private add(problem: Problem): void {
    const last = this.items.at(-1);
    // one place is looked at more than once on the way
    const again = last?.code === problem.code && last.at.start === problem.at.start && last.at.end === problem.at.end;
    if (!again && this.items.length < limits.problems) this.items.push(problem);
  }
}
