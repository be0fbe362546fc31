import type { ApplyNode, Expression } from '../../math/expression/tree.ts';
import { unitComponents } from './unit-vectors.ts';

/** The components of a vector written as a list, a row, a column, one of these transposed, or over unit vectors. */
export const components = (e: Expression): readonly Expression[] | undefined => {
  switch (e.kind) {
    case 'list':
      return e.items.length > 1 && e.open !== '{' ? e.items : e.items[0] && components(e.items[0]);
    case 'matrix':
      if (e.rows.length === 1) return e.rows[0];
      return e.rows.every((row) => row.length === 1) ? e.rows.flat() : undefined;
    case 'apply':
      return isTranspose(e) ? e.arguments[0] && components(e.arguments[0]) : undefined;
    case 'marked':
      return e.mark === 'final' ? components(e.of) : undefined;
    case 'sum':
      return unitComponents(e.terms);
    default:
      return undefined;
  }
};

const isTranspose = (e: ApplyNode): boolean => e.operator.kind === 'symbol' && e.operator.name === 'transpose';
