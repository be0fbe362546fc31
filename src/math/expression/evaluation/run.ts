/** What compiled code is and what it runs on. */
import { undefinedValue } from '../../number/undefined.ts';
import type { Scope } from '../scope.ts';
import type { UndefinedValue, Value } from '../value.ts';

/** Whether √−1 is undefined or the imaginary unit. `i` itself is a complex number in both. */
export type Field = 'real' | 'complex';

/** One evaluation at one precision. */
export interface Run {
  /** Binary places of whatever has to be enclosed. */
  readonly bits: number;
  readonly scope: Scope;
  readonly field: Field;
  /** Values of names already asked for, where any were. */
  known?: Map<string, Value>;
  /** Function calls and loop rounds left. */
  steps: number;
  /** Function calls one inside the other. */
  depth: number;
}

/** Values of bound names and of shared subexpressions, by slot. */
export type Frame = (Value | undefined)[];

export interface Code {
  (run: Run, frame: Frame): Value;
  /** The value, where every run gives the same. */
  readonly fixed?: Value;
}

/** Limits of an evaluation. */
export const evaluationBudget = {
  /** Function calls and loop rounds. */
  steps: 250_000,
  /** Function calls one inside the other. */
  calls: 100,
  /** Nodes one inside the other. */
  depth: 1_200,
} as const;

/** Takes one step; the value to give up with where none is left. */
export const spend = (run: Run): UndefinedValue | undefined => {
  run.steps -= 1;
  return run.steps < 0
    ? undefinedValue('budget', `more than ${evaluationBudget.steps.toLocaleString('en')} steps of work`)
    : undefined;
};
