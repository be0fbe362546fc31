import { list } from '../../math/expression/build.ts';
import { type Compiled, compile } from '../../math/expression/compile.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { componentOf, type Surroundings } from './component.ts';
import { withDerivatives } from './expand.ts';
import type { NameRule } from './rule.ts';
import { isVector } from './shape.ts';

/** A rule's right side made ready: in numbers where it can be, and which component to take where it cannot. */
export interface Ready {
  readonly right: Expression;
  readonly component?: number;
  readonly compiled: () => Compiled;
}

const ready = (right: Expression, around: Surroundings, component?: number): Ready => {
  let code: Compiled | undefined;
  const compiled = (): Compiled => {
    code ??= compile(right, around.definition);
    return code;
  };
  return component === undefined ? { right, compiled } : { right, component, compiled };
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
