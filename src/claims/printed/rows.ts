/**
 * Points printed with nothing but their step before them, `print(k, p)`, or with the point that the step starts from:
 *
 *     1 [3.55 0.2 ]               Step 1: (4, 1) -> (3.55, 0.2)
 *     2 [ 3.185  -0.0975]         Step 2: (3.55, 0.2) -> (3.185, -0.0975)
 */
import { sym } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { Found } from '../found.ts';
import type { PrintedText } from './text.ts';

const row = /^\s*(?:(?:iteration|iter|step|epoch)\s+|[ktni]\s*=\s*)?(\d{1,6})[\s:.)]\s*(?=[[(])/iu;
const arrow = /^\s*(?:->|→|=>)\s*(?=[[(])/u;

interface Row {
  readonly step: number;
  readonly at: number;
}

const rowsOf = (printed: PrintedText): readonly Row[] =>
  printed.lines.flatMap(({ text, start }) => {
    const match = row.exec(text);
    return match ? [{ step: Number(match[1]), at: behindArrow(printed, text, start, start + match[0].length) }] : [];
  });

/** Where the point stands that an arrow leads to, if one does. */
const behindArrow = (printed: PrintedText, text: string, start: number, at: number): number => {
  const end = printed.value(at)?.end;
  const led = end === undefined ? undefined : arrow.exec(text.slice(end - start))?.[0];
  return end === undefined || led === undefined ? at : end + led.length;
};

/** `[1] 3.55 0.2`, `1: 3.55, 0.2`: the numbers of a point without brackets. */
const bare =
  /^\s*(?:(?:iteration|iter|step|epoch)\s+|[ktni]\s*=\s*)?(?:\[(\d{1,6})\]|(\d{1,6})(?=[\s:.)]))[\s:.)]*\s(?=[-−+.\d][-−+.\d\se,;]*$)/iu;

const bareRowsOf = (printed: PrintedText): readonly (Row & { readonly value: Expression })[] => {
  const { width } = printed;
  if (width === undefined) return [];
  return printed.lines.flatMap(({ text, start }) => {
    const match = bare.exec(text);
    const at = start + (match?.[0].length ?? 0);
    const items = match
      ? [...text.slice(match[0].length).matchAll(/[^\s,;]+/g)].flatMap(
          ({ index }) => printed.value(at + index)?.value ?? [],
        )
      : [];
    if (!match || items.length !== width) return [];
    return [{ step: Number(match[1] ?? match[2]), at, value: { kind: 'list', open: '(', close: ')', items } }];
  });
};

/** Points without brackets, told by as many numbers as the given start has; that they are points is a guess. */
const barePoints = (printed: PrintedText): readonly Found<ChainClaim>[] => {
  const rows = bareRowsOf(printed);
  if (rows.length < 2 || !countsOn(rows)) return [];
  return printed.claims(rows.map((one) => ({ ...one, name: sym('p'), isUnsure: true })));
};

const countsOn = (rows: readonly Row[]): boolean =>
  rows.every(({ step }, i) => i === 0 || step === (rows[i - 1]?.step ?? step) + 1);

/** The points of a text whose rows count steps one by one; the letter is the one textbooks give to iterates. */
export const printedRows = (printed: PrintedText): readonly Found<ChainClaim>[] => {
  const rows = rowsOf(printed);
  if (rows.length < 2) return barePoints(printed);
  if (!countsOn(rows)) return [];
  return printed.claims(
    rows.flatMap(({ step, at }) => {
      const value = printed.value(at);
      return value ? [{ name: sym('p'), value: value.value, step, at }] : [];
    }),
  );
};
