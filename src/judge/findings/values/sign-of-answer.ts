import { negative } from '../../../math/expression/build.ts';
import { equalExpressions } from '../../../math/expression/equality.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import { agrees, figuresShown } from '../agreement.ts';
import type { ValueFinding } from '../value-finding.ts';

const opposite = (e: Expression): Expression => {
  if (e.kind === 'list') return { ...e, items: e.items.map(opposite) };
  if (e.kind === 'matrix') return { ...e, rows: e.rows.map((row) => row.map(opposite)) };
  return e.kind === 'negative' ? e.of : negative(e);
};

/** 0.0975 for −0.0975, −2x − y for 2x + y. */
export const signOfAnswer: ValueFinding<true> = {
  id: 'sign-of-answer',
  title: 'The answer has the wrong sign',
  spot: ({ claimed, reference }) => {
    if (reference.kind === 'function')
      return equalExpressions(negative(claimed), reference.expression).equal === true ? true : undefined;
    return figuresShown(claimed) >= 3 && agrees(opposite(claimed), reference.value) === true ? true : undefined;
  },
  say: () => 'This is right but for its sign.',
};
