import { list } from '../../math/expression/build.ts';
import { type Compiled, compile } from '../../math/expression/compile.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { freeSymbols } from '../../math/expression/walk.ts';
import { once } from '../once.ts';
import { componentOf, type Surroundings } from './component.ts';
import { withDerivatives } from './expand.ts';
import { type IndexPattern, indexPattern } from './index-pattern.ts';
import { partsOf } from './names.ts';
import type { NameRule } from './rule.ts';
import { isVector } from './shape.ts';

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

/** All components of a vector's right side as a list, or the whole where the evaluator must see it whole (matrices). */
const listed = (whole: Expression, size: number, around: Surroundings): Expression => {
  const parts = Array.from({ length: size }, (_, i) => componentOf(whole, i, around));
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? list(known) : whole;
};

/** `v_{k+1}: γ v_k - α ∇f(p_k)` → the list of `γ v_{k,1} - α (2 x_k + y_k)` and `γ v_{k,2} - α (x_k + 12 y_k)`. */
export const readied = (rule: NameRule, around: Surroundings): Ready => {
  const whole = withDerivatives(rule.right, around);
  if (rule.component !== undefined) {
    const right = componentOf(whole, rule.component, around);
    return right ? ready(right, around) : ready(whole, around, rule.component);
  }
  const shape = around.name(rule.base, rule.patterns.length);
  if (isVector(shape)) return ready(listed(whole, shape.vector, around), around);
  return ready(componentOf(whole, 0, around) ?? whole, around);
};
