import type { Enclosure } from '../number/enclosure.ts';
import type { Exact } from '../number/exact.ts';

/** A real number: exact where the arithmetic is rational, else enclosed with a proven bound. */
export type Real = Exact | Enclosure;

export interface ComplexValue {
  readonly kind: 'complex';
  readonly re: Real;
  readonly im: Real;
}

/** A point or vector; components may be vectors again (a list of iterates). */
export interface VectorValue {
  readonly kind: 'vector';
  readonly items: readonly Value[];
}

export interface MatrixValue {
  readonly kind: 'matrix';
  readonly rows: readonly (readonly Value[])[];
}

/** The value of a relation or of `and`, `or`, `not`. */
export interface TruthValue {
  readonly kind: 'truth';
  readonly holds: boolean;
}

/** Why there is no value. `budget` and `undecided` say that more work could have settled it. */
export type Cause =
  | 'division-by-zero'
  | 'domain'
  | 'unknown'
  | 'shape'
  | 'singular'
  | 'overflow'
  | 'diverges'
  | 'budget'
  | 'undecided'
  | 'unsupported';

export interface UndefinedValue {
  readonly kind: 'undefined';
  readonly cause: Cause;
  /** A sentence for a person: "ln of a negative number (−2)". */
  readonly reason: string;
}

export type Value = Real | ComplexValue | VectorValue | MatrixValue | TruthValue | UndefinedValue;
