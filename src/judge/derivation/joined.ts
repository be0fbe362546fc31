/** Derivations in two displays: `∂ε/∂θ = Σ_t ∂ε_t/∂θ` and, elsewhere, `∂ε_t/∂θ = Σ_k ∂ε_t/∂x_t ∂x_t/∂x_k ∂⁺x_k/∂θ`. */
import type { ChainClaim } from '../../model/claim.ts';
import { formulaOf } from './formula.ts';
import { openIndices, writtenOut } from './pattern.ts';

const equates = new Set(['=', '≔', '≡']);

/** `first` with the end of `second` put in its last member where the head of `second` stands; nothing where it does not. */
export const joined = (first: ChainClaim, second: ChainClaim): ChainClaim | undefined => {
  const [last, head, end] = [first.members.at(-1), second.members[0], second.members.at(-1)];
  if (!last || !head || !end || head === end || head.expression.kind !== 'derivative') return undefined;
  if (![...first.relations, ...second.relations].every((relation) => equates.has(relation))) return undefined;
  const open = openIndices(head.expression);
  if (!formulaOf(end.expression).traits.free.every((name) => open.includes(name))) return undefined;
  const expression = writtenOut(last.expression, [{ pattern: head.expression, meaning: end.expression }]);
  if (expression === last.expression) return undefined;
  return { ...first, members: [...first.members, { ...end, expression }], relations: [...first.relations, '='] };
};
