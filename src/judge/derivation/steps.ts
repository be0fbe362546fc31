import type { Expression } from '../../math/expression/tree.ts';

/** The steps that index names stand for: `t` → 3, `k` → 1. */
export interface Steps {
  readonly get: (name: string) => number | undefined;
}

/** The same with one name more, or another step for it: a Σ sets its variable anew for every term. */
export const withStep = (steps: Steps, name: string, step: number): Steps => ({
  get: (other) => (other === name ? step : steps.get(other)),
});

const joined = (
  parts: readonly Expression[],
  steps: Steps,
  join: (a: number, b: number) => number,
): number | undefined => {
  let total: number | undefined;
  for (const part of parts) {
    const value = stepValue(part, steps);
    if (value === undefined) return undefined;
    total = total === undefined ? value : join(total, value);
  }
  return total;
};

const add = (a: number, b: number): number => a + b;
const times = (a: number, b: number): number => a * b;

/** The integer an index expression such as `t - i - 1` comes to; `undefined` where a name in it is free. */
export const stepValue = (expression: Expression, steps: Steps): number | undefined => {
  switch (expression.kind) {
    case 'number': {
      const value = Number(expression.text);
      return Number.isSafeInteger(value) ? value : undefined;
    }
    case 'symbol':
      return steps.get(expression.name);
    case 'negative': {
      const value = stepValue(expression.of, steps);
      return value === undefined ? undefined : -value;
    }
    case 'sum':
      return joined(expression.terms, steps, add);
    case 'product':
      return joined(expression.factors, steps, times);
    case 'list':
      return expression.items.length === 1 && expression.items[0] ? stepValue(expression.items[0], steps) : undefined;
    default:
      return undefined;
  }
};
