import type { Decided, FindingNote } from '../model/verdict.ts';

/**
 * What a comparison comes to. `undecided` is an answer of its own: it goes to a person and costs nothing.
 */
export interface Decision {
  readonly verdict: 'correct' | 'wrong' | 'undecided';
  /** How it was settled; absent where it was not. */
  readonly decided?: Decided;
  /** A named reason a machine can count: `truncated`, `factor-of-ten`, `wrong-units` … */
  readonly finding?: FindingNote;
  /** Wrong in form or unit alone: the value itself is right. */
  readonly isValueRight?: boolean;
  /** For a person: what was compared, or why nothing could be. */
  readonly message?: string;
}

export const correct = (decided: Decided = 'exact', message?: string): Decision =>
  message === undefined ? { verdict: 'correct', decided } : { verdict: 'correct', decided, message };

export const wrong = (message: string, decided: Decided = 'exact'): Decision => ({
  verdict: 'wrong',
  decided,
  message,
});

/** Wrong in a way that has a name. */
export const wrongBy = (id: string, message: string, decided: Decided = 'exact'): Decision => ({
  ...wrong(message, decided),
  finding: { id, message },
});

export const undecided = (message: string): Decision => ({ verdict: 'undecided', message });

const certainty: Readonly<Record<Decided, number>> = { exact: 0, certified: 1, shown: 2, sampled: 3 };

/** Right only if all are: the first that is wrong, else the first undecided, else right by the weakest of the ways. */
export const allOf = (decisions: Iterable<Decision>): Decision => {
  let open: Decision | undefined;
  let weakest: Decision = correct();
  for (const decision of decisions) {
    if (decision.verdict === 'wrong') return decision;
    if (decision.verdict === 'undecided') open ??= decision;
    else if (certainty[decision.decided ?? 'exact'] > certainty[weakest.decided ?? 'exact']) weakest = decision;
  }
  return open ?? weakest;
};
