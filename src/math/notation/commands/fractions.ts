import { argument, optionalArgument } from '../grammar/argument.ts';
import { derivative } from '../grammar/derivatives.ts';
import { applied } from '../grammar/node.ts';
import type { Reader } from '../grammar/reader.ts';

/** `\frac{a}{b}`, and the derivatives written with it. */
const fraction: Reader = (parser, token) => {
  parser.next();
  const over = argument(parser);
  const under = argument(parser);
  return (
    derivative(parser, over, under, token.start) ?? { kind: 'quotient', over, under, at: parser.span(token.start) }
  );
};

/** `\sqrt{x}`, `\sqrt[3]{x}` */
const root: Reader = (parser, token) => {
  parser.next();
  const degree = optionalArgument(parser);
  const of = argument(parser);
  const at = parser.span(token.start);
  return degree === undefined ? { kind: 'root', of, at } : { kind: 'root', of, degree, at };
};

/** `\binom{n}{k}` */
const binomial: Reader = (parser, token) => {
  parser.next();
  const upper = argument(parser);
  const lower = argument(parser);
  return applied('binomial', [upper, lower], parser.span(token.start));
};

/** Fractions, roots and what is set like them. */
export const fractions: Readonly<Record<string, Reader>> = {
  frac: fraction,
  dfrac: fraction,
  tfrac: fraction,
  cfrac: fraction,
  nicefrac: fraction,
  sfrac: fraction,
  sqrt: root,
  binom: binomial,
  dbinom: binomial,
  tbinom: binomial,
};
