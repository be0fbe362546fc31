import { equalExpressions } from '../../../math/expression/equality.ts';
import { mutations } from '../mutations/mutations.ts';
import type { ValueFinding } from '../value-finding.ts';

/** 2x − y for 2x + y, 6y for 12y left out: one slip in an expression that is asked for. */
export const expressionSlip: ValueFinding<{ readonly did: string }> = {
  id: 'expression-slip',
  title: 'One term or factor of the expression is off',
  spot: ({ target, claimed, reference }) => {
    if (reference.kind !== 'function') return undefined;
    for (const { changes } of mutations)
      for (const { right, did } of changes({ left: target, right: reference.expression }, []))
        if (equalExpressions(claimed, right).equal === true) return { did };
    return undefined;
  },
  say: ({ did }) => `Compared with the right expression, ${did}.`,
};
