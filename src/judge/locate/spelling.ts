/** Symbols and numbers of names in one spelling. */
import type { Expression } from '../../math/expression/tree.ts';
import { divide, type Exact, exact, negate, sign, toText } from '../../math/number/exact.ts';

/** Accents as programs spell them: `m_hat`, `vhat_1`. */
const spelledAccent = /^(\p{L})_?(hat|bar|tilde)(?=_?\d*$)/u;
const accents: Readonly<Record<string, string>> = { hat: '\u0302', bar: '\u0304', tilde: '\u0303' };

/**
 * `x1` and `x_1` written as one word are `x` with an index; `W_rec` and `log2` stay words. `ϵ` is `ε`, `𝔼` is `E`, `m_hat`
 * is `m̂`.
 */
export const symbolKey = (name: string): string =>
  name
    .replace(spelledAccent, (_, letter: string, accent: string) => `${letter}${accents[accent] ?? ''}`)
    .normalize('NFKC')
    .replace(/^(\p{L}\p{M}*)_?(\d+)$/u, '$1_$2');

/** Longer numbers are not respelled. */
const longestNumber = 20;

/** The value of `0.5`, `-1` or `1/2`. */
const rational = (e: Expression): Exact | undefined => {
  if (e.kind === 'number') return /^[\d.]+$/.test(e.text) && e.text.length <= longestNumber ? exact(e.text) : undefined;
  if (e.kind === 'negative') {
    const value = rational(e.of);
    return value && negate(value);
  }
  if (e.kind !== 'quotient') return undefined;
  const [over, under] = [rational(e.over), rational(e.under)];
  return over && under && sign(under) !== 0 ? divide(over, under) : undefined;
};

/** The key of a number however it is written: `f(1/2)` and `f(0.5)` are one value. */
export const numberKey = (e: Expression): string | undefined => {
  const value = rational(e);
  return value && toText(value);
};
