/**
 * Tables that hold the point which the assignment starts from, whatever the number of its row:
 *
 *     iteration | x    | y            k | point       | velocity         | new point
 *     1         | 4    | 1            1 | (4, 1)      | (-0.45, -0.8)    | (3.55, 0.2)
 *     2         | 3.55 | 0.2          2 | (3.55, 0.2) | (-0.6935, -0.57) | (2.8565, -0.37)
 *
 * Its point is that of step 0. What stands beside it follows from it, or is zero because nothing was done before.
 */
import type { Expression } from '../../math/expression/tree.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { equals } from '../../math/number/exact.ts';
import type { Start } from '../../model/claim.ts';
import { nameAt } from './step-names.ts';
import type { Head } from './table-heads.ts';

/** A column with what its first row holds. */
export interface Column {
  readonly head: Head;
  readonly first: Expression | undefined;
}

/** What a row says of one quantity. */
interface Said {
  readonly name: Expression;
  readonly value: Expression;
}

const sameNumber = (a: Expression, b: Expression): boolean => {
  const [one, other] = [writtenNumber(a), writtenNumber(b)];
  return one !== undefined && other !== undefined && equals(one.value, other.value);
};

const letterOf = (e: Expression): string | undefined =>
  e.kind === 'index' && e.base.kind === 'symbol' ? e.base.name : undefined;

const listed = (e: Expression): readonly Expression[] | undefined =>
  e.kind === 'list' && e.items.length > 1 ? e.items : undefined;

/** What is said of each component: `(x_1, y_1) = (4, 1)` says two things. */
const apart = ({ name, value }: Said): readonly Said[] => {
  const [names, values] = [listed(name), listed(value)];
  if (!names || names.length !== values?.length) return [{ name, value }];
  return names.flatMap((one, i) => (values[i] ? [{ name: one, value: values[i] }] : []));
};

const isPoint = (value: Expression, start: Start): boolean => {
  const items = listed(value);
  return items?.length === start.length && start.every((one, i) => items[i] && sameNumber(one.value, items[i]));
};

const isSaidOf = (start: Start, { name, value }: Said): boolean =>
  start.some((one) => one.name === letterOf(name) && sameNumber(one.value, value));

/** Whether a row holds a starting point: all that it says of the components, or a point under a letter of its own. */
const holds = (said: readonly Said[], start: Start): boolean => {
  const own = said.flatMap(apart).filter(({ name }) => start.some((one) => one.name === letterOf(name)));
  return own.length > 0 ? own.every((one) => isSaidOf(start, one)) : said.some(({ value }) => isPoint(value, start));
};

const isZero = (e: Expression): boolean =>
  (listed(e) ?? [e]).every((one) => one.kind === 'number' && !/[1-9]/.test(one.text));

/** The step in a name: 2 of `x_2` and of `(x_2, y_2)`. */
const stepOf = (e: Expression | undefined): number | undefined => {
  if (e?.kind === 'list') return stepOf(e.items[0]);
  const step = e?.kind === 'index' ? e.indices.at(-1) : undefined;
  return step?.kind === 'number' ? Number(step.text) : undefined;
};

/** `vx`, `v_x`: a component of a vector that goes with the point. */
const isComponent = ({ name }: Head, start: Start): boolean => {
  const last = name.kind === 'symbol' ? [...name.name].slice(1).join('') : undefined;
  const [index] = name.kind === 'index' ? name.indices : [];
  const component = last || (index?.kind === 'symbol' ? index.name : undefined);
  return start.some((one) => one.name === component);
};

/** The step that a column is at beside the starting point. */
const stepBeside = ({ head, first }: Column, start: Start, natural: number): number => {
  if (!first) return natural;
  if (head.isNext) return 1;
  const name = nameAt(head.name, natural);
  const isStart = isPoint(first, start) || (name && apart({ name, value: first }).every((one) => isSaidOf(start, one)));
  if (isStart || isZero(first)) return 0;
  return listed(first)?.length === start.length || isComponent(head, start) ? 1 : natural;
};

/** Letters that textbooks give to iterates. */
const iterate = /^[pwθxzqPWΘXZ]$/u;

/** Whether a row called 0 holds another point than the given one, in every component: then it is the first that was found. */
const isPastStart = (said: readonly Said[], start: Start): boolean => {
  const own = said.flatMap(apart).filter(({ name }) => start.some((one) => one.name === letterOf(name)));
  if (own.length >= start.length)
    return own.every(({ name, value }) => isOther(start.find((one) => one.name === letterOf(name))?.value, value));
  return said.some(({ name, value }) => {
    const items = iterate.test(letterOf(name) ?? '') ? listed(value) : undefined;
    return items?.length === start.length && start.every((one, i) => isOther(one.value, items[i]));
  });
};

const isOther = (a: Expression | undefined, b: Expression | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  writtenNumber(a) !== undefined &&
  writtenNumber(b) !== undefined &&
  !sameNumber(a, b);

/** How far the steps of each column are behind the numbers of its rows, the first of which is `first`. */
export const offsetsOf = (
  columns: readonly (Column | undefined)[],
  first: number,
  starts: readonly Start[],
): readonly number[] => {
  const said = columns.flatMap((column): readonly Said[] => {
    const name = column && !column.head.isNext ? nameAt(column.head.name, first) : undefined;
    return name && column?.first && stepOf(name) === first ? [{ name, value: column.first }] : [];
  });
  const start = first > 1 ? undefined : starts.find((one) => holds(said, one));
  const hasNext = columns.some(
    (column) => column && !column.head.isNext && columns.some((other) => isNextOf(other, column)),
  );
  const isPast = first === 0 && !start && starts.some((one) => isPastStart(said, one));
  return columns.map((column) => {
    const natural = column && stepOf(nameAt(column.head.name, first));
    if (!column || natural === undefined) return 0;
    if (start) return natural - stepBeside(column, start, natural);
    if (isPast) return -1;
    return column.head.isNext && hasNext ? -1 : 0;
  });
};

const isNextOf = (other: Column | undefined, { head }: Column): boolean =>
  other?.head.isNext === true &&
  other.head.name.kind === head.name.kind &&
  stepless(other.head.name) === stepless(head.name);

/** A name without its step. */
export const stepless = (e: Expression): string =>
  e.kind === 'symbol'
    ? e.name
    : e.kind === 'list'
      ? e.items.map(stepless).join()
      : e.kind === 'index'
        ? stepless(e.base)
        : '';

/** A value as a program printed it: the name without its step, and the number of its row. */
export interface Counted {
  readonly name: Expression;
  readonly value: Expression;
  readonly step: number;
}

/** The same for printed values: how far the steps of a name are behind the numbers it was printed with. */
export const offsetsIn = (values: readonly Counted[], starts: readonly Start[]): ((name: Expression) => number) => {
  const first = Math.min(...values.map(({ step }) => step));
  const columns = values.filter(({ step }) => step === first);
  const offsets = offsetsOf(
    columns.map(({ name, value }) => ({ head: { name }, first: value })),
    first,
    starts,
  );
  const byName = new Map(columns.map(({ name }, i) => [stepless(name), offsets[i] ?? 0]));
  return (name) => byName.get(stepless(name)) ?? 0;
};
