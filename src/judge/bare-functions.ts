import { apply, sym } from '../math/expression/build.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import { substitute } from '../math/expression/walk.ts';

/** What a function is taken in, not its value: the `f` of `f'` and `∇f`. */
const operators: ReadonlySet<Expression['kind']> = new Set(['prime', 'derivative', 'gradient']);

/** Functions written as quantities take their own parameters: `σ(1 - σ)` is `σ(z)(1 - σ(z))`. */
export const withParameters = (e: Expression, scope: Scope): Expression =>
  substitute(e, (node) => {
    if (operators.has(node.kind)) return node;
    if (node.kind === 'apply' && node.operator.kind === 'symbol')
      return { ...node, arguments: node.arguments.map((one) => withParameters(one, scope)) };
    const definition = node.kind === 'symbol' ? scope.function(node.name) : undefined;
    return definition && apply(node, definition.parameters.map(sym));
  });
