/** What a run found, and how it may end early. */
import type { UndefinedValue } from '../../math/expression/value.ts';
import { undefinedValue } from '../../math/number/undefined.ts';
import type { Snapshot } from './recurrence.ts';

/** The asked steps up to where the run ended, and why it ended early. */
export interface Run {
  readonly kind: 'run';
  readonly snapshots: readonly Snapshot[];
  /** `undecided` where more precision may help. */
  readonly ended?: { readonly step: number; readonly why: UndefinedValue };
}

/** A variable beyond 2^this diverges. */
export const largestBits = 1 << 16;

export const tooLarge = (step: number): UndefinedValue =>
  undefinedValue('diverges', `the iteration diverges: its values at step ${step} are too large to go on`);

export const noProof = (step: number): UndefinedValue =>
  undefinedValue('undecided', `the error of step ${step} cannot be bounded at this precision`);
