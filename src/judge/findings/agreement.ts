import { evaluate } from '../../math/expression/evaluate.ts';
import { emptyScope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import { nodes } from '../../math/expression/walk.ts';
import { type WrittenNumber, writtenNumber } from '../../math/expression/written-number.ts';
import { toText } from '../../math/number/exact.ts';
import { compareReal, type Real } from '../../math/number/real.ts';
import { components } from '../locate/components.ts';
import { isClosed } from '../locate/value-member.ts';
import { isPrintOf } from '../tolerances/machine-number.ts';
import { isRounded } from '../tolerances/slips.ts';

/** Digits that two sides are computed to where no digits are shown. */
const digits = 30;

const digitsOf = (text: string): number =>
  text
    .replace(/^[-0.]+/, '')
    .replace('.', '')
    .replace(/0+$/, '').length;

/** Of zeros behind, which an exact decimal may be filled up with, one counts: 4 figures of `3.550000`. */
const figuresOf = ({ value, isDecimal, figures }: WrittenNumber): number => {
  const parts = toText(value).split('/').map(digitsOf);
  const telling = parts.reduce((sum, part) => sum + part, 0);
  return Math.max(1, isDecimal ? Math.min(figures.min, telling + 1) : telling);
};

/** The components of a vector, the entries of a matrix row by row. */
export const entriesOf = (claimed: Expression): readonly Expression[] | undefined => {
  if (claimed.kind === 'matrix') return claimed.rows.flat();
  const parts = components(claimed);
  const rows = parts?.map(components);
  return rows?.every((row) => row !== undefined) ? rows.flat() : parts;
};

/** How many significant figures an answer shows in all: what an explanation of it has to explain. */
export const figuresShown = (claimed: Expression): number => {
  const parts = entriesOf(claimed);
  if (parts) return parts.reduce((sum, part) => sum + figuresShown(part), 0);
  const written = writtenNumber(claimed);
  if (written) return figuresOf(written);
  return [...nodes(claimed)].reduce((sum, node) => sum + (node.kind === 'number' ? figuresShown(node) : 0), 0);
};

const isReal = (value: Value): value is Real => value.kind === 'exact' || value.kind === 'enclosure';

/** `√5/5` shows no digits: it is the value, or it is not. */
const isEqual = (claimed: Expression, value: Real): boolean | undefined => {
  const own = isClosed(claimed) ? evaluate(claimed, emptyScope, digits) : undefined;
  if (!own || !isReal(own)) return undefined;
  const order = compareReal(own, value);
  // Enclosures to so many digits that still meet are of one number.
  return order === undefined ? true : order === 0;
};

const all = (each: readonly (boolean | undefined)[]): boolean | undefined =>
  each.includes(false) ? false : each.includes(undefined) ? undefined : true;

const rowsOf = (claimed: Expression): readonly (readonly Expression[])[] | undefined =>
  claimed.kind === 'matrix' ? claimed.rows : components(claimed)?.map((row) => components(row) ?? [row]);

/** What is not the value needs no reason here: a search asks this thousands of times. */
const isShown = (written: WrittenNumber, value: Real): boolean | undefined => {
  if (!written.isDecimal) {
    const order = compareReal(written.value, value);
    return order === undefined ? undefined : order === 0;
  }
  const rounded = isRounded(written.value, value, written.decimals);
  return rounded === false ? isPrintOf(written, value) : rounded;
};

/** Whether a value is the claimed one to every digit shown; `undefined` where that cannot be told. */
export const agrees = (claimed: Expression, value: Value): boolean | undefined => {
  if (value.kind === 'vector') {
    const parts = components(claimed);
    if (parts?.length !== value.items.length) return undefined;
    return all(value.items.map((item, i) => agrees(parts[i] ?? claimed, item)));
  }
  if (value.kind === 'matrix') {
    const rows = rowsOf(claimed);
    const fits = rows?.length === value.rows.length && rows.every((row, i) => row.length === value.rows[i]?.length);
    if (!rows || !fits) return undefined;
    return all(rows.flatMap((row, i) => row.map((cell, j) => agrees(cell, value.rows[i]?.[j] ?? value))));
  }
  if (!isReal(value)) return undefined;
  const written = writtenNumber(claimed);
  if (!written) return isEqual(claimed, value);
  return isShown(written, value);
};

/** The figures of those parts of an answer that are not the right ones: the others speak for no explanation. */
export const figuresOff = (claimed: Expression, reference: Value | undefined): number => {
  const parts = entriesOf(claimed);
  const items =
    reference?.kind === 'vector' ? reference.items : reference?.kind === 'matrix' ? reference.rows.flat() : [];
  if (!parts || parts.length !== items.length) return figuresShown(claimed);
  return parts.reduce((sum, part, i) => {
    const item = items[i];
    return item && agrees(part, item) === true ? sum : sum + figuresOff(part, item);
  }, 0);
};
