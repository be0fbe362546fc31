import type { MacroDefinition } from '../problem.ts';

const cache = new WeakMap<readonly MacroDefinition[], ReadonlyMap<string, MacroDefinition>>();

const none: ReadonlyMap<string, MacroDefinition> = new Map();

/** Definitions by name, without the backslash; the later of two wins. Kept per list, which a document shares among its formulas. */
export const macrosByName = (
  definitions: readonly MacroDefinition[] | undefined,
): ReadonlyMap<string, MacroDefinition> => {
  if (definitions === undefined || definitions.length === 0) return none;
  const known = cache.get(definitions);
  if (known !== undefined) return known;
  const map = new Map(definitions.map((one) => [one.name.replace(/^\\/, ''), one]));
  cache.set(definitions, map);
  return map;
};

/** The body with `#1` … `#9` replaced. */
export const substituteArguments = (body: string, args: readonly string[]): string =>
  body.replace(/#([1-9])/g, (_, digit: string) => args[Number(digit) - 1] ?? '');
