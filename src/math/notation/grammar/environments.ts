import type { Expression } from '../../expression/tree.ts';
import { applied, empty, widen } from './node.ts';
import type { Reader } from './reader.ts';
import { filled, inside, readRows, rowsNode } from './sequences.ts';

/** What the rows of an environment are. Names without a line here (`aligned`, `split`, `gather`, `array` …) are rows. */
const kinds: ReadonlyMap<string, 'matrix' | 'det' | 'norm' | 'cases'> = new Map([
  ['matrix', 'matrix'],
  ['pmatrix', 'matrix'],
  ['bmatrix', 'matrix'],
  ['Bmatrix', 'matrix'],
  ['smallmatrix', 'matrix'],
  ['psmallmatrix', 'matrix'],
  ['bsmallmatrix', 'matrix'],
  ['vmatrix', 'det'],
  ['Vmatrix', 'norm'],
  ['cases', 'cases'],
  ['dcases', 'cases'],
  ['rcases', 'cases'],
]);

/** `\begin{…} … \end{…}` */
export const environment: Reader = (parser, token) => {
  const kind = kinds.get(token.text);
  const rows = inside(parser, readRows);
  const at = parser.span(token.start);
  if (kind === undefined) return widen(rowsNode(parser, rows, token.start), at);
  const kept: Expression[][] = filled(rows);
  if (kept.length === 0) return empty(token.start);
  if (kind === 'cases') return { kind: 'cases', rows: kept, at };
  const matrix: Expression = { kind: 'matrix', rows: kept, at };
  return kind === 'matrix' ? matrix : applied(kind, [matrix], at);
};
