import { num } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { substitute } from '../../math/expression/walk.ts';
import { quantityOf } from '../origin.ts';
import type { Binding } from './index-pattern.ts';
import { quantityName } from './names.ts';

const withIndices = (node: Expression & { kind: 'index' }, binding: Binding): Expression => ({
  ...node,
  indices: node.indices.map((each) => instantiated(each, binding)),
});

/** Index variables put in: `W_{1,1} σ(x_{t-1,1})` at t = 2 → `W_{1,1} σ(x_{1,1})`. */
export const instantiated = (right: Expression, binding: Binding): Expression =>
  substitute(right, (node) => {
    if (node.kind === 'index') {
      const inner = withIndices(node, binding);
      const quantity = quantityOf(inner);
      return quantity ? quantityName(quantity) : inner;
    }
    const value = node.kind === 'symbol' ? binding.get(node.name) : undefined;
    return value === undefined ? undefined : num(value);
  });
