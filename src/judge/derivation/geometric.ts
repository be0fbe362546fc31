/** Bounds that shrink by a constant factor a step: ‖∂ε_t/∂x_t‖ (‖W‖γ)^{t−k}. */
import { negative, sum } from '../../math/expression/build.ts';
import { equalExpressions } from '../../math/expression/equality.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { ChainClaim } from '../../model/claim.ts';
import { judgeChain } from './derive.ts';
import { withoutNorm } from './goal.ts';
import { indexOf, nameOf, roleOf } from './roles.ts';

const same = (a: Expression, b: Expression): boolean => equalExpressions(a, b).equal === true;

const factorsOf = (e: Expression): readonly Expression[] => (e.kind === 'product' ? e.factors.flatMap(factorsOf) : [e]);

/** ‖∂ε_t/∂x_t‖ stays what it is while k moves away from t, as a number does. */
const isConstant = (factor: Expression, t: Expression): boolean => {
  const of = withoutNorm(factor);
  if (of.kind === 'number') return true;
  const by = of.kind === 'derivative' && of.by.length === 1 ? of.by[0]?.variable : undefined;
  if (of.kind !== 'derivative' || !by) return false;
  const isLossByState = roleOf(nameOf(of.of) ?? '') === 'loss' && roleOf(nameOf(by) ?? '') === 'state';
  return isLossByState && [of.of, by].every((side) => same(indexOf(side) ?? side, t));
};

/** The `‖W‖γ` of a bound `‖∂ε_t/∂x_t‖ (‖W‖γ)^{t−k}` of ∂ε_t/∂x_k. */
const baseOf = (head: Expression, bound: Expression): Expression | undefined => {
  const subject = withoutNorm(head);
  const by = subject.kind === 'derivative' ? subject.by[0]?.variable : undefined;
  const [t, k] = [subject.kind === 'derivative' ? indexOf(subject.of) : undefined, by && indexOf(by)];
  if (!t || !k) return undefined;
  const distance = sum([t, negative(k)]);
  const factors = factorsOf(bound);
  const power = factors.find((factor) => factor.kind === 'power' && same(factor.exponent, distance));
  if (power?.kind !== 'power' || !factors.every((factor) => factor === power || isConstant(factor, t)))
    return undefined;
  return power.base;
};

/** The base of the geometric bound that a chain ends in, where the bound holds on every network. */
export const provenBase = (chain: ChainClaim): Expression | undefined => {
  const [head, bound] = [chain.members[0]?.expression, chain.members.at(-1)?.expression];
  const base = head && bound && baseOf(head, bound);
  if (!base) return undefined;
  const derived = judgeChain(chain, { from: head, relation: '≤', to: bound });
  return derived?.verdict === 'correct' && !derived.broken ? base : undefined;
};
