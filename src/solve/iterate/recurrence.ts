/** What is iterated, and what comes back. */

import type { Expression } from '../../math/expression/tree.ts';
import type { Real, UndefinedValue } from '../../math/expression/value.ts';
import type { Enclosure } from '../../math/number/enclosure.ts';
import type { Exact } from '../../math/number/exact.ts';

/**
 * s_{k+1} = F(s_k): all variables change at once. Nesterov's method on f in x is
 *
 *   variables  x, v          updates  x + g v − a f′(x + g v),  g v − a f′(x + g v)          start  4, 0
 *
 * The updates are formulas in the variables and in rational constants, π and e. What depends on the step is a variable
 * more: k with update k + 1, β₁ᵏ with update β₁ b.
 */
export interface Recurrence {
  readonly variables: readonly string[];
  /** One for each variable. */
  readonly updates: readonly Expression[];
  /** The values at step 0, one for each variable. */
  readonly start: readonly Exact[];
}

/** The variables at one step: exact at step 0, enclosed afterwards. */
export type Iterate = readonly Real[];

/** The steps that were asked for, in the order asked; a step that has no value says why. */
export type Iterates = readonly (Iterate | UndefinedValue)[];

/** The state of a run at one step. */
export interface Snapshot {
  readonly step: number;
  readonly state: readonly Enclosure[];
}
