/**
 * Columns lined up by spaces: a header of names, rows of numbers, and the step first. A data frame prints the step
 * without a name, so that its rows are one longer than its header.
 *
 *     k      x      y               x        y
 *     1   3.55    0.2          1  3.55  0.2000
 */
import type { Expression } from '../../math/expression/tree.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { Found } from '../found.ts';
import { isCounter } from '../iterates/step-names.ts';
import type { Counted } from '../iterates/table-starts.ts';
import type { Line, PrintedText } from './text.ts';

interface Word {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: number;
}

const wordsOf = (line: Line): readonly Word[] =>
  [...line.text.matchAll(/\[[^\]]*\]|\([^)]*\)|[\p{L}∇]\w{0,3}\([^()\s]{0,20}(?:, ?[^()\s]{0,20})+\)|[^\s|,]+/gu)].map(
    (match) => ({
      text: match[0],
      start: line.start + match.index,
    }),
  );

const isRule = ({ text }: Line): boolean => text.trim() === '' || /^[\s\-=+|_:]+$/.test(text);
const isValue = ({ text }: Word): boolean => /^[[(]?\s*[-−+]?\.?\d/.test(text);
const isRow = (words: readonly Word[]): boolean => words.length >= 2 && words.every(isValue);

interface Head {
  readonly word: Word;
  readonly tree: Expression;
}

/** A name short enough to be one: `x`, `x_k`, `(x, y)`, and not `loss_history`. */
const isShort = ({ text }: Word): boolean => text.length <= 3 || /^[\p{L}\\]{1,7}[_^]\{?\w{1,3}\}?$|^\(/u.test(text);

const countsSteps = ({ word, tree }: Head): boolean => isCounter(tree) || /^(?:iter\w*|step|epoch|#)$/i.test(word.text);

const valuesOfRow = (
  printed: PrintedText,
  heads: readonly Head[],
  counter: number,
  cells: readonly Word[],
): readonly (Counted & { readonly at: number })[] => {
  const extra = cells.length - heads.length;
  const step = counter >= 0 ? cells[counter + extra] : extra === 1 ? cells[0] : undefined;
  if (extra < 0 || extra > 1 || !step || !/^\d{1,6}[.:]?$/.test(step.text)) return [];
  return heads.flatMap(({ word, tree }, i) => {
    const cell = cells[i + extra];
    const value = i === counter || !isShort(word) || !cell ? undefined : printed.value(cell.start);
    return value && cell
      ? [{ name: tree, value: value.value, step: Number.parseInt(step.text, 10), at: cell.start }]
      : [];
  });
};

/** A data frame prints the name of its index on a line of its own, below the names of its columns. */
const withoutIndexName = (lines: readonly (readonly Word[])[]): readonly (readonly Word[])[] =>
  lines.filter((words, i) => {
    const [only, ...others] = words;
    const isBetween = (lines[i - 1]?.length ?? 0) > 0 && isRow(lines[i + 1] ?? []);
    const isIndex = only && others.length === 0 && /^(?:k|t|n|i|iter\w*|step|epoch)$/i.test(only.text);
    return !(isIndex && isBetween && !(lines[i - 1] ?? []).some(isValue));
  });

/** The values of the first table of a text. */
export const printedTable = (printed: PrintedText): readonly Found<ChainClaim>[] => {
  const lines = withoutIndexName(printed.lines.filter((line) => !isRule(line)).map(wordsOf));
  const first = lines.findIndex((words, i) => i > 0 && isRow(words) && !(lines[i - 1] ?? []).some(isValue));
  const header = lines[first - 1];
  if (!header) return [];
  const heads = header.map((word) => ({ word, tree: printed.name(word.text, word.start) }));
  const counter = heads.findIndex(countsSteps);
  const after = lines.slice(first);
  const end = after.findIndex((words) => !isRow(words));
  const rows = after.slice(0, end < 0 ? after.length : end);
  return printed.claims(rows.flatMap((cells) => valuesOfRow(printed, heads, counter, cells)));
};
