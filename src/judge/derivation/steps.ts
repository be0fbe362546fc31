import type { Expression } from '../../math/expression/tree.ts';

/** The steps that index names stand for: `t` → 3, `k` → 1. */
export type Steps = ReadonlyMap<string, number>;

const all = (values: readonly (number | undefined)[]): readonly number[] | undefined =>
  values.every((value) => value !== undefined) ? values : undefined;

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
      return all(expression.terms.map((term) => stepValue(term, steps)))?.reduce((a, b) => a + b, 0);
    case 'product':
      return all(expression.factors.map((factor) => stepValue(factor, steps)))?.reduce((a, b) => a * b, 1);
    case 'list':
      return expression.items.length === 1 && expression.items[0] ? stepValue(expression.items[0], steps) : undefined;
    default:
      return undefined;
  }
};
