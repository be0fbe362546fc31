/** Names of iterates with the step put in: `x_k` at step 2 is `x_2`, `(x, y)` is `(x_2, y_2)`. */
import { index, num } from '../../math/expression/build.ts';
import type { Expression, IndexNode } from '../../math/expression/tree.ts';

const counters = new Set([...'kntijmlsNKT']);

/** Whether a symbol by itself counts steps: `k`, `n`, `t`. */
export const isCounter = (e: Expression): boolean => e.kind === 'symbol' && counters.has(e.name);

/** The steps `k + 1`, `k - 1` and `k` stand for at `k = step`. */
const shifted = (e: Expression, step: number): number | undefined => {
  if (isCounter(e)) return step;
  if (e.kind === 'list' && e.items.length === 1 && e.items[0]) return shifted(e.items[0], step);
  if (e.kind !== 'sum' || e.terms.length !== 2) return undefined;
  const [first, second] = e.terms;
  if (!first || !second || !isCounter(first)) return undefined;
  if (second.kind === 'number') return step + Number(second.text);
  return second.kind === 'negative' && second.of.kind === 'number' ? step - Number(second.of.text) : undefined;
};

const placed = (e: IndexNode, like: Expression): IndexNode => (like.at ? { ...e, at: like.at } : e);

const indexAt = (e: IndexNode, step: number): Expression => {
  const indices = e.indices.map((one) => {
    const value = shifted(one, step);
    return value === undefined || value < 0 ? one : num(value);
  });
  // x_1 in a column of its own is a component of the iterate: x_1 at step 2.
  const changed = indices.some((one, i) => one !== e.indices[i]);
  return changed ? { ...e, indices } : placed(index(e, [num(step)], 'super'), e);
};

/** The name at a step; `undefined` where the expression is no name. */
export const nameAt = (e: Expression, step: number): Expression | undefined => {
  const each = (parts: readonly Expression[]): readonly Expression[] | undefined => {
    const named = parts.map((part) => nameAt(part, step));
    return named.every((part) => part !== undefined) ? named : undefined;
  };
  switch (e.kind) {
    case 'symbol':
      return placed(index(e, [num(step)]), e);
    case 'index':
      return indexAt(e, step);
    case 'power': {
      const value = shifted(e.exponent, step);
      if (value !== undefined && value >= 0) return placed(index(e.base, [num(value)], 'super'), e);
      // v_k^x, the component of v_k that belongs to x.
      const base =
        value === undefined && e.exponent.kind === 'symbol' && e.base.kind === 'index' && nameAt(e.base, step);
      return base ? { ...e, base } : undefined;
    }
    case 'list': {
      const items = each(e.items);
      return items && { ...e, items };
    }
    case 'apply': {
      if (e.operator.kind === 'symbol' && e.operator.name === 'transpose')
        return e.arguments[0] && nameAt(e.arguments[0], step);
      const points = each(e.arguments);
      return points && { ...e, arguments: points };
    }
    case 'marked':
      return nameAt(e.of, step);
    default:
      return undefined;
  }
};

/** Whether the expression names a quantity by itself: `x_1`, `(x_1, y_1)`, `∂f/∂x`, `f(x_1, y_1)`. */
export const isName = (e: Expression): boolean => {
  switch (e.kind) {
    case 'symbol':
    case 'index':
    case 'derivative':
    case 'gradient':
    case 'prime':
      return true;
    case 'list':
      return e.items.length > 0 && e.items.every(isName);
    case 'apply':
      return e.operator.kind !== 'symbol' || e.operator.name !== 'percent';
    case 'marked':
      return isName(e.of);
    default:
      return false;
  }
};
