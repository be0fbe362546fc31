/**
 * Points printed with nothing but their step before them, `print(k, p)`:
 *
 *     1 [3.55 0.2 ]
 *     2 [ 3.185  -0.0975]
 */
import { sym } from '../math/expression/build.ts';
import type { ChainClaim } from '../model/claim.ts';
import type { Found } from './found.ts';
import type { PrintedText } from './printed-text.ts';

const row = /^\s*(\d{1,6})[\s:.)]\s*(?=[[(])/u;

interface Row {
  readonly step: number;
  readonly at: number;
}

const rowsOf = ({ lines }: PrintedText): readonly Row[] =>
  lines.flatMap(({ text, start }) => {
    const match = row.exec(text);
    return match ? [{ step: Number(match[1]), at: start + match[0].length }] : [];
  });

/** The points of a text whose rows count steps one by one; the letter is the one textbooks give to iterates. */
export const printedRows = (printed: PrintedText): readonly Found<ChainClaim>[] => {
  const rows = rowsOf(printed);
  const counts = rows.every(({ step }, i) => i === 0 || step === (rows[i - 1]?.step ?? step) + 1);
  if (rows.length < 2 || !counts) return [];
  return printed.claims(
    rows.flatMap(({ step, at }) => {
      const value = printed.value(at);
      return value ? [{ name: sym('p'), value: value.value, step, at }] : [];
    }),
  );
};
