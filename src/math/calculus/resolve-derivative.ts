/** What a derivative, gradient or prime in a formula stands for, as a function or an expression without it. */
import { apply, list, sym } from '../expression/build.ts';
import { matchArguments } from '../expression/instantiate.ts';
import { isName, nameNode, nameText } from '../expression/names.ts';
import { printPlain } from '../expression/print-plain.ts';
import type { FunctionDefinition, Scope } from '../expression/scope.ts';
import type { By, DerivativeNode, Expression, GradientNode, PrimeNode } from '../expression/tree.ts';
import type { UndefinedValue } from '../expression/value.ts';
import { freeSymbols, nodes, sameTree } from '../expression/walk.ts';
import { writtenNumber } from '../expression/written-number.ts';
import { isInteger, numerator } from '../number/exact.ts';
import { undefinedValue } from '../number/undefined.ts';
import { differentiate } from './differentiate.ts';
import { elementaryDerivatives } from './elementary-derivatives.ts';
import { gradient, hessian } from './gradient.ts';

/** An expression; or a function, with the point where it is taken if the derivative itself names one. */
export type Resolved =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'function'; readonly definition: FunctionDefinition; readonly at?: readonly Expression[] }
  | UndefinedValue;

type Functions = Scope['function'];

/** Derivatives of a higher order are not worked out. */
const highestOrder = 12;

const noRule = (e: Expression): UndefinedValue =>
  undefinedValue('unsupported', `no rule for ${printPlain(e).slice(0, 80)}`);

/** Whether a derivative was left untaken, which no further differentiation would change. */
const isTaken = (e: Expression): boolean => {
  for (const node of nodes(e)) if (node.kind === 'derivative') return false;
  return true;
};

const asExpression = (expression: Expression, of: Expression): Resolved =>
  isTaken(expression) ? { kind: 'expression', expression } : noRule(of);

const asFunction = (
  definition: FunctionDefinition,
  body: Expression,
  of: Expression,
  at?: readonly Expression[],
): Resolved => {
  if (!isTaken(body)) return noRule(of);
  return { kind: 'function', definition: { parameters: definition.parameters, body }, ...(at && { at }) };
};

/** The function somebody names by `f`: the assignment's, or one that everybody knows as a function of `z`. */
const functionNamed = (e: Expression, functions: Functions): FunctionDefinition | undefined => {
  if (!isName(e)) return undefined;
  const name = nameText(e);
  const known = elementaryDerivatives.has(name) ? { parameters: ['z'], body: apply(name, [sym('z')]) } : undefined;
  return functions(name) ?? known;
};

/** A function, and where it is taken: `f`, `f(x, y)`, `f(x_0, y_0)`. */
const subject = (
  e: Expression,
  functions: Functions,
): { readonly definition: FunctionDefinition; readonly at?: readonly Expression[] } | undefined => {
  const definition = functionNamed(e.kind === 'apply' ? e.operator : e, functions);
  if (!definition) return undefined;
  return e.kind === 'apply' ? { definition, at: e.arguments } : { definition };
};

const orderOf = ({ order }: By): number => {
  const value = writtenNumber(order)?.value;
  const isUsable = value && isInteger(value) && value.n >= 1n && value.n <= BigInt(highestOrder);
  return isUsable ? Number(numerator(value)) : 0;
};

/** `∂³/∂x²∂y` as x, x, y; undefined where an order is no small number. */
const variablesOf = (e: DerivativeNode): readonly Expression[] | undefined => {
  const orders = e.by.map(orderOf);
  if (orders.includes(0) || orders.reduce((all, order) => all + order, 0) > highestOrder) return undefined;
  return e.by.flatMap(({ variable }, i) => Array.from({ length: orders[i] ?? 0 }, () => variable));
};

const takeAll = (e: Expression, variables: readonly Expression[], functions: Functions): Expression =>
  variables.reduce<Expression>(
    (body, variable) => (isName(variable) ? differentiate(body, variable, functions) : body),
    e,
  );

const taken = new WeakMap<Functions, WeakMap<Expression, Map<string, Expression>>>();

/** What `key` says of a function's body, worked out once: the same derivative is asked for at one point after the other. */
const ofBody = (body: Expression, functions: Functions, key: string, take: () => Expression): Expression => {
  const bodies = taken.get(functions) ?? new WeakMap<Expression, Map<string, Expression>>();
  taken.set(functions, bodies);
  const known = bodies.get(body) ?? new Map<string, Expression>();
  bodies.set(body, known);
  const found = known.get(key) ?? take();
  known.set(key, found);
  return found;
};

