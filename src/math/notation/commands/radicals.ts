import type { Expression } from '../../expression/tree.ts';
import { Power } from '../grammar/power.ts';
import type { Reader } from '../grammar/reader.ts';
import { indexed } from '../grammar/scripts.ts';

/** The signs `√`, `∛`, `∜`: the bracket, number or name right behind. */
export const radical =
  (degree: string | undefined): Reader =>
  (parser, token) => {
    parser.next();
    const { start } = parser.current;
    const of = indexed(parser, parser.atom(Power.factor), start);
    const at = parser.span(token.start);
    if (degree === undefined) return { kind: 'root', of, at };
    const written: Expression = { kind: 'number', text: degree, at: { start: token.start, end: token.end } };
    return { kind: 'root', of, degree: written, at };
  };
