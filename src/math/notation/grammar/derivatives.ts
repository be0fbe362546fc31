import type { By, DerivativeNode, Expression } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
import { byOf, factorsOf, type Head, headOf, joined, type Lower, lowerOf, one, styleOf } from './differential-heads.ts';
import { empty, isDifferentiable, symbol, ungrouped } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import { scripted } from './scripts.ts';
import { scriptItems } from './subscripts.ts';
import { superscript } from './superscripts.ts';

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
  if (of !== undefined) return { kind: 'derivative', of, by, style: styleOf(head), at: parser.span(start) };
  return differentiated(parser, by, styleOf(head), start);
};

/** `d/dx` applied to what follows it. A value-at bar behind that belongs to the derivative: `d/dx f |_{x=0}`. */
const differentiated = (parser: Parser, by: Lower, kind: DerivativeNode['style'], start: number): Expression => {
  if (!parser.startsOperand()) {
    return { kind: 'derivative', of: empty(parser.lastEnd), by, style: kind, at: parser.span(start) };
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
  const last = node.kind === 'product' ? node.factors.at(-1) : undefined;
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
  if (of === undefined) factors.push(differentiated(parser, by, styleOf(head), start));
  else
    factors.push(parser.postfix({ kind: 'derivative', of, by, style: styleOf(head), at: parser.span(start) }, start));
  return true;
};

/** The same where the bracket below has been read: of `α ∂²g` / `(∂x ∂y)` the factors `∂²`, `g`. */
export const derivativeOverBracket = (parser: Parser, factors: Expression[], under: Expression): boolean => {
  const sign = headOf(factorsOf(under)[0])?.sign;
  const at = sign === undefined ? -1 : headIndex(factors, sign);
  const head = headOf(factors[at]);
  const by = head && lowerOf(under, head.sign);
  const of = joined(factors.slice(at + 1));
  if (!head || !by || !of) return false;
  const start = factors[at]?.at?.start ?? parser.lastEnd;
  factors.length = at;
  factors.push(parser.postfix({ kind: 'derivative', of, by, style: styleOf(head), at: parser.span(start) }, start));
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
  if (!isDifferentiable(parser.current.kind)) return raised;
  const order = raised.kind === 'power' ? raised.exponent : undefined;
  const of = parser.operand(Power.factor);
  const by = variables.map((variable) => ({ variable, order: order ?? one(variable) }));
  return { kind: 'derivative', of, by, style: 'partial', at: parser.span(start) };
};
