import type { Expression } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
import { type BigLimits, conditionOf } from './big-limits.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import type { OpenIntegral } from './reader.ts';
import { scripted } from './scripts.ts';

/** `\int_a^b f(x) dx` behind its limits; without an upper limit the lower one is a condition, `\int_D f`. */
export const integral = (parser: Parser, limits: BigLimits, start: number): Expression => {
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

/** The `dx` of `∫ dx/x`, inside a fraction: the integral learns its variable, the fraction keeps a 1. */
export const innerDifferential = (parser: Parser): Expression | undefined => {
  const integral = parser.integrals.at(-1);
  if (integral === undefined || integral.variable !== undefined || integral.depth === parser.groupDepth)
    return undefined;
  if (parser.ahead(1).kind !== Kind.name) return undefined;
  const { start } = parser.next();
  integral.variable = scripted(parser);
  return { kind: 'number', text: '1', at: parser.span(start) };
};

/**
 * Whether the `dx` of the integral being read stands here. At the integral's own level it ends the integrand;
 * inside a fraction, `∫ dx/x`, it is noted and skipped by `innerDifferential`.
 */
export const atDifferential = (parser: Parser): boolean => {
  const integral = parser.integrals.at(-1);
  if (integral === undefined || integral.variable !== undefined || parser.current.text !== 'd') return false;
  return integral.depth === parser.groupDepth && parser.ahead(1).kind === Kind.name;
};

const startsDifferential = (parser: Parser): boolean =>
  parser.current.kind === Kind.name && parser.current.text === 'd' && parser.ahead(1).kind === Kind.name;

const numberOne = (place: number): Expression => ({ kind: 'number', text: '1', at: { start: place, end: place } });
