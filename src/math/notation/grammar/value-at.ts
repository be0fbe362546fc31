import type { Expression } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
import type { Parser } from './parser.ts';
import { scriptItems } from './subscripts.ts';

/**
 * Reads the equations of a value-at bar, `_{x=0, y=1}`; the subscript sign is the current token.
 * With an upper limit as well, `|_0^1`, `where` holds both limits: the difference of two values.
 */
export const valueAt = (parser: Parser, of: Expression, start: number): Expression => {
  const where = [...scriptItems(parser)];
  if (parser.current.kind === Kind.superscript) where.push(...scriptItems(parser));
  return { kind: 'at', of, where, at: parser.span(start) };
};
