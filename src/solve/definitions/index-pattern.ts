import type { Expression } from '../../math/expression/tree.ts';

/** The index of a definition's left side: `slope·variable + shift`. `x_0` has no variable, `v_{k+1}` is 1·k + 1. */
export interface IndexPattern {
  readonly variable?: string;
  readonly slope: number;
  readonly shift: number;
}

const fixed = (shift: number): IndexPattern => ({ slope: 0, shift });

const scaledBy = (a: IndexPattern, factor: number): IndexPattern => ({
  ...a,
  slope: a.slope * factor,
  shift: a.shift * factor,
});

const plus = (a: IndexPattern | undefined, b: IndexPattern | undefined): IndexPattern | undefined => {
  if (!a || !b || (a.variable && b.variable && a.variable !== b.variable)) return undefined;
  const variable = a.variable ?? b.variable;
  return { ...(variable === undefined ? {} : { variable }), slope: a.slope + b.slope, shift: a.shift + b.shift };
};

const times = (a: IndexPattern | undefined, b: IndexPattern | undefined): IndexPattern | undefined => {
  if (!a || !b) return undefined;
  if (a.variable === undefined) return scaledBy(b, a.shift);
  return b.variable === undefined ? scaledBy(a, b.shift) : undefined;
};

/** Reads `0`, `k`, `k + 1`, `2k - 1`, `-k`; `undefined` where the index is not of the form slope·k + shift. */
export const indexPattern = (e: Expression): IndexPattern | undefined => {
  switch (e.kind) {
    case 'number':
      return /^\d{1,9}$/.test(e.text) ? fixed(Number(e.text)) : undefined;
    case 'symbol':
      return { variable: e.name, slope: 1, shift: 0 };
    case 'negative':
      return times(fixed(-1), indexPattern(e.of));
    case 'sum':
      return e.terms.map(indexPattern).reduce(plus);
    case 'product':
      return e.factors.map(indexPattern).reduce(times);
    default:
      return undefined;
  }
};

/** The values of index variables that a match found. */
export type Binding = ReadonlyMap<string, number>;

const solveFor = (pattern: IndexPattern, n: number): number | undefined => {
  const value = (n - pattern.shift) / pattern.slope;
  // Steps count from 0: without this bound a recurrence without a start would run down for ever.
  return Number.isInteger(value) && value >= 0 ? value : undefined;
};

/** Matches `x_{k+1}` with 3 as k = 2: natural numbers only, every variable the same everywhere. */
export const matchIndices = (patterns: readonly IndexPattern[], indices: readonly number[]): Binding | undefined => {
  if (patterns.length !== indices.length) return undefined;
  const binding = new Map<string, number>();
  for (const [i, pattern] of patterns.entries()) {
    const n = indices[i] ?? 0;
    if (pattern.variable === undefined || pattern.slope === 0) {
      if (pattern.shift !== n) return undefined;
      continue;
    }
    const value = solveFor(pattern, n);
    if (value === undefined || (binding.get(pattern.variable) ?? value) !== value) return undefined;
    binding.set(pattern.variable, value);
  }
  return binding;
};

/** The whole number that an index stands for under a binding, without asking for any value. */
export const boundIndex = (pattern: IndexPattern | undefined, binding: Binding): number | undefined => {
  if (!pattern) return undefined;
  if (pattern.variable === undefined) return pattern.shift;
  const value = binding.get(pattern.variable);
  return value === undefined ? undefined : pattern.slope * value + pattern.shift;
};
