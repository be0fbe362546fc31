/** Code that always gives the same exact value; what is built from such code alone is computed once, while compiling. */
import { emptyScope } from '../scope.ts';
import type { Value } from '../value.ts';
import type { Code, Run } from './run.ts';

/** Code for a fixed value. */
export const constant = (fixed: Value): Code => Object.assign(() => fixed, { fixed });

const probe = (): Run => ({ bits: 64, scope: emptyScope, field: 'real', steps: 1_000, depth: 0 });

/** Whether the code gives the same value on every run. */
export const isFixed = (code: Code): boolean => code.fixed !== undefined;

/** The code itself, or a constant where all its parts are constants and their exact result is not large. */
export const folded = (code: Code, parts: readonly Code[]): Code => {
  if (!parts.every(isFixed)) return code;
  const value = code(probe(), []);
  return value.kind === 'exact' ? constant(value) : code;
};
