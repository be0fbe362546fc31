import type { ApplyNode, Expression } from '../../math/expression/tree.ts';

/** What a name stands for in the recurrent network x_t = W_rec σ(x_{t−1}) + W_in u_t + b. */
export type Role =
  | 'loss'
  | 'state'
  | 'recurrent'
  | 'input-weights'
  | 'bias'
  | 'parameters'
  | 'input'
  | 'activation'
  | 'bound'
  | 'steps';

const roles: readonly (readonly [Role, readonly string[]])[] = [
  ['loss', ['ε', 'ϵ', 'E', 'ℰ', 'L', 'ℒ', 'ℓ', 'loss']],
  ['state', ['x', 'h', 's']],
  ['recurrent', ['W_rec', 'W', 'W_r', 'W_R', 'W_hh', 'W_h']],
  ['input-weights', ['W_in', 'W_xh', 'W_ih']],
  ['bias', ['b']],
  ['parameters', ['θ', 'ϑ', 'Θ']],
  ['input', ['u']],
  ['activation', ['σ', 'φ', 'ϕ']],
  ['bound', ['γ']],
  ['steps', ['T']],
];

const byName = new Map(roles.flatMap(([role, names]) => names.map((name) => [name, role] as const)));

/** The role of a symbol's name, `undefined` for any other. */
export const roleOf = (name: string): Role | undefined => byName.get(name);

const numbers = new Map(roles.flatMap(([, names], i) => names.map((name) => [name, i] as const)));

/** The place of a name's role among the roles. */
export const roleNumber = (name: string): number | undefined => numbers.get(name);

/** The name of `x`, of `x_t`, of `x^{(t)}`; `undefined` for anything that is no name. */
export const nameOf = (expression: Expression): string | undefined => {
  if (expression.kind === 'symbol') return expression.name;
  return expression.kind === 'index' ? nameOf(expression.base) : undefined;
};

/** The one index of `x_t` or `x^{(t)}`, `undefined` without one. */
export const indexOf = (expression: Expression): Expression | undefined =>
  expression.kind === 'index' && expression.indices.length === 1 ? expression.indices[0] : undefined;

/** ‖A‖ and |A|. */
export const isNorm = (node: Expression): node is ApplyNode =>
  node.kind === 'apply' && ['norm', 'abs'].includes(nameOf(node.operator) ?? '');
