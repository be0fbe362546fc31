/** A name or derivative with open indices, `D_k`, `∂ε_t/∂θ`, and what it stands for at any of them. */
import { negative, num, sum } from '../../math/expression/build.ts';
import { equalExpressions } from '../../math/expression/equality.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { nodes, sameTree, substitute } from '../../math/expression/walk.ts';
import { boundName } from './range.ts';
import { indexOf, nameOf, roleOf } from './roles.ts';

/** `D_k = diag(σ′(x_k))`. */
export interface Equation {
  readonly pattern: Expression;
  readonly meaning: Expression;
}

/** What each open index of a pattern is in its place: k ↦ i − 1. */
type Bindings = ReadonlyMap<string, Expression>;

/** An index `k`, `k + 1`, `k - 1`: its name and how far it is from it. */
const offsetOf = (index: Expression): { readonly name: string; readonly by: number } | undefined => {
  if (index.kind === 'symbol') return roleOf(index.name) ? undefined : { name: index.name, by: 0 };
  const [name, step, ...more] = index.kind === 'sum' ? index.terms : [];
  const digits = step?.kind === 'negative' ? step.of : step;
  if (name?.kind !== 'symbol' || digits?.kind !== 'number' || more.length > 0 || roleOf(name.name)) return undefined;
  return { name: name.name, by: step?.kind === 'negative' ? -Number(digits.text) : Number(digits.text) };
};

const moved = (index: Expression, by: number): Expression => {
  if (by === 0) return index;
  return sum([index, by < 0 ? negative(num(-by)) : num(by)]);
};

const put = (meaning: Expression, bindings: Bindings): Expression =>
  substitute(meaning, (node) => (node.kind === 'symbol' ? bindings.get(node.name) : undefined));

/** Takes up what an index of the pattern is here; `undefined` where it is something else already. */
const bindIndex = (pattern: Expression, here: Expression, bindings: Bindings): Bindings | undefined => {
  const offset = offsetOf(pattern);
  if (!offset) return sameTree(pattern, here) ? bindings : undefined;
  if (!bindings.has(offset.name)) return new Map([...bindings, [offset.name, moved(here, -offset.by)]]);
  return equalExpressions(put(pattern, bindings), here).equal === true ? bindings : undefined;
};

/** `x_t` or `θ`. */
const bindName = (pattern: Expression, here: Expression, bindings: Bindings): Bindings | undefined => {
  if (nameOf(pattern) === undefined || nameOf(pattern) !== nameOf(here)) return undefined;
  const [own, other] = [indexOf(pattern), indexOf(here)];
  if (!own || !other) return sameTree(pattern, here) ? bindings : undefined;
  return bindIndex(own, other, bindings);
};

const none: Bindings = new Map();

const bind = (pattern: Expression, here: Expression): Bindings | undefined => {
  if (pattern.kind !== 'derivative') return bindName(pattern, here, none);
  const [by, more] = pattern.by;
  if (here.kind !== 'derivative' || !by || more || here.by.length !== 1 || here.style !== pattern.style)
    return undefined;
  const [under] = here.by;
  const bindings = bindName(pattern.of, here.of, none);
  return bindings && under && sameTree(by.order, under.order)
    ? bindName(by.variable, under.variable, bindings)
    : undefined;
};

const namesIn = (e: Expression): readonly string[] =>
  [...nodes(e)].flatMap((node) => (node.kind === 'symbol' ? node.name : []));

/** Whether a name of the place would fall under a Σ or ∏ of the meaning. */
const isCaptured = (meaning: Expression, bindings: Bindings): boolean => {
  const bound = new Set([...nodes(meaning)].flatMap((node) => (node.kind === 'big' ? (boundName(node) ?? []) : [])));
  return bound.size > 0 && [...bindings.values()].some((value) => namesIn(value).some((name) => bound.has(name)));
};

/** The expression with what the equations say in the place of their left sides; itself where they say nothing of it. */
export const writtenOut = (expression: Expression, equations: readonly Equation[]): Expression =>
  substitute(expression, (node) => {
    if (node.kind !== 'index' && node.kind !== 'symbol' && node.kind !== 'derivative') return undefined;
    for (const { pattern, meaning } of equations) {
      const bindings = bind(pattern, node);
      if (bindings && !isCaptured(meaning, bindings)) return put(meaning, bindings);
    }
    return undefined;
  });

/** The names of the open indices of a pattern. */
export const openIndices = (pattern: Expression): readonly string[] => {
  const sides = pattern.kind === 'derivative' ? [pattern.of, ...pattern.by.map(({ variable }) => variable)] : [pattern];
  return sides.flatMap((side) => {
    const index = indexOf(side);
    return (index && offsetOf(index)?.name) ?? [];
  });
};
