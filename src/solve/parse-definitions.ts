import type { Expression } from '../math/expression/tree.ts';
import { parsePlain } from '../math/notation/plain.ts';
import type { Defined } from './definitions/rule.ts';
import type { Definitions } from './method.ts';

const functions: ReadonlySet<string> = new Set(['f', 'σ', 'ρ']);

const parsed = (text: string): Expression => {
  const { tree, problems } = parsePlain(text, { functions });
  // The text is ours: a mistake in it is ours as well, and must not pass for an undecided answer.
  if (problems.some((problem) => problem.severity === 'error')) throw new SyntaxError(`not readable: ${text}`);
  return tree;
};

const known = new Map<string, Expression>();

/** Reads a formula of a method or world; each text once. */
const readFormula = (text: string): Expression => {
  const found = known.get(text) ?? parsed(text);
  known.set(text, found);
  return found;
};

/** Definitions written as text, in order. */
export const readDefinitions = (definitions: Definitions): readonly Defined[] =>
  Object.entries(definitions).map(([left, right]) => ({ left: readFormula(left), right: readFormula(right) }));
