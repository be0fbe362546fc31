import { type Compiled, compile } from '../../math/expression/compile.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { freeSymbols } from '../../math/expression/walk.ts';
import { once } from '../once.ts';
import { withDerivatives } from './expand.ts';
import { type IndexPattern, indexPattern } from './index-pattern.ts';
import { partsOf } from './names.ts';
import type { NameRule } from './rule.ts';
import type { Shape } from './shape.ts';
import { type Surroundings, spreadOf } from './spread.ts';
import { type Spread, whole } from './spread-algebra.ts';

/** A rule's right side made ready: in numbers where it can be, and which component to take where it cannot. */
export interface Ready {
  readonly right: Expression;
  readonly component?: number;
  /** The names it needs, with indices that a binding settles; those under a Σ are found when it is evaluated. */
  readonly needs: () => readonly Need[];
  readonly compiled: () => Compiled;
}

/** A name with its indices as patterns: the `v_{k+1}` of a right side. */
export interface Need {
  readonly base: string;
  readonly patterns: readonly IndexPattern[];
}

const needsOf = (right: Expression): readonly Need[] =>
  freeSymbols(right).flatMap((name) => {
    const parts = partsOf(name);
    const patterns = parts?.indices.map(indexPattern) ?? [];
    const known = patterns.filter((pattern) => pattern !== undefined);
    return parts && known.length === patterns.length ? [{ base: parts.base, patterns: known }] : [];
  });

const ready = (right: Expression, around: Surroundings, component?: number): Ready => {
  const compiled = once(() => compile(right, around.definition));
  const needs = once(() => needsOf(right));
  return component === undefined ? { right, needs, compiled } : { right, component, needs, compiled };
};

const partAt = (spread: Spread, component: number): Expression | undefined =>
  spread.kind === 'vector' ? spread.items[component] : spread.kind === 'number' ? spread.value : undefined;

/** A right side that is one number stands for every part of a vector or matrix: `v_0: 0`. */
const filled = (spread: Spread, shape: Shape | undefined): Spread => {
  if (spread.kind !== 'number' || shape === undefined || typeof shape === 'string') return spread;
  const { value } = spread;
  if (shape.kind === 'vector') return { kind: 'vector', items: Array.from({ length: shape.size }, () => value) };
  const row = Array.from({ length: shape.columns }, () => value);
  return { kind: 'matrix', rows: Array.from({ length: shape.rows }, () => row) };
};

/** `v_{k+1}: γ v_k - α ∇f(p_k)` → the list of `γ v_{k,1} - α (2 x_k + y_k)` and `γ v_{k,2} - α (x_k + 12 y_k)`. */
export const readied = (rule: NameRule, around: Surroundings): Ready => {
  const right = withDerivatives(rule.right, around);
  const spread = spreadOf(right, around);
  if (rule.component !== undefined) {
    const part = spread && partAt(spread, rule.component);
    return part ? ready(part, around) : ready(right, around, rule.component);
  }
  if (!spread) return ready(right, around);
  // σ′ of a vector is taken of each component by now, and so can be written out.
  return ready(withDerivatives(whole(filled(spread, around.name(rule.base, rule.patterns))), around), around);
};
