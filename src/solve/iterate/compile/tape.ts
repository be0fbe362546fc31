/**
 * The tape: a recurrence as a list of operations on numbered registers of BigInt fixed point, P binary places.
 *
 *   a + b    a − b    m·a and a/m for integers m    a >> k    (a·b) >> P    (a << P)/b    f(a)
 *
 * A rational coefficient costs one linear-time multiplication and one division by small integers.
 */
import type { Outcome } from '../../../math/number/real.ts';
import type { SmoothFunction } from './smooth-functions.ts';

export type Operation = { readonly to: number; readonly a: number } & (
  | { readonly op: 'add' | 'subtract' | 'multiply' | 'divide'; readonly b: number }
  | { readonly op: 'scale' | 'over' | 'shift'; readonly by: bigint }
  | { readonly op: 'apply'; readonly f: SmoothFunction; readonly slot: number }
);

/** A register that never changes. */
export interface Constant {
  readonly register: number;
  readonly at: (bits: number) => Outcome;
}

export interface Tape {
  /** Registers 0 … inputs − 1 are the variables. */
  readonly inputs: number;
  readonly registers: number;
  readonly constants: readonly Constant[];
  readonly operations: readonly Operation[];
  /** The register of each variable's next value. */
  readonly outputs: readonly number[];
  /** How many functions are applied; their slots are 0, 1, … */
  readonly slots: number;
}
