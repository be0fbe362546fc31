import { num, power, product, sum, sym } from '../../math/expression/build.ts';
import { builtIns } from '../../math/expression/evaluation/built-in.ts';
import { emptyScope, type FunctionDefinition, type Scope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';

/** Functions of the expression that nobody has defined, each with its number of arguments. */
const unknownFunctions = (e: Expression): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
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

/** `erf` and `Γ` are somebody's, even where they are not ours: only such letters stand for any function. */
const isAnyFunction = (name: string): boolean => /^[a-zFGH]$/.test(name);

/**
 * A scope in which every unknown function is a polynomial: an identity of unknown functions holds for those too.
 * `undefined` where both sides do not speak of the same functions, or of functions that may have a meaning.
 */
export const standInsFor = (a: Expression, b: Expression): Scope | undefined => {
  const [ours, theirs] = [unknownFunctions(a), unknownFunctions(b)];
  const names = [...ours.keys()];
  if (names.length === 0 || names.length !== theirs.size) return undefined;
  if (!names.every((name) => isAnyFunction(name) && ours.get(name) === theirs.get(name))) return undefined;
  const definitions = new Map(names.map((name, k) => [name, polynomialStandIn(k + 1, ours.get(name) ?? 1)]));
  return { ...emptyScope, function: (name) => definitions.get(name) };
};
