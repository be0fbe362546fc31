import type { By, DerivativeNode, Expression } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
import { symbol, ungrouped } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import { indexed, scripted, scriptItems, superscript } from './scripts.ts';

/** `∂`, `∂²`, `∂⁺` or `d` at the head of a differential. */
interface Head {
  readonly sign: string;
  readonly order: Expression | undefined;
  readonly immediate: boolean;
}

/** What stands under a slash or a fraction bar: `∂x ∂y`, `dx^2`. */
type Lower = readonly By[];

const headOf = (node: Expression | undefined): Head | undefined => {
  if (node === undefined) return undefined;
  if (node.kind === 'symbol' && (node.name === '∂' || node.name === 'd')) {
    return { sign: node.name, order: undefined, immediate: false };
  }
  if (node.kind === 'power') {
    const head = headOf(node.base);
    return head && { ...head, order: node.exponent };
  }
  return node.kind === 'index' ? immediateHead(node.base, node.indices[0]) : undefined;
};

/** `∂⁺`: the immediate partial derivative. */
const immediateHead = (base: Expression, mark: Expression | undefined): Head | undefined => {
  const head = headOf(base);
  return head && mark?.kind === 'symbol' && mark.name === '+' ? { ...head, immediate: true } : undefined;
};

const factorsOf = (node: Expression): readonly Expression[] => {
  if (node.kind === 'product') return node.factors;
  // `d(x)` may have been read as an application of d
  if (node.kind === 'apply' && headOf(node.operator)) return [node.operator, ...node.arguments];
  return [node];
};

const one = (variable: Expression): Expression => {
  const place = variable.at?.end ?? 0;
  return { kind: 'number', text: '1', at: { start: place, end: place } };
};

/** `x` is once by `x`; the `x^2` of `dx^2` is twice by `x`. */
const byOf = (node: Expression): By =>
  node.kind === 'power' ? { variable: node.base, order: node.exponent } : { variable: node, order: one(node) };

const lowerOf = (under: Expression, sign: string): Lower | undefined => {
  const factors = factorsOf(under);
  if (factors.length === 0 || factors.length % 2 === 1) return undefined;
  const by: By[] = [];
  for (let i = 0; i < factors.length; i += 2) {
    const variable = factors[i + 1];
    if (variable === undefined || headOf(factors[i])?.sign !== sign || variable.kind === 'number') return undefined;
    by.push(byOf(variable));
  }
  return by;
};

const style = (head: Head): DerivativeNode['style'] => {
  if (head.immediate) return 'immediate';
  return head.sign === 'd' ? 'total' : 'partial';
};

const joined = (factors: readonly Expression[]): Expression | undefined => {
  const [first] = factors;
  const last = factors[factors.length - 1];
  if (factors.length < 2 || first?.at === undefined || last?.at === undefined) return first;
  return { kind: 'product', factors, at: { start: first.at.start, end: last.at.end } };
};

/**
 * Reads a fraction as a derivative where it is one: `∂f/∂x`, `d^2y/dx^2`, `d/dx (…)`.
 * In the last form what follows is differentiated: the bracket, or the product up to the next `+`.
 */
export const derivative = (
  parser: Parser,
  over: Expression,
  under: Expression,
  start: number,
): Expression | undefined => {
  const upper = factorsOf(over);
  const head = headOf(upper[0]);
  if (head === undefined) return undefined;
  const by = lowerOf(under, head.sign);
  if (by === undefined) return undefined;
  const of = joined(upper.slice(1));
  if (of !== undefined) return { kind: 'derivative', of, by, style: style(head), at: parser.span(start) };
  return differentiated(parser, by, style(head), start);
};

/** `d/dx` applied to what follows it. A value-at bar behind that belongs to the derivative: `d/dx f |_{x=0}`. */
const differentiated = (parser: Parser, by: Lower, kind: DerivativeNode['style'], start: number): Expression => {
  if (!parser.startsOperand()) {
    const nothing: Expression = { kind: 'empty', at: { start: parser.lastEnd, end: parser.lastEnd } };
    return { kind: 'derivative', of: nothing, by, style: kind, at: parser.span(start) };
  }
  const operand = ungrouped(
    parser.current.kind === Kind.open
      ? parser.operand(Power.factor)
      : parser.nested((inner) => inner.expression(Power.sum)),
  );
  const at = parser.span(start);
  const { of, where } = withoutBar(operand);
  const node: Expression = { kind: 'derivative', of, by, style: kind, at };
  return where === undefined ? node : { kind: 'at', of: node, where, at };
};

/** Takes the value-at bar off the end of an operand. */
const withoutBar = (node: Expression): { of: Expression; where?: readonly Expression[] } => {
  if (node.kind === 'at') return { of: node.of, where: node.where };
  const last = node.kind === 'product' ? node.factors[node.factors.length - 1] : undefined;
  if (node.kind !== 'product' || last?.kind !== 'at') return { of: node };
  return { of: { ...node, factors: [...node.factors.slice(0, -1), last.of] }, where: last.where };
};

