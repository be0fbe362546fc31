import { matrix } from '../../../math/expression/build.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import { components } from '../../locate/components.ts';
import { agrees } from '../agreement.ts';
import type { ValueFinding } from '../value-finding.ts';

const rowsOf = (e: Expression): readonly (readonly Expression[])[] | undefined => {
  if (e.kind === 'matrix') return e.rows;
  const rows = components(e)?.map(components);
  return rows?.every((row) => row !== undefined) ? rows : undefined;
};

const turned = (rows: readonly (readonly Expression[])[]): Expression | undefined => {
  const columns = rows[0]?.map((_, j) => rows.flatMap((row) => row[j] ?? []));
  return columns?.every((column) => column.length === rows.length) ? matrix(columns) : undefined;
};

/** The rows of the right matrix as columns. */
export const transposedAnswer: ValueFinding<true> = {
  id: 'transposed-answer',
  title: 'The matrix is transposed',
  spot: ({ claimed, reference }) => {
    if (reference.kind !== 'value' || reference.value.kind !== 'matrix') return undefined;
    const rows = rowsOf(claimed);
    const other = rows && turned(rows);
    return other && agrees(other, reference.value) === true ? true : undefined;
  },
  say: () => 'This is the transpose of the right matrix.',
};
