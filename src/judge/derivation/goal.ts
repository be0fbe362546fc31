import type { Expression } from '../../math/expression/tree.ts';

/** `derive: from, to: to`, with the relation the result stands in to the head. */
export interface Goal {
  readonly from: Expression;
  readonly relation: '=' | '≤';
  readonly to: Expression;
}
