/** What a derivative, gradient or prime in a formula stands for, as a function or an expression without it. */
import type { FunctionDefinition, Scope } from '../expression/scope.ts';
import type { Expression } from '../expression/tree.ts';
import type { UndefinedValue } from '../expression/value.ts';
import { undefinedValue } from '../number/undefined.ts';

export type Resolved =
  | { readonly kind: 'expression'; readonly expression: Expression }
  /** A function, and the point written in the derivative: the `(x_0, y_0)` of `∂f(x_0, y_0)/∂x`. */
  | { readonly kind: 'function'; readonly definition: FunctionDefinition; readonly at?: readonly Expression[] }
  | UndefinedValue;

export const resolveDerivative = (_e: Expression, _functions: Scope['function']): Resolved =>
  undefinedValue('unsupported', 'a derivative');
