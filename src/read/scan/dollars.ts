import { escaped } from './find.ts';

/** Longest `\text{…}` whose own dollars are passed over while looking for a closing one. */
const longestText = 500;

const textGroup = /\\(?:text[a-z]{0,6}|mbox|hbox)[ ]?\{/y;

/** The end of the braced group that opens before `from`, if it closes soon. */
const groupEnd = (text: string, from: number): number | undefined => {
  let depth = 1;
  const end = Math.min(text.length, from + longestText);
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 123) depth += 1;
    else if (code === 125 && --depth === 0) return at + 1;
  }
  return undefined;
};

/**
 * The next single dollar in `[from, end)` that is not escaped and not inside a `\text{…}`; `undefined` if none.
 */
export const nextDollar = (text: string, from: number, end: number): number | undefined => {
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 36) return at;
    if (code !== 92) continue;
    textGroup.lastIndex = at;
    const group = textGroup.exec(text);
    const after = group ? groupEnd(text, at + group[0].length) : undefined;
    at = after === undefined ? at + 1 : after - 1;
  }
  return undefined;
};

/** How many dollars stand in `[from, end)` beside escaped ones. */
export const countDollars = (text: string, from: number, end: number): number => {
  let count = 0;
  for (let at = text.indexOf('$', from); at >= 0 && at < end; at = text.indexOf('$', at + 1))
    if (!escaped(text, at)) count += 1;
  return count;
};

const proseWord = /(?<![\\\p{L}{_^])\p{L}{2,}(?!\p{L}*[({_^}])/gu;

const words = (content: string): number => {
  const plain = content.replace(/\\(?:text[a-z]*|mbox|mathrm|operatorname)\s*\{[^{}]*\}|\\[A-Za-z]+/g, ' ');
  return plain.match(proseWord)?.length ?? 0;
};

const mathSign = /[=\\^_<>+*|≈≤≥]/;

/**
 * Whether what stands between two dollars is a formula and not the words between two prices.
 *
 *   costs $5 and $6      "5 and " before a digit: prices
 *   $x_1 = 3.55$         a formula
 *   $ x = 3 $            a formula, with room
 */
export const isFormula = (content: string, after: string): boolean => {
  const text = content.slice(0, 2_000);
  if (text.trim() === '') return false;
  const [price, open] = [/^\d[\d.,]*(?:\s|k\b|$)/.test(text), /\s$/.test(content) && !/^\s/.test(content)];
  if (open && /\d/.test(after)) return false;
  const count = words(text);
  if ((price || open) && count > 0) return false;
  return count < 3 || mathSign.test(text);
};
