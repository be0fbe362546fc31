/** Vectors and matrices of partial derivatives. */
import { list, matrix } from '../expression/build.ts';
import type { Name } from '../expression/free-symbols.ts';
import type { Scope } from '../expression/scope.ts';
import type { Expression, ListNode, MatrixNode } from '../expression/tree.ts';
import { differentiate } from './differentiate.ts';

type Variables = readonly (Name | string)[];

/** `[∂e/∂x, ∂e/∂y]`. */
export const gradient = (e: Expression, variables: Variables, functions?: Scope['function']): ListNode =>
  list(
    variables.map((variable) => differentiate(e, variable, functions)),
    '[',
  );

/** Rows are the components of the function, columns the variables: `∂f_i/∂x_j`. */
export const jacobian = (
  components: readonly Expression[],
  variables: Variables,
  functions?: Scope['function'],
): MatrixNode =>
  matrix(components.map((component) => variables.map((variable) => differentiate(component, variable, functions))));

/** The symmetric matrix of second derivatives. */
export const hessian = (e: Expression, variables: Variables, functions?: Scope['function']): MatrixNode =>
  jacobian(gradient(e, variables, functions).items, variables, functions);
