import type { BigNode, Expression } from '../../expression/tree.ts';
import { Kind, type Token } from '../scan/token.ts';
import { calls } from './calls.ts';
import { applied, empty } from './node.ts';
import type { OpenIntegral, Parser } from './parser.ts';
import { Power } from './power.ts';
import { scripted, scriptItems } from './scripts.ts';
import { inside, readItems } from './sequences.ts';

/** What the scripts of a big operator say. */
interface Limits {
  readonly lower: readonly Expression[];
  readonly upper: Expression | undefined;
  readonly written: boolean;
}

type Operator = BigNode['operator'];

/**
 * `\sum_{t=1}^T`, `\max_x`, `\lim_{m\to\infty}`, `\int_a^b`: the operator with its limits and body. The body goes on over
 * the following product, as mathematicians read it; an integrand up to its differential.
 * `max` and `min` without limits are functions. `arg`: what stood before, `\arg\max`.
 */
export const bigOperator = (
  parser: Parser,
  token: Token,
  _power: number,
  arg?: { readonly prefix: 'arg'; readonly start: number },
): Expression => {
  const start = arg?.start ?? token.start;
  const operator = `${arg?.prefix ?? ''}${token.text}` as Operator;
  parser.next();
  const limits = readLimits(parser);
  if (operator === 'integral') return integral(parser, limits, start);
  if (!limits.written && isChoice(operator)) return choice(parser, operator, start);
  const body = readBody(parser);
  return { kind: 'big', operator, ...range(limits, operator), body, at: parser.span(start) };
};

const isChoice = (operator: Operator): boolean => operator === 'max' || operator === 'min';

const readLimits = (parser: Parser): Limits => {
  let lower: readonly Expression[] = [];
  let upper: Expression | undefined;
  let written = false;
  for (;;) {
    const { kind } = parser.current;
    if (kind === Kind.subscript && lower.length === 0) lower = items(scriptItems(parser));
    else if (kind === Kind.superscript && upper === undefined) upper = scriptItems(parser)[0];
    else return { lower, upper, written };
    written = true;
  }
};

/** The lines of a `\substack` are items like those between commas. */
const items = (lower: readonly Expression[]): readonly Expression[] => {
  const [only] = lower;
  return lower.length === 1 && only?.kind === 'sequence' ? only.items : lower;
};

const readBody = (parser: Parser): Expression => {
  const begins = parser.startsOperand() || parser.current.kind === Kind.minus || parser.current.kind === Kind.plus;
  return begins ? parser.expression(Power.sum) : empty(parser.lastEnd);
};

/** `max(a, b)`, `max{a, b}`, `max |x|` */
const choice = (parser: Parser, name: string, start: number): Expression => {
  const { kind } = parser.current;
  const bracket = kind === Kind.open && parser.current.text !== '|' && parser.current.text !== '‖';
  const args = bracket || kind === Kind.groupOpen ? inside(parser, readItems) : [readBody(parser)];
  const at = parser.span(start);
  return calls.get(name)?.(args, at) ?? applied(name, args, at);
};

/** Lower limits as variable and start where they say so, as a condition otherwise. */
const range = ({ lower, upper }: Limits, operator: Operator): Partial<BigNode> => {
  const [first, ...others] = lower;
  if (first === undefined) return upper === undefined ? {} : { to: upper };
  const named = operator === 'limit' ? approach(first) : start(first);
  const several = others.length > 0 && others.every(isName);
  const condition = conditionOf(several ? first : named.condition, others);
  return {
    ...(named.variable && { variable: named.variable }),
    ...(named.from && { from: named.from }),
    ...(named.to ? { to: named.to } : upper && { to: upper }),
    ...(condition && { condition }),
  };
};

interface Named {
  readonly variable?: Expression;
  readonly from?: Expression;
  readonly to?: Expression;
  readonly condition?: Expression;
}

/** `t = 1`, `t`, `i ∈ S`, `1 ≤ k ≤ n`, `i ≠ j` */
const start = (lower: Expression): Named => {
  if (isName(lower)) return { variable: lower };
  if (lower.kind !== 'relation') return { condition: lower };
  const [left, middle] = lower.members;
  const [relation] = lower.relations;
  if (left === undefined || middle === undefined) return { condition: lower };
  if (lower.relations.length === 1 && relation === '=' && isName(left)) return { variable: left, from: middle };
  if (lower.relations.length === 1 && relation === '∈' && isName(left)) return { variable: left, condition: lower };
  return lower.relations.length === 2 && isName(middle) ? { variable: middle, condition: lower } : { condition: lower };
};

/** `m → ∞` */
const approach = (lower: Expression): Named => {
  if (lower.kind !== 'relation' || lower.relations[0] !== '→') return start(lower);
  const [variable, to] = lower.members;
  return variable !== undefined && to !== undefined && isName(variable) ? { variable, to } : { condition: lower };
};

const isName = (node: Expression): boolean => node.kind === 'symbol' || node.kind === 'index' || node.kind === 'prime';

const conditionOf = (first: Expression | undefined, others: readonly Expression[]): Expression | undefined => {
  const all = first === undefined ? others : [first, ...others];
  const [only] = all;
  const from = only?.at?.start;
  const to = all[all.length - 1]?.at?.end;
  if (all.length < 2 || from === undefined || to === undefined) return only;
  return { kind: 'sequence', items: all, at: { start: from, end: to } };
};

const integral = (parser: Parser, limits: Limits, start: number): Expression => {
  const open: OpenIntegral = { depth: parser.groupDepth, variable: undefined };
  parser.integrals.push(open);
  const body = startsDifferential(parser) ? numberOne(parser.lastEnd) : parser.expression(Power.set);
  if (open.variable === undefined && startsDifferential(parser)) {
    parser.next();
    open.variable = scripted(parser);
  }
  parser.integrals.pop();
  const [from, ...conditions] = limits.lower;
  const bounded = limits.upper !== undefined;
  const condition = bounded ? conditionOf(undefined, conditions) : conditionOf(from, conditions);
  return {
    kind: 'big',
    operator: 'integral',
    ...(open.variable && { variable: open.variable }),
    ...(bounded && from && { from }),
    ...(limits.upper && { to: limits.upper }),
    ...(condition && { condition }),
    body,
    at: parser.span(start),
  };
};

const startsDifferential = (parser: Parser): boolean =>
  parser.current.kind === Kind.name && parser.current.text === 'd' && parser.ahead(1).kind === Kind.name;

const numberOne = (place: number): Expression => ({ kind: 'number', text: '1', at: { start: place, end: place } });
