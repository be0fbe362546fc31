import { evaluate } from '../../math/expression/evaluate.ts';
import type { Scope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { ToleranceRule } from '../../model/rubric.ts';
import { compareValue } from '../compare-value.ts';
import type { Answer } from '../locate/located.ts';
import { isClosed } from '../locate/value-member.ts';

/**
 * Where the exact value is asked for, decimals behind an exact value only show its size: of
 * `u/‖u‖ = (1/√5, -2/√5) = (0.447, -0.894)` the answer is `(1/√5, -2/√5)`.
 */
export const beforeRounding = (
  { claim, member, named, value }: Answer,
  rule: ToleranceRule,
  scope: Scope,
): Expression => {
  if (rule.kind !== 'exact' || claim.kind !== 'chain' || claim.members[member]?.expression !== value) return value;
  const before = member - 1 > named ? claim.members[member - 1]?.expression : undefined;
  if (!before || !isClosed(before)) return value;
  const by = { rule: { kind: 'shown' }, scope, closed: before } as const;
  const isShown = compareValue(value, (digits) => evaluate(before, scope, digits), by).verdict === 'correct';
  return isShown ? before : value;
};
