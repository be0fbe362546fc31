import type { YamlNode } from './yaml-tree.ts';

/** How the assignment's names are to be read: `f(x)` is an application where f is a function, `loss` is one name. */
export interface Names {
  readonly functions: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

export const noNames: Names = { functions: new Set(), names: new Set() };

/** `f(x, y)` → f; `(x_0, y_0)` → none. */
const functionOf = (left: string): string | undefined => /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*'*\s*\(/u.exec(left)?.[1];

/** Names of several letters; those after `_` belong to the name before them (`W_rec`). */
const longNames = (left: string): readonly string[] =>
  [...left.matchAll(/(?<![_\p{L}{])\p{L}{2,}/gu)].map((match) => match[0]);

/** The names around, and those that the left sides of `given:` (or of parameters) bring. */
export const withNames = (around: Names, definitions: YamlNode | undefined): Names => {
  if (definitions?.kind !== 'map') return around;
  const lefts = definitions.entries.map((entry) => entry.key.text);
  const functions = lefts.flatMap((left) => functionOf(left) ?? []);
  const names = lefts.flatMap(longNames);
  return { functions: new Set([...around.functions, ...functions]), names: new Set([...around.names, ...names]) };
};

/** A model's activation is applied, not multiplied: `σ(x_{t-1})`. */
export const withActivation = (around: Names): Names => ({ ...around, functions: new Set([...around.functions, 'σ']) });
