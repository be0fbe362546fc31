/** Code that always gives the same exact value; what is built from such code alone is computed once, while compiling. */
import { emptyScope } from '../scope.ts';
import type { Value } from '../value.ts';
import type { Code, Run } from './run.ts';

const values = new WeakMap<Code, Value>();

/** Code for a fixed value. */
export const constant = (value: Value): Code => {
  const code: Code = () => value;
  values.set(code, value);
  return code;
};

const probe = (): Run => ({ bits: 64, scope: emptyScope, field: 'real', known: new Map(), steps: 1_000, depth: 0 });

/** Whether the code gives the same value on every run. */
export const isFixed = (code: Code): boolean => values.has(code);

/** The code itself, or a constant where all its parts are constants and their exact result is not large. */
export const folded = (code: Code, parts: readonly Code[]): Code => {
  if (!parts.every((part) => values.has(part))) return code;
  const value = code(probe(), []);
  return value.kind === 'exact' ? constant(value) : code;
};
