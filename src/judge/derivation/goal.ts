import type { Expression } from '../../math/expression/tree.ts';
import { nameOf, roleOf } from './roles.ts';

/** `derive: from, to: to`, with the relation the result stands in to the head. */
export interface Goal {
  readonly from: Expression;
  readonly relation: '=' | '≤';
  readonly to: Expression;
}

/** Whether both ends of a goal speak of the recurrent network, so that it can be decided on random ones. */
export const judgedOnNetwork = ({ from }: Goal): boolean =>
  from.kind === 'derivative' && [from.of, from.by[0]?.variable].every((side) => side && roleOf(nameOf(side) ?? ''));
