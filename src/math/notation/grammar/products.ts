import type { Expression } from '../../expression/tree.ts';
import { Kind, type Token } from '../scan/token.ts';
import { derivativeBySlash, derivativeOverBracket } from './derivatives.ts';
import { atDifferential } from './integrals.ts';
import { fractionOfMixed, mixedNumber, writtenMixed } from './mixed-numbers.ts';
import { empty, ungrouped } from './node.ts';
import type { Parser } from './parser.ts';
import { Power } from './power.ts';
import type { Infix, Reader } from './reader.ts';

/** Factors of one product in the making; a slash turns them into the quotient's upper part. */
interface Making {
  factors: Expression[];
  start: number;
  quotients: number;
}

/**
 * `2 x · y / z` from left to right. Factors that follow a slash without a blank belong to the lower part, as people write it:
 *
 *     x^2/2σ^2    the quotient of x^2 and 2σ^2     (noted as ambiguous)
 *     1/2 x       one half of x
 */
export const product: Infix = {
  power: Power.product,
  read: (parser, left, start) => {
    if (!continues(parser, left)) return left;
    const making: Making = { factors: [ungrouped(left)], start, quotients: 0 };
    while (step(parser, making));
    return close(parser, making);
  },
};

const step = (parser: Parser, making: Making): boolean => {
  const token = parser.current;
  if (token.kind === Kind.times) {
    parser.next();
    making.factors.push(factor(parser));
    return true;
  }
  if (token.kind === Kind.slash) return divide(parser, making);
  if (!continues(parser, making.factors.at(-1))) return false;
  const last = making.factors.length - 1;
  const next = writtenMixed(parser, making.factors[last]) ? fractionOfMixed(parser) : factor(parser);
  const mixed = mixedNumber(parser, making.factors[last], next);
  if (mixed === undefined) making.factors.push(next);
  else making.factors[last] = mixed;
  return true;
};

/** Whether the current token goes on the product after `left`. */
const continues = (parser: Parser, left: Expression | undefined): boolean => {
  const { kind } = parser.current;
  if (kind === Kind.times || kind === Kind.slash) return true;
  if (!parser.startsOperand() || left?.kind === 'text') return false;
  if (kind === Kind.bar) return parser.barOpens();
  if (kind === Kind.number && left?.kind === 'number') return numberFollows(parser);
  return kind !== Kind.name || !atDifferential(parser);
};

/** Numbers side by side: items in square brackets, `[3.55 0.2]`; elsewhere a product nobody writes. */
const numberFollows = (parser: Parser): boolean => {
  const { start, end, spaced } = parser.current;
  if (parser.insideSquare && spaced) return false;
  parser.problems.note('numbers-side-by-side', 'two numbers without a sign between are read as a product', start, end);
  return true;
};

const factor = (parser: Parser): Expression => {
  const { kind } = parser.current;
  if (kind === Kind.cell || kind === Kind.row) return empty(parser.lastEnd);
  return ungrouped(parser.expression(Power.factor));
};

const close = (parser: Parser, making: Making): Expression => {
  const [only] = making.factors;
  if (making.factors.length === 1 && only !== undefined) return only;
  return { kind: 'product', factors: making.factors, at: parser.span(making.start) };
};

const divide = (parser: Parser, making: Making): boolean => {
  making.quotients += 1;
  if (!parser.mayChain(making.quotients)) {
    making.factors.push(parser.tooDeep());
    return false;
  }
  const slash = parser.next();
  if (derivativeBySlash(parser, making.factors)) return true;
  const over = close(parser, making);
  const under = lowerPart(parser, over, slash);
  if (derivativeOverBracket(parser, making.factors, under)) return true;
  making.factors = [{ kind: 'quotient', over, under, at: parser.span(making.start) }];
  return true;
};

/** The factor behind a slash with those that touch it. */
const lowerPart = (parser: Parser, over: Expression, slash: Token): Expression => {
  const start = parser.current.start;
  const first = factor(parser);
  if (!touches(parser, first)) return notedBracket(parser, first, slash);
  noteOpenQuotient(parser, slash);
  if (over.kind === 'number' && first.kind === 'number') return first;
  const factors = [first];
  while (touches(parser, first)) factors.push(factor(parser));
  return { kind: 'product', factors, at: parser.span(start) };
};

/** `a/b(c)`: the bracket is a factor of the quotient, which others read otherwise. */
const notedBracket = (parser: Parser, under: Expression, slash: Token): Expression => {
  if (parser.current.kind === Kind.open && !parser.current.spaced) noteOpenQuotient(parser, slash);
  return under;
};

const noteOpenQuotient = (parser: Parser, slash: Token): void =>
  parser.problems.note('ambiguous-quotient', 'what the slash divides by is open', slash.start, parser.current.end);

const touches = (parser: Parser, left: Expression): boolean =>
  !parser.current.spaced &&
  parser.current.kind !== Kind.times &&
  parser.current.kind !== Kind.slash &&
  parser.current.kind !== Kind.error &&
  parser.current.kind !== Kind.open &&
  continues(parser, left);

/** A row that goes on a product, `&\cdot c`, is the product of nothing and `c`. */
export const emptyFactor: Reader = (parser, token, power) =>
  power > Power.none ? parser.missing() : empty(token.start);
