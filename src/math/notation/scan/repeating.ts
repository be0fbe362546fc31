import type { Literal } from './number.ts';

/** An exact fraction of integers that a literal with endless decimals is, and where its notation ends. */
export interface RepeatingFraction {
  readonly over: string;
  readonly under: string;
  readonly end: number;
}

const overlined = /\\(?:overline|bar|dot)\s*(?:\{(\d{1,100})\}|(\d))/y;
const dotted = /\s*(?:\\ldots|\\dots|\\cdots|…|\.\.\.)/y;
/** A block that stands at the end three times, or twice when it has several digits. */
const repeatedBlock = /(?:(\d)\1\1|(\d{2,20})\2)$/;

/** `0.\overline{3}` is 1/3, and so is `0.333…`; `3.14159…` is no fraction. */
export const repeatingFraction = (text: string, literal: Literal): RepeatingFraction | undefined => {
  const next = text.charCodeAt(literal.end);
  if ((next !== 92 && next !== 46 && next !== 0x2026) || literal.text.length > 200) return undefined;
  return byLine(text, literal) ?? byDots(text, literal);
};

const byLine = (text: string, literal: Literal): RepeatingFraction | undefined => {
  const point = literal.text.indexOf('.');
  const from = point < 0 && text[literal.end] === '.' ? literal.end + 1 : literal.end;
  overlined.lastIndex = from;
  const match = overlined.exec(text);
  if (match === null || (point < 0 && from === literal.end)) return undefined;
  const decimals = point < 0 ? '' : literal.text.slice(point + 1);
  const whole = point < 0 ? literal.text : literal.text.slice(0, point);
  return fraction(whole, decimals, match[1] ?? match[2] ?? '', overlined.lastIndex);
};

const byDots = (text: string, literal: Literal): RepeatingFraction | undefined => {
  const point = literal.text.indexOf('.');
  dotted.lastIndex = literal.end;
  if (point < 0 || !dotted.test(text)) return undefined;
  const end = dotted.lastIndex;
  const decimals = literal.text.slice(point + 1);
  const block = repeatedBlock.exec(decimals);
  if (block === null) return undefined;
  const period = block[1] ?? block[2] ?? '';
  return fraction(literal.text.slice(0, point), decimals, period, end);
};

/** `w.d` followed by `p p p …` is `(wdp - wd) / (10^|d| (10^|p| - 1))`. */
const fraction = (whole: string, decimals: string, period: string, end: number): RepeatingFraction => {
  const before = BigInt(`${whole}${decimals}` || '0');
  const over = BigInt(`${whole}${decimals}${period}`) - before;
  const under = 10n ** BigInt(decimals.length) * (10n ** BigInt(period.length) - 1n);
  return { over: over.toString(), under: under.toString(), end };
};
