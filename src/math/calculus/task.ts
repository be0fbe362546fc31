/** One differentiation, as the rules see it. */
import { by, derivative, num } from '../expression/build.ts';
import type { Name } from '../expression/free-symbols.ts';
import type { Scope } from '../expression/scope.ts';
import type { Expression } from '../expression/tree.ts';
import type { Style } from './tidy.ts';

/** Deeper formulas, longer products and longer chains of functions are left undifferentiated. */
export const limits = { depth: 1_000, factors: 100, calls: 20 } as const;

export interface Task {
  readonly variable: Name;
  /** Whether a part of the formula contains the variable. */
  readonly depends: (e: Expression) => boolean;
  /** The derivative of a part. */
  readonly derive: (e: Expression) => Expression;
  /** The derivative of a tree that was made on the way. */
  readonly deriveMade: (e: Expression) => Expression;
  /** The derivative by another name, one function further down. */
  readonly deriveBy: (e: Expression, variable: Name) => Expression;
  /** How the result writes its fractions. */
  readonly style: Style;
  readonly functions: Scope['function'];
  /** Functions that may still be gone into, one inside the other. */
  readonly calls: number;
}

export const zero = num(0);
export const one = num(1);

/** What no rule reaches stays a derivative to be taken: `∂⌊x⌋/∂x`. */
export const untaken = (e: Expression, { variable }: Task): Expression => derivative(e, [by(variable)]);
