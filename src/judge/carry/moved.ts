/** What a value comes to when a decimal in it moves within the digits that it shows. */
import { number } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import { children, withChildren } from '../../math/expression/walk.ts';
import { type WrittenNumber, writtenNumber } from '../../math/expression/written-number.ts';
import { add } from '../../math/number/exact.ts';
import { addReal, type Real, subtractReal } from '../../math/number/real.ts';
import { absoluteReal } from '../tolerances/quantity.ts';
import { halfUnit } from '../tolerances/slips.ts';

/** The expression with one of its decimals moved up by half of its last place; one for each decimal that `may` move. */
export const moved = (e: Expression, may: (written: WrittenNumber) => boolean = () => true): readonly Expression[] => {
  const written = writtenNumber(e);
  if (written) return written.isDecimal && may(written) ? [number(add(written.value, halfUnit(written.decimals)))] : [];
  const parts = children(e);
  return parts.flatMap((part, i) =>
    moved(part, may).map((other) =>
      withChildren(
        e,
        parts.map((each, j) => (i === j ? other : each)),
      ),
    ),
  );
};

/** The real numbers in a value, in order; `undefined` where it holds others. */
export const realsOf = (value: Value): readonly Real[] | undefined => {
  if (value.kind === 'exact' || value.kind === 'enclosure') return [value];
  const inner = value.kind === 'vector' ? value.items : value.kind === 'matrix' ? value.rows.flat() : undefined;
  const parts = inner?.map(realsOf);
  return parts?.every((part) => part !== undefined) ? parts.flat() : undefined;
};

/** |a − b|. */
export const distance = (a: Real, b: Real, bits: number): Real => absoluteReal(subtractReal(a, b, bits));

/** Each number's distance from the middle, added to what came before. */
export const widened = (
  spread: readonly Real[],
  there: readonly Real[],
  middle: readonly Real[],
  bits: number,
): readonly Real[] =>
  spread.map((width, i) => {
    const [at, from] = [there[i], middle[i]];
    return at && from ? addReal(width, distance(at, from, bits), bits) : width;
  });
