import type { Expression, IndexNode, SymbolNode } from './tree.ts';
import type { Value } from './value.ts';

/** A function given by a formula: `f(x, y) = body`. */
export interface FunctionDefinition {
  readonly parameters: readonly string[];
  readonly body: Expression;
}

/** Where evaluation looks names up. Built-in constants (π, e, unless defined) and functions need no scope. */
export interface Scope {
  /**
   * The value of `α` or of `x_3` (its indices already integers) to at least `digits` significant digits;
   * `undefined` where the name is free.
   */
  readonly value: (name: SymbolNode | IndexNode, digits: number) => Value | undefined;
  /** The definition of a function, `undefined` where the scope has none of this name. */
  readonly function: (name: string) => FunctionDefinition | undefined;
}

/** A scope with no names. */
export const emptyScope: Scope = { value: () => undefined, function: () => undefined };
