/**
 * Values printed without their names, which stand in the program above them:
 *
 *     print(k, x, y)           1 3.55 0.2          the row of step 1: x_1 = 3.55, y_1 = 0.2
 *     np.linalg.det(A)         22.0                det(A) = 22.0
 *
 * The order of names is an interpretation, so these claims are doubtful.
 */
import type { Expression } from '../../math/expression/tree.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { Found } from '../found.ts';
import { isCounter } from '../iterates/step-names.ts';
import type { Counted } from '../iterates/table-starts.ts';
import { namedBy } from './names-in-code.ts';
import type { Shown } from './shown-code.ts';
import type { PrintedText } from './text.ts';
import type { Printed } from './values.ts';

interface Placed {
  readonly value: Expression;
  readonly at: number;
}

type Row = readonly Placed[];

const blank = /[\s,;:|]*/y;

/** Every value of a text, in rows by the line each begins in; nothing where anything else is printed. */
const rowsOf = (printed: PrintedText): readonly Row[] => {
  const rows: Placed[][] = [];
  let read = 0;
  for (const { text, start } of printed.lines) {
    const row: Placed[] = [];
    let at = Math.max(start, read);
    const end = start + text.length;
    while (at < end) {
      blank.lastIndex = at - start;
      at += blank.exec(text)?.[0].length ?? 0;
      const value: Printed | undefined = at < end ? printed.value(at) : undefined;
      if (at < end && !value) return [];
      if (!value) break;
      row.push({ value: value.value, at });
      at = value.end;
    }
    read = at;
    if (row.length > 0) rows.push(row);
  }
  return rows;
};

const counts = (code: string): boolean => /^(?:[kntij]|step|iter|it|epoch|iteration)(?:\s*[+-]\s*\d)?$/.test(code);

const doubtful = (found: Found<ChainClaim>): Found<ChainClaim> => ({
  ...found,
  claim: { ...found.claim, doubtful: true },
});

const stepOf = ({ value }: Placed): number | undefined =>
  value.kind === 'number' && /^\d{1,6}$/.test(value.text) ? Number(value.text) : undefined;

/** One row of a loop's `print(k, x, y)`; without a counter the rows are counted from 1. */
const valuesOfRow = (
  printed: PrintedText,
  args: readonly string[],
  row: Row,
  place: number,
): readonly (Counted & { readonly at: number; readonly isUnsure: boolean })[] => {
  const counter = args.findIndex(counts);
  const step = counter < 0 ? place + 1 : row[counter] && stepOf(row[counter]);
  if (step === undefined) return [];
  return args.flatMap((code, i) => {
    const name = i === counter ? undefined : namedBy(printed, code);
    const value = row[i];
    const isCounted = name?.kind === 'symbol' && !isCounter(name) && value;
    return isCounted ? [{ name, value: value.value, step, at: value.at, isUnsure: true }] : [];
  });
};

/** `(22.0, 14)` as a tuple prints its parts. */
const unpacked = (row: Row): Row => {
  const [only] = row;
  if (row.length > 1 || only?.value.kind !== 'list') return row;
  return only.value.items.map((value) => ({ value, at: only.at }));
};

const inOrder = (printed: PrintedText, args: readonly string[], rows: readonly Row[]): readonly Found<ChainClaim>[] => {
  const values = rows.flat();
  if (values.length !== args.length) return [];
  return args.flatMap((code, i) => {
    const [name, value] = [namedBy(printed, code), values[i]];
    return name && value ? [doubtful(printed.claim(name, value.value, value.at))] : [];
  });
};

/** The claims that a printed text makes with the program that printed it. */
export const printedInOrder = (printed: PrintedText, { prints, last }: Shown): readonly Found<ChainClaim>[] => {
  const rows = rowsOf(printed);
  if (rows.length === 0) return [];
  const [only, ...others] = prints;
  if (only?.isIndented && others.length === 0) {
    const fits = rows.every((row) => row.length === only.args.length);
    return fits ? printed.claims(rows.flatMap((row, i) => valuesOfRow(printed, only.args, row, i))) : [];
  }
  const isPlain = prints.length > 0 && prints.every(({ isIndented }) => !isIndented);
  const found = isPlain
    ? inOrder(
        printed,
        prints.flatMap(({ args }) => args),
        rows,
      )
    : [];
  return found.length > 0 ? found : inOrder(printed, last, last.length > 1 ? rows.map(unpacked) : rows);
};