/** How many factors may stand between a differential's sign and the slash. */
const reach = 8;

/**
 * Turns the last factors of a product into a derivative where the slash behind them makes one: of `α ∂f` / `∂x` the
 * factors `∂`, `f` become `∂f/∂x`. The slash is consumed; false where it is an ordinary one.
 */
export const derivativeBySlash = (parser: Parser, factors: Expression[]): boolean => {
  const sign = parser.current.text;
  if (parser.current.kind !== Kind.name || (sign !== '∂' && sign !== 'd')) return false;
  const at = headIndex(factors, sign);
  const head = headOf(factors[at]);
  if (head === undefined || parser.ahead(1).kind === Kind.subscript) return false;
  const start = factors[at]?.at?.start ?? parser.current.start;
  const by = variablesBelow(parser, sign, head);
  const of = joined(factors.slice(at + 1));
  factors.length = at;
  if (of === undefined) factors.push(differentiated(parser, by, style(head), start));
  else factors.push(parser.postfix({ kind: 'derivative', of, by, style: style(head), at: parser.span(start) }, start));
  return true;
};

const headIndex = (factors: readonly Expression[], sign: string): number => {
  for (let i = factors.length - 1; i >= 0 && i >= factors.length - reach; i -= 1) {
    if (headOf(factors[i])?.sign === sign) return i;
  }
  return -1;
};

/** `∂x∂y`: what touches, and as many as the order above asks for. */
const variablesBelow = (parser: Parser, sign: string, head: Head): Lower => {
  const wanted = head.order?.kind === 'number' ? Number(head.order.text) : 1;
  const by: By[] = [];
  while (parser.current.kind === Kind.name && parser.current.text === sign) {
    if (by.length > 0 && parser.current.spaced && by.length >= wanted) break;
    parser.next();
    by.push(byOf(scripted(parser)));
  }
  return by;
};

/** `∂_x f`, `∂_{xy} f`, `∂_x^2 f`, `D_x f`; the sign is the current token and a subscript follows. */
export const derivativeByIndex = (parser: Parser): Expression => {
  const sign = parser.next();
  const { start } = sign;
  const variables = scriptItems(parser).flatMap((item) => (item.kind === 'product' ? item.factors : [item]));
  const operator: Expression = {
    kind: 'index',
    base: symbol(sign.text, { start, end: sign.end }),
    indices: variables,
    position: 'sub',
    at: parser.span(start),
  };
  const raised = parser.current.kind === Kind.superscript ? superscript(parser, operator, start) : operator;
  if (!differentiable(parser.current.kind)) return raised;
  const order = raised.kind === 'power' ? raised.exponent : undefined;
  const of = parser.operand(Power.factor);
  const by = variables.map((variable) => ({ variable, order: order ?? one(variable) }));
  return { kind: 'derivative', of, by, style: 'partial', at: parser.span(start) };
};

const differentiable = (kind: Kind): boolean =>
  kind === Kind.name || kind === Kind.open || kind === Kind.construct || kind === Kind.function || kind === Kind.nabla;

/** `∇f`, `∇_x f`, `∇²f`, `∇f(p)`; without an operand the sign alone. */
export const gradient = (parser: Parser): Expression => {
  const start = parser.current.start;
  const sign = scripted(parser);
  const { by, order } = gradientScripts(sign);
  if (order === undefined || !differentiable(parser.current.kind)) return sign;
  const of = ungrouped(gradientOperand(parser));
  const node = { kind: 'gradient', of, order, at: parser.span(start) } as const;
  return by === undefined ? node : { ...node, by };
};

const gradientScripts = (sign: Expression): { by?: Expression | undefined; order?: 1 | 2 } => {
  if (sign.kind === 'symbol') return { order: 1 };
  if (sign.kind === 'index') return { by: sign.indices[0], order: 1 };
  if (sign.kind !== 'power' || sign.exponent.kind !== 'number' || sign.exponent.text !== '2') return {};
  return { ...gradientScripts(sign.base), order: 2 };
};

/** A name with its index, whose bracket is the place; or a bracket, or a whole product that begins with a number. */
const gradientOperand = (parser: Parser): Expression => {
  const start = parser.current.start;
  if (parser.current.kind === Kind.name) return indexed(parser, parser.atom(Power.factor), start);
  const first = parser.current.kind === Kind.open ? parser.atom(Power.factor) : parser.operand(Power.factor);
  return first.kind === 'quotient' || first.kind === 'number' ? parser.operators(first, start, Power.sum) : first;
};

/**
 * Whether the `dx` of the integral being read stands here. At the integral's own level it ends the integrand;
 * inside a fraction, `∫ dx/x`, it is noted and skipped by `differential`.
 */
export const atDifferential = (parser: Parser): boolean => {
  const integral = parser.integrals[parser.integrals.length - 1];
  if (integral === undefined || integral.variable !== undefined || parser.current.text !== 'd') return false;
  return integral.depth === parser.groupDepth && parser.ahead(1).kind === Kind.name;
};
