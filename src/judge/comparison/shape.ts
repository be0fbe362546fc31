import type { ApplyNode, Expression, ListNode, MatrixNode, SymbolNode } from '../../math/expression/tree.ts';

/** What kind of thing an answer is, as far as comparing goes. */
export type Shape =
  | { readonly kind: 'scalar'; readonly of: Expression }
  | { readonly kind: 'statement'; readonly of: Expression }
  | { readonly kind: 'set'; readonly items: readonly Expression[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly ends: string }
  | { readonly kind: 'matrix'; readonly rows: MatrixNode['rows'] }
  | { readonly kind: 'region'; readonly of: Expression }
  | { readonly kind: 'text'; readonly text: string };

const isSet = (e: ListNode): boolean => e.open === '{' && e.close === '}';

const column = (e: MatrixNode): Shape =>
  e.rows.length > 1 && e.rows.every((row) => row.length === 1)
    ? { kind: 'list', items: e.rows.flat(), ends: '' }
    : { kind: 'matrix', rows: e.rows };

const setOperators = new Set(['∪', '∩', '\\', '∖']);

/** `[0, 1) ∪ {3}`. */
const isRegion = (e: ApplyNode): boolean => e.operator.kind === 'symbol' && setOperators.has(e.operator.name);

const symbolShape = (e: SymbolNode): Shape => {
  if (e.name === '∅') return { kind: 'set', items: [] };
  return e.name === 'ℝ' ? { kind: 'region', of: e } : { kind: 'scalar', of: e };
};

/** `ends` is empty where the brackets say nothing: a sequence, a column. */
export const shapeOf = (e: Expression): Shape => {
  switch (e.kind) {
    case 'marked':
      return e.mark === 'final' ? shapeOf(e.of) : { kind: 'scalar', of: e };
    case 'relation':
    case 'logic':
      return { kind: 'statement', of: e };
    case 'list':
      return isSet(e) ? { kind: 'set', items: e.items } : { kind: 'list', items: e.items, ends: e.open + e.close };
    case 'sequence':
      return e.items.length === 1 && e.items[0] ? shapeOf(e.items[0]) : { kind: 'list', items: e.items, ends: '' };
    case 'matrix':
      return column(e);
    case 'text':
      return { kind: 'text', text: e.text.trim() };
    case 'symbol':
      return symbolShape(e);
    case 'apply':
      return isRegion(e) ? { kind: 'region', of: e } : { kind: 'scalar', of: e };
    default:
      return { kind: 'scalar', of: e };
  }
};

/** `a list of 3 items`, for messages. */
export const shapeName = (shape: Shape): string => {
  switch (shape.kind) {
    case 'scalar':
      return 'a single expression';
    case 'statement':
      return 'an equation or inequality';
    case 'set':
      return `a set of ${shape.items.length}`;
    case 'list':
      return `a list of ${shape.items.length}`;
    case 'matrix':
      return `a matrix of ${shape.rows.length} rows`;
    case 'region':
      return 'a set made of others';
    case 'text':
      return 'words';
  }
};
