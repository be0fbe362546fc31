import { differentiate } from '../../math/calculus/differentiate.ts';
import { list, matrix } from '../../math/expression/build.ts';
import { isName, nameText } from '../../math/expression/names.ts';
import type { By, Expression, GradientNode } from '../../math/expression/tree.ts';
import { mapTree, size, substitute } from '../../math/expression/walk.ts';
import { limits } from '../limits.ts';
import { argumentsFor, type Surroundings } from './spread.ts';

/** The function that `f`, `f(x, y)` or `f(x_0, y_0)` is about, and the point where it is taken. */
interface Subject {
  readonly name: string;
  readonly at?: readonly Expression[];
}

const subjectOf = (e: Expression): Subject | undefined => {
  if (e.kind === 'symbol') return { name: e.name };
  return e.kind === 'apply' && e.operator.kind === 'symbol' ? { name: e.operator.name, at: e.arguments } : undefined;
};

const orderOf = ({ order }: By): number =>
  order.kind === 'number' && /^\d$/.test(order.text) ? Number(order.text) : 0;

/** f(f(f(…))) written out grows with every level; what is larger than this stays an application. */
const isTooLarge = (e: Expression): boolean => size(e, limits.unfolded) >= limits.unfolded;

/** Parameters replaced by the point's components; `undefined` where those are too large to be copied into the body. */
const taken = (
  body: Expression,
  name: string,
  at: readonly Expression[] | undefined,
  around: Surroundings,
): Expression | undefined => {
  const parameters = around.definition(name)?.parameters ?? [];
  if (!at) return body;
  if (at.some(isTooLarge)) return undefined;
  const written = at.map((each) => withDerivatives(each, around));
  if (written.some(isTooLarge)) return undefined;
  const known = argumentsFor(parameters.length, written, around);
  if (!known) return undefined;
  return substitute(body, (node) => (node.kind === 'symbol' ? known[parameters.indexOf(node.name)] : undefined));
};

/** `∂f/∂x`, `∂²f/∂x∂y`: the first derivative is the table's own (it may be given), the others follow from it. */
const derivativeOf = (name: string, by: readonly By[], around: Surroundings): Expression | undefined => {
  const variables = by.flatMap((each) => Array.from({ length: orderOf(each) }, () => each.variable));
  const names = variables.map((variable) => (variable.kind === 'symbol' ? variable.name : undefined));
  const [first, ...more] = names.filter((each) => each !== undefined);
  if (first === undefined || names.includes(undefined) || by.some((each) => orderOf(each) === 0)) return undefined;
  const position = around.definition(name)?.parameters.indexOf(first) ?? -1;
  const start = position < 0 ? undefined : around.partial(name, position);
  return start && more.reduce<Expression>((body, variable) => differentiate(body, variable), start);
};

/** The parameters that `∇_w f` differentiates by: one of them, or the coordinates of the iterate; all without a subscript. */
const variablesOf = (
  parameters: readonly string[],
  by: Expression | undefined,
  around: Surroundings,
): readonly string[] => {
  if (!by) return parameters;
  if (by.kind !== 'symbol') return [];
  return parameters.includes(by.name) ? [by.name] : (around.coordinates(by.name) ?? []);
};

const gradientOf = (name: string, { order, by }: GradientNode, around: Surroundings): Expression | undefined => {
  const all = around.definition(name)?.parameters ?? [];
  const parameters = variablesOf(all, by, around);
  const partials = parameters
    .map((each) => around.partial(name, all.indexOf(each)))
    .filter((each) => each !== undefined);
  const [only] = partials;
  if (!only || partials.length !== parameters.length) return undefined;
  if (parameters.length === 1) return order === 1 ? only : differentiate(only, parameters[0] ?? '');
  if (order === 2) return matrix(partials.map((each) => parameters.map((parameter) => differentiate(each, parameter))));
  return list(partials);
};

const primeOf = (name: string, order: number, around: Surroundings): Expression | undefined => {
  const [parameter, ...more] = around.definition(name)?.parameters ?? [];
  const first = parameter === undefined || more.length > 0 ? undefined : around.partial(name, 0);
  if (!first || parameter === undefined) return undefined;
  return Array.from({ length: order - 1 }).reduce<Expression>((body) => differentiate(body, parameter), first);
};

/** The derivative that an operator stands for, as an expression in the function's parameters. */
const operatorBody = (
  operator: Expression,
  around: Surroundings,
): { subject: Subject; body: Expression } | undefined => {
  if (operator.kind !== 'derivative' && operator.kind !== 'gradient' && operator.kind !== 'prime') return undefined;
  const subject = subjectOf(operator.of);
  if (!subject || !around.definition(subject.name)) return undefined;
  const { name } = subject;
  const body =
    operator.kind === 'derivative'
      ? derivativeOf(name, operator.by, around)
      : operator.kind === 'gradient'
        ? gradientOf(name, operator, around)
        : primeOf(name, operator.order, around);
  return body && { subject, body };
};

/**
 * Derivatives and gradients of the table's functions written out: `∂f/∂x` → `2 x + y`, `∇f(x_0, y_0)` →
 * `(2 x_0 + y_0, x_0 + 12 y_0)`. What the table does not define stays.
 */
export const withDerivatives = (tree: Expression, around: Surroundings): Expression =>
  substitute(tree, (node) => {
    const operator = node.kind === 'apply' ? node.operator : node;
    const found = operatorBody(operator, around);
    if (!found) return undefined;
    const at = node.kind === 'apply' ? node.arguments : found.subject.at;
    const written = taken(found.body, found.subject.name, at, around);
    if (written || node.kind !== 'apply') return written;
    // σ′ of a vector waits until the vector is taken apart; its operator must not be written out alone.
    return { ...node, arguments: node.arguments.map((each) => withDerivatives(each, around)) };
  });

/** Applications of the table's functions replaced by their bodies: `f(x, y)` → `x^2 + x y + 6 y^2`. */
export const withBodies = (tree: Expression, around: Surroundings): Expression =>
  mapTree(tree, (node) => {
    const name = node.kind === 'apply' && isName(node.operator) ? nameText(node.operator) : undefined;
    const definition = name === undefined ? undefined : around.definition(name);
    if (node.kind !== 'apply' || name === undefined || !definition) return node;
    return taken(definition.body, name, node.arguments, around) ?? node;
  });
