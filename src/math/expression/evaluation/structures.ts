/** Lists, matrices, chains of relations and case distinctions. */
import { undefinedValue } from '../../number/undefined.ts';
import type { CasesNode, Expression, ListNode, RelationNode } from '../tree.ts';
import type { Value } from '../value.ts';
import type { Parts } from './parts.ts';
import type { Code } from './run.ts';
import { every, holds } from './statements.ts';
import { matrixOf, multiplyValues, vectorOf } from './value-arithmetic.ts';

/** The rows of `[[2, 1], [1, 2]]`; `undefined` for lists of other kinds. */
const rowsIn = ({ open, items }: ListNode): readonly (readonly Expression[])[] | undefined => {
  const rows = items.flatMap((item) => (item.kind === 'list' && item.open === '[' ? [item.items] : []));
  const isGrid = rows.length > 0 && rows.every((row) => row.length > 0 && row.length === rows[0]?.length);
  return open === '[' && rows.length === items.length && isGrid ? rows : undefined;
};

/** `[[2, 1], [1, 2]]` is a matrix, `⟨u, v⟩` of two vectors their inner product; every other list is a vector. */
export const compileList = (e: ListNode, part: Parts): Code => {
  const rows = rowsIn(e);
  return rows ? compileMatrix(rows, part) : compileVector(e, part);
};

const compileVector = (e: ListNode, part: Parts): Code => {
  const items = e.items.map(part);
  const isInner = e.open === '⟨' && items.length === 2;
  return (run, frame) => {
    const values = items.map((code) => code(run, frame));
    const [u, v] = values;
    if (isInner && u?.kind === 'vector' && v?.kind === 'vector')
      return multiplyValues({ kind: 'matrix', rows: [u.items] }, v, run.bits);
    return vectorOf(values);
  };
};

/** A matrix of one column is a vector. */
export const compileMatrix = (rows: readonly (readonly Expression[])[], part: Parts): Code => {
  const cells = rows.map((row) => row.map(part));
  const width = cells[0]?.length ?? 0;
  if (width === 0 || cells.some((row) => row.length !== width))
    return () => undefinedValue('shape', 'a matrix whose rows differ in length');
  return (run, frame) => {
    const values = cells.map((row) => row.map((code) => code(run, frame)));
    return width === 1 ? vectorOf(values.flat()) : matrixOf(values);
  };
};

/** Every link of a chain. */
export const compileRelation = (e: RelationNode, part: Parts): Code => {
  const members = e.members.map(part);
  return (run, frame) => {
    const values = members.map((code) => code(run, frame));
    return every(e.relations.map((sign, i) => holds(values[i] as Value, sign, values[i + 1] as Value)));
  };
};

/** The first row whose condition holds; a row without one, or with words in its place, is for all other cases. */
export const compileCases = (e: CasesNode, part: Parts): Code => {
  const rows = e.rows.map(([value, condition]) => ({
    value: value ? part(value) : () => undefinedValue('unsupported', 'an empty case'),
    condition: condition && condition.kind !== 'text' && condition.kind !== 'empty' ? part(condition) : undefined,
  }));
  return (run, frame) => {
    for (const { value, condition } of rows) {
      const applies = condition?.(run, frame);
      if (applies?.kind === 'undefined') return applies;
      if (!applies || (applies.kind === 'truth' && applies.holds)) return value(run, frame);
    }
    return undefinedValue('domain', 'none of the cases applies');
  };
};
