import type { Expression } from '../../math/expression/tree.ts';
import { indexPattern } from './index-pattern.ts';
import { partsOf } from './names.ts';
import { type Defined, type FunctionRule, type Rule, rulesOf } from './rule.ts';

/**
 * The quantity that an optimizer moves. Methods call it `p`; the rubric's start says what it is here:
 *
 *     (x_0, y_0): (4, 1)   →   p with coordinates x and y
 *     x_0: 3               →   p is the number x          (f has one parameter)
 *     θ_0: (4, 1)          →   p is the vector θ          (f has two)
 */
export interface Iterate {
  readonly name: string;
  /** Names of the components, where they have their own. */
  readonly coordinates?: readonly string[];
}

/** What the methods call it. */
export const iterateName = 'p';

const startBase = (e: Expression): string | undefined => {
  const parts = partsOf(e);
  const [first, ...more] = parts?.indices.map(indexPattern) ?? [];
  return parts && first && more.length === 0 && first.variable === undefined ? parts.base : undefined;
};

const tupleStart = (given: readonly Defined[], parameters: readonly string[] | undefined): Iterate | undefined => {
  const tuples = given.flatMap(({ left }) => {
    const bases = left.kind === 'list' ? left.items.map(startBase) : [];
    const names = bases.filter((base) => base !== undefined);
    return names.length > 1 && names.length === bases.length ? [names] : [];
  });
  const fitting = tuples.find((names) => names.every((name, i) => name === parameters?.[i])) ?? tuples[0];
  return fitting && { name: iterateName, coordinates: fitting };
};

/** `x^{(0)}: (2, 1)`; of a function of `x_1` and `x_2` those are its coordinates. */
const vectorStart = (rules: readonly Rule[], parameters: readonly string[]): Iterate | undefined => {
  const start = rules.find(
    (rule) =>
      rule.kind === 'name' &&
      rule.right.kind === 'list' &&
      rule.right.items.length === parameters.length &&
      rule.patterns.length === 1 &&
      rule.patterns.every((pattern) => pattern.variable === undefined),
  );
  if (start?.kind !== 'name') return undefined;
  const own = parameters.every((name, i) => name === `${start.base}_${i + 1}`);
  return { name: start.base, ...(own && { coordinates: parameters }) };
};

/** The separate starts `x_0: 4`, `y_0: 1` of a function of x and y. */
const coordinateStarts = (rules: readonly Rule[], parameters: readonly string[]): Iterate | undefined => {
  const started = (name: string): boolean =>
    rules.some((rule) => rule.kind === 'name' && rule.base === name && rule.patterns.length === 1);
  if (!parameters.every(started)) return undefined;
  const [only, ...more] = parameters;
  return only !== undefined && more.length === 0 ? { name: only } : { name: iterateName, coordinates: parameters };
};

/** Finds the iterate in the definitions a section sees, innermost first. */
export const iterateOf = (given: readonly Defined[], objective: FunctionRule | undefined): Iterate | undefined => {
  const rules = given.flatMap(rulesOf);
  const parameters = objective?.parameters;
  return (
    tupleStart(given, parameters) ??
    (parameters && coordinateStarts(rules, parameters)) ??
    (parameters && vectorStart(rules, parameters))
  );
};
