import { num, power, product, sum, sym } from '../../math/expression/build.ts';
import { builtIns } from '../../math/expression/evaluation/built-in.ts';
import { emptyScope, type FunctionDefinition, type Scope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';

/** Functions of the expressions that nobody has defined, each with its number of arguments. */
const unknownFunctions = (expressions: readonly Expression[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const e of expressions)
    for (const node of nodes(e))
      if (node.kind === 'apply' && node.operator.kind === 'symbol' && !builtIns.has(node.operator.name))
        found.set(node.operator.name, node.arguments.length);
  return found;
};

/** Σ_k c_k t^k over all arguments, with coefficients no exercise is built on. */
const polynomialStandIn = (seed: number, parameters: number): FunctionDefinition => {
  const names = Array.from({ length: parameters }, (_, j) => `t_${j}`);
  const terms = names.flatMap((name, j) =>
    [1, 2, 3, 5].map((k) => product([num((((seed + 3) * (7 * k + 11 * j + 5)) % 97) + 2), power(sym(name), num(k))])),
  );
  return { parameters: names, body: sum([num(seed + 2), ...terms]) };
};

/**
 * A scope in which every unknown function is a polynomial: an identity of unknown functions holds for those too.
 * `undefined` where there is none.
 */
export const standInsFor = (expressions: readonly Expression[]): Scope | undefined => {
  const unknown = [...unknownFunctions(expressions)];
  if (unknown.length === 0 || unknown.some(([name]) => !/^\p{L}/u.test(name))) return undefined;
  const definitions = new Map(unknown.map(([name, arity], k) => [name, polynomialStandIn(k + 1, arity)]));
  return { ...emptyScope, function: (name) => definitions.get(name) };
};
