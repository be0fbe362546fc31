import type { Expression, Span } from '../../expression/tree.ts';
import { mapTree } from '../../expression/walk.ts';
import { Kind } from '../scan/token.ts';
import { isMinusOne } from './applications.ts';
import { bigOperator } from './big-operators.ts';
import { calls } from './calls.ts';
import { symbol } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import type { Reader } from './reader.ts';
import { scripted } from './scripts.ts';
import { inside, readItems } from './sequences.ts';

/** A known function with or without brackets: `\sin x`, `\sin^2 x`, `\log_2 x`, `exp(x)`. */
export const namedFunction: Reader = (parser, token, power) => {
  if (token.text === 'arg' && parser.ahead(1).kind === Kind.big) return argument(parser, power);
  const start = token.start;
  const operator = scripted(parser);
  const args = readArguments(parser);
  if (args === undefined) return operator;
  return call(parser, operator, args, start);
};

/** `\arg\max` */
const argument = (parser: Parser, power: number): Expression => {
  const arg = parser.next();
  return bigOperator(parser, parser.current, power, { prefix: 'arg', start: arg.start });
};

/** A bracket, a group, or the factors that follow directly: `\sin 2πx \cos y` takes `2πx`. */
const readArguments = (parser: Parser): readonly Expression[] | undefined => {
  const { kind } = parser.current;
  if (kind === Kind.open) return bracketed(parser);
  if (kind === Kind.groupOpen) return inside(parser, readItems);
  if (kind === Kind.minus) return [parser.expression(Power.factor)];
  if (!begins[kind]) return undefined;
  return [followingFactors(parser)];
};

const bracketed = (parser: Parser): readonly Expression[] => {
  const { text } = parser.current;
  const inner = parser.ahead(1);
  // `det [[1, 2], [3, 4]]` has one argument, whose rows are lists
  if (text === '[' && inner.kind === Kind.open && inner.text === '[') return [parser.operand(Power.factor)];
  if (text === '(' || text === '[' || text === '{') return inside(parser, readItems);
  return [parser.operand(Power.factor)];
};

const begins: Readonly<Record<number, boolean>> = {
  [Kind.number]: true,
  [Kind.name]: true,
  [Kind.construct]: true,
  [Kind.function]: true,
  [Kind.nabla]: true,
  [Kind.big]: true,
  [Kind.bar]: true,
  [Kind.environmentOpen]: true,
};

const followingFactors = (parser: Parser): Expression => {
  const start = parser.current.start;
  const first = parser.operand(Power.factor);
  const factors = [first];
  while (isPlainFactor(parser)) factors.push(parser.operand(Power.factor));
  return factors.length === 1 ? first : { kind: 'product', factors, at: parser.span(start) };
};

const isPlainFactor = (parser: Parser): boolean => {
  const { kind, text } = parser.current;
  if (kind === Kind.name) return !(text === 'd' && parser.integrals.length > 0);
  return kind === Kind.number || kind === Kind.construct;
};

/** The application of a decorated operator: a subscript of `log` is its base, a power belongs to the value. */
const call = (parser: Parser, operator: Expression, args: readonly Expression[], start: number): Expression => {
  const at = parser.span(start);
  if (operator.kind === 'power') {
    if (isMinusOne(operator.exponent)) return inverse(operator.base, args, start, parser);
    return { kind: 'power', base: call(parser, operator.base, args, start), exponent: operator.exponent, at };
  }
  if (operator.kind === 'symbol') {
    const build = calls.get(operator.name);
    if (build !== undefined) return build(args, at);
  }
  const [base] = operator.kind === 'index' && isLog(operator.base) ? operator.indices : [];
  if (operator.kind === 'index' && base !== undefined) {
    return { kind: 'apply', operator: operator.base, arguments: [...args, base], at };
  }
  const isOfAngle = operator.kind === 'symbol' && ofAngle.has(operator.name);
  return { kind: 'apply', operator, arguments: isOfAngle ? args.map(inRadians) : args, at };
};

const ofAngle: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc']);

/** `sin 30°` is the sine of 30 · π/180: behind these functions the sign is a number, elsewhere a unit. */
const inRadians = (e: Expression): Expression =>
  mapTree(e, (node) => (node.kind === 'symbol' && node.name === '°' ? degree(node.at) : node));

const degree = (at: Span | undefined): Expression => {
  const place = at && { at };
  const under: Expression = { kind: 'number', text: '180', ...place };
  return { kind: 'quotient', over: { kind: 'symbol', name: 'π', ...place }, under, ...place };
};

const isLog = (node: Expression): boolean => node.kind === 'symbol' && node.name === 'log';

const invertible: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc', 'sinh', 'cosh', 'tanh']);

/** `\sin^{-1} x` is the arcus sine, not the reciprocal. */
const inverse = (base: Expression, args: readonly Expression[], start: number, parser: Parser): Expression => {
  const at = parser.span(start);
  const name = base.kind === 'symbol' && invertible.has(base.name) ? base.name : undefined;
  if (name !== undefined) {
    const prefix = name.endsWith('h') ? 'ar' : 'arc';
    return { kind: 'apply', operator: symbol(`${prefix}${name}`, base.at ?? at), arguments: args, at };
  }
  return {
    kind: 'apply',
    operator: { kind: 'power', base, exponent: minusOne(base.at?.end ?? at.start), at: base.at ?? at },
    arguments: args,
    at,
  };
};

const minusOne = (place: number): Expression => {
  const at = { start: place, end: place };
  return { kind: 'negative', of: { kind: 'number', text: '1', at }, at };
};
