import { differentiate } from '../../../math/calculus/differentiate.ts';
import { equalExpressions } from '../../../math/expression/equality.ts';
import type { ValueFinding } from '../value-finding.ts';

/** 2 for 2x + y: the derivative was taken once more. */
export const differentiatedTwice: ValueFinding<{ readonly variable: string }> = {
  id: 'differentiated-twice',
  title: 'The derivative was taken twice',
  spot: ({ target, claimed, reference }) => {
    if (reference.kind !== 'function' || target.kind !== 'derivative') return undefined;
    const variable = target.by[0]?.variable;
    if (variable?.kind !== 'symbol') return undefined;
    const again = differentiate(reference.expression, variable.name);
    return equalExpressions(claimed, again).equal === true ? { variable: variable.name } : undefined;
  },
  say: ({ variable }) => `This is the second derivative by ${variable}: it was differentiated once too often.`,
};