const takeAllOf = (body: Expression, variables: readonly Expression[], functions: Functions): Expression => {
  const key = `∂ ${variables.map((variable) => (isName(variable) ? nameText(variable) : '')).join()}`;
  return ofBody(body, functions, key, () => takeAll(body, variables, functions));
};

/** `∂f(x_0, y_0)/∂x`: the partial derivative by the parameter x, at a point that does not itself depend on x. */
const isPartialAtPoint = (
  definition: FunctionDefinition,
  at: readonly Expression[],
  variables: readonly Expression[],
): boolean => {
  const names = variables.filter(isName).map(nameText);
  const point = new Set(at.flatMap((part) => freeSymbols(part).map(nameText)));
  const isAtItself = matchArguments(definition, at)?.every((part, i) =>
    sameTree(part, nameNode(definition.parameters[i] ?? '')),
  );
  return names.every((name) => definition.parameters.includes(name) && (isAtItself || !point.has(name)));
};

/** Derivatives inside are taken first: `∂/∂x (∂f/∂y)`. */
const resolvedInside = (e: Expression, functions: Functions): Expression | UndefinedValue => {
  if (e.kind !== 'derivative' && e.kind !== 'gradient') return e;
  const resolved = resolveDerivative(e, functions);
  if (resolved.kind === 'expression') return resolved.expression;
  return resolved.kind === 'function' && !resolved.at ? resolved.definition.body : noRule(e);
};

const ofDerivative = (e: DerivativeNode, functions: Functions): Resolved => {
  const variables = variablesOf(e);
  if (!variables?.every(isName)) return noRule(e);
  const about = subject(e.of, functions);
  if (about && (!about.at || isPartialAtPoint(about.definition, about.at, variables)))
    return asFunction(about.definition, takeAllOf(about.definition.body, variables, functions), e, about.at);
  const inside = resolvedInside(e.of, functions);
  return inside.kind === 'undefined' ? inside : asExpression(takeAll(inside, variables, functions), e);
};

/** The variables of a gradient: those written under ∇, else the function's own. */
const gradientVariables = (e: GradientNode, parameters: readonly string[]): readonly string[] | undefined => {
  if (!e.by) return parameters;
  const written = e.by.kind === 'list' ? e.by.items : [e.by];
  return written.every(isName) ? written.map(nameText) : undefined;
};

/** The gradient of a function of one variable is its derivative, a number. */
const gradientBody = (
  body: Expression,
  variables: readonly string[],
  order: 1 | 2,
  functions: Functions,
): Expression => {
  const [only, ...more] = variables;
  if (only !== undefined && more.length === 0) return takeAll(body, Array(order).fill(nameNode(only)), functions);
  return order === 1 ? list(gradient(body, variables, functions).items) : hessian(body, variables, functions);
};

const ofGradient = (e: GradientNode, functions: Functions): Resolved => {
  const about = subject(e.of, functions);
  const parameters = about?.definition.parameters ?? freeSymbols(e.of).map(nameText);
  const variables = gradientVariables(e, parameters);
  if (!variables || variables.length === 0 || (!about && !e.by)) return noRule(e);
  if (!about) return asExpression(gradientBody(e.of, variables, e.order, functions), e);
  const { definition, at } = about;
  const body = ofBody(definition.body, functions, `∇${e.order} ${variables.join()}`, () =>
    gradientBody(definition.body, variables, e.order, functions),
  );
  return asFunction(definition, body, e, at);
};

const ofPrime = (e: PrimeNode, functions: Functions): Resolved => {
  const definition = functionNamed(e.of, functions);
  const [parameter, ...more] = definition?.parameters ?? [];
  if (!definition || parameter === undefined || more.length > 0 || e.order > highestOrder) return noRule(e);
  return asFunction(definition, takeAllOf(definition.body, Array(e.order).fill(nameNode(parameter)), functions), e);
};

/**
 * Takes the derivatives a node stands for. `∂f/∂x` and `∇f` are functions of f's parameters, `∂f(x_0, y_0)/∂x` one at
 * that point, `∂(x² y)/∂x` an expression. What no rule reaches is `unsupported`.
 */
export const resolveDerivative = (e: Expression, functions: Functions): Resolved => {
  if (e.kind === 'derivative') return ofDerivative(e, functions);
  if (e.kind === 'gradient') return ofGradient(e, functions);
  return e.kind === 'prime' ? ofPrime(e, functions) : noRule(e);
};
