import type { BigNode, Expression } from '../../expression/tree.ts';
import { Kind, type Token } from '../scan/token.ts';
import { range, readLimits } from './big-limits.ts';
import { calls } from './calls.ts';
import { integral } from './integrals.ts';
import { applied, empty } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import { inside, readItems } from './sequences.ts';

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
