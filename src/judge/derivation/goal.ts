import type { Expression } from '../../math/expression/tree.ts';
import { isNorm, nameOf, roleOf } from './roles.ts';

/** `derive: from, to: to`, with the relation the result stands in to the head. */
export interface Goal {
  readonly from: Expression;
  readonly relation: '=' | '≤';
  readonly to: Expression;
}

/** What a subject is about: ‖∂ε_t/∂x_k‖ is about ∂ε_t/∂x_k. */
export const withoutNorm = (subject: Expression): Expression => {
  const inner = isNorm(subject) ? subject.arguments[0] : undefined;
  return inner ? withoutNorm(inner) : subject;
};

/** Whether a goal speaks of the recurrent network, so that it can be decided on random ones. */
export const judgedOnNetwork = (goal: Goal): boolean => {
  const from = withoutNorm(goal.from);
  if (from.kind !== 'derivative') return false;
  return [from.of, from.by[0]?.variable].every((side) => side && roleOf(nameOf(side) ?? ''));
};
