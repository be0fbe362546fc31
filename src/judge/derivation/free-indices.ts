import type { BigNode, Expression } from '../../math/expression/tree.ts';
import { children, freeSymbols } from '../../math/expression/walk.ts';
import { boundName } from './range.ts';
import { roleOf } from './roles.ts';

const limitsOf = (big: BigNode): readonly Expression[] =>
  [big.from, big.to, big.condition].filter((limit) => limit !== undefined);

const symbolsIn = (expression: Expression): readonly string[] =>
  freeSymbols(expression).flatMap((name) => (name.kind === 'symbol' ? [name.name] : []));

const collect = (expression: Expression, bound: ReadonlySet<string>, found: Set<string>): void => {
  const here = expression.kind === 'index' ? expression.indices : expression.kind === 'big' ? limitsOf(expression) : [];
  const own = expression.kind === 'big' ? boundName(expression) : undefined;
  const inside = own === undefined ? bound : new Set([...bound, own]);
  for (const name of here.flatMap(symbolsIn)) if (!inside.has(name) && roleOf(name) === undefined) found.add(name);
  const parts = expression.kind === 'big' ? [expression.body] : children(expression);
  for (const part of parts) collect(part, inside, found);
};

const known = new WeakMap<Expression, ReadonlySet<string>>();

const freeIn = (expression: Expression): ReadonlySet<string> => {
  const before = known.get(expression);
  if (before) return before;
  const found = new Set<string>();
  collect(expression, new Set(), found);
  known.set(expression, found);
  return found;
};

/**
 * The names that stand for any step in a link: the `t` and `k` of ∂x_t/∂x_k, not the `i` bound by ∏_{i=k+1}^{t},
 * nor T, the number of steps. In order of appearance.
 */
export const freeIndices = (expressions: readonly Expression[]): readonly string[] => [
  ...new Set(expressions.flatMap((expression) => [...freeIn(expression)])),
];
