import { equalExpressions } from '../../../math/expression/equality.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { By, DerivativeNode, Expression } from '../../../math/expression/tree.ts';
import { freeSymbols, sameTree } from '../../../math/expression/walk.ts';
import type { World } from '../../../model/world.ts';
import type { ValueFinding } from '../value-finding.ts';

const one: Expression = { kind: 'number', text: '1' };

const orderOf = (order: Expression): number => (order.kind === 'number' ? Number(order.text) : Number.NaN);

const byOf = (variables: readonly Expression[]): readonly By[] =>
  variables.map((variable) => ({ variable, order: one }));

/** The variables of `∂²g/∂x∂y` one by one: x, y. */
const spelledOut = ({ by }: DerivativeNode): readonly Expression[] | undefined => {
  const orders = by.map(({ order }) => orderOf(order));
  if (!orders.every((order) => order >= 1 && order <= 3)) return undefined;
  return by.flatMap(({ variable }, i) => Array.from({ length: orders[i] ?? 1 }, () => variable));
};

/** The derivatives one variable away: one not taken, one taken by another variable. */
const others = (taken: readonly Expression[], variables: readonly Expression[]): readonly (readonly Expression[])[] => [
  ...taken.map((_, i) => taken.filter((_, j) => i !== j)).filter((fewer) => fewer.length > 0),
  ...taken.flatMap((variable, i) =>
    variables
      .filter((other) => !sameTree(other, variable))
      .map((other) => taken.map((each, j) => (i === j ? other : each))),
  ),
];

const bodyOf = (node: DerivativeNode, variables: readonly Expression[], world: World): Expression | undefined => {
  const answer = world.answer({ ...node, by: byOf(variables) }, 30);
  return answer.kind === 'function' ? answer.expression : undefined;
};

/** ∂g/∂y for ∂g/∂x, ∂g/∂x for ∂²g/∂x∂y: the derivative by something else. */
export const otherDerivative: ValueFinding<{ readonly is: string }> = {
  id: 'other-derivative',
  title: 'This is another derivative',
  spot: ({ target, claimed, reference, variables, world }) => {
    if (reference.kind !== 'function' || target.kind !== 'derivative' || freeSymbols(claimed).length === 0)
      return undefined;
    const taken = spelledOut(target);
    const names = variables.map((name): Expression => ({ kind: 'symbol', name }));
    for (const other of taken ? others(taken, names) : []) {
      const body = bodyOf(target, other, world);
      if (body && equalExpressions(claimed, body).equal === true)
        return { is: printPlain({ ...target, by: byOf(other) }) };
    }
    return undefined;
  },
  say: ({ is }) => `This is ${is}.`,
};
