import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { components } from '../locate/names.ts';
import { acceptsNumber } from '../tolerances/tolerances.ts';

/** How many significant figures an answer shows in all: what an explanation of it has to explain. */
export const figuresShown = (claimed: Expression): number => {
  const parts = components(claimed);
  if (parts) return parts.reduce((sum, part) => sum + figuresShown(part), 0);
  const written = writtenNumber(claimed);
  return written ? written.figures.min : 0;
};

/** Whether a value is the claimed one to every digit shown; `undefined` where that cannot be told. */
export const agrees = (claimed: Expression, value: Value): boolean | undefined => {
  if (value.kind === 'vector') {
    const parts = components(claimed);
    if (parts?.length !== value.items.length) return undefined;
    const each = value.items.map((item, i) => agrees(parts[i] ?? claimed, item));
    return each.includes(false) ? false : each.includes(undefined) ? undefined : true;
  }
  const written = writtenNumber(claimed);
  if (!written || (value.kind !== 'exact' && value.kind !== 'enclosure')) return undefined;
  const { verdict } = acceptsNumber(written, value, { kind: 'shown' });
  return verdict === 'undecided' ? undefined : verdict === 'correct';
};
