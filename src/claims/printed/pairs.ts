/**
 * Names beside their values with no sign between, in lines that hold nothing else:
 *
 *     x1 3.55                  step 1 x 3.55 y 0.2
 *     y1 0.2                   step 2 x 3.185 y -0.0975
 */
import type { ChainClaim } from '../../model/claim.ts';
import type { Found } from '../found.ts';
import type { Counted } from '../iterates/table-starts.ts';
import type { Line, PrintedText } from './text.ts';

const lead = String.raw`(?:(?:iteration|iter|step|epoch|k|t|n)\s*[:=#]?\s*(?<step>\d{1,6})\s*[:,;|-]?\s+)`;
const name = String.raw`[\p{L}]\p{M}?_?\d{0,2}`;
const number = String.raw`[-−+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const line = new RegExp(
  String.raw`^\s*${lead}?(?<pairs>${name}\s+${number}(?:\s*[,;|]?\s+${name}\s+${number})*)\s*$`,
  'iu',
);
const pair = new RegExp(String.raw`(${name})(\s+)(?=${number})`, 'giu');

/** Whether a text may hold such lines. */
export const mayHoldPairs = (text: string): boolean =>
  /(?:^|\n)[ \t]*(?:(?:iter|step|epoch|[ktn]\b)\w*[^\n\p{L}]{1,12})?\p{L}_?\d{0,2}[ \t]+[-−+]?\.?\d/iu.test(text);

type Pair = Counted & { readonly at: number };

interface Pairs {
  readonly stepped: readonly Pair[];
  readonly plain: readonly Omit<Pair, 'step'>[];
}

const pairsOf = (printed: PrintedText, { text, start }: Line): Pairs | undefined => {
  const match = line.exec(text);
  const pairs = match?.groups?.['pairs'];
  if (!match || pairs === undefined) return undefined;
  const from = start + text.indexOf(pairs, match[0].length - match[0].trimStart().length);
  const found = [...pairs.matchAll(pair)].flatMap(({ index, 1: called = '', 2: gap = '' }) => {
    const at = from + index;
    const value = printed.value(at + called.length + gap.length);
    return value && printed.isKnown(called) ? [{ name: printed.name(called, at), value: value.value, at, called }] : [];
  });
  const step = match.groups?.['step'];
  const isCounted = ({ called }: { readonly called: string }): boolean => /\d$/.test(called);
  if (found.length === 0 || (step === undefined && !found.every(isCounted))) return undefined;
  return {
    plain: found.filter(isCounted),
    stepped:
      step === undefined ? [] : found.filter((one) => !isCounted(one)).map((one) => ({ ...one, step: Number(step) })),
  };
};

/** The pairs of a text; names without a step only in lines that count. */
export const printedPairs = (printed: PrintedText): readonly Found<ChainClaim>[] => {
  const all = printed.lines.flatMap((one) => pairsOf(printed, one) ?? []);
  return [
    ...all.flatMap(({ plain }) => plain.map(({ name: called, value, at }) => printed.claim(called, value, at))),
    ...printed.claims(all.flatMap(({ stepped }) => stepped)),
  ];
};
