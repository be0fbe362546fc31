/** Names as text, the way function parameters are given: `x`, `x_1`, `x_{t + 1}`, `x^{(k)}`. */
import { index, num, sym } from './build.ts';
import type { Name } from './free-symbols.ts';
import { printPlain } from './print-plain.ts';
import type { Expression } from './tree.ts';

/** The text of a name, its indices included. */
export const nameText = (name: Name): string => (name.kind === 'symbol' ? name.name : printPlain(name));

/** The name that a text such as `x_1` or `γ` stands for. */
export const nameNode = (text: string): Name => {
  const indexed = /^(\P{Nd}+)_\{?(\d+(?:, ?\d+)*)\}?$/u.exec(text);
  const [, base, indices] = indexed ?? [];
  if (!base || !indices) return sym(text);
  return index(
    sym(base),
    indices.split(',').map((digits) => num(digits.trim())),
  );
};

/** Whether a node is a name: a symbol, or a symbol with indices. */
export const isName = (e: Expression): e is Name =>
  e.kind === 'symbol' || (e.kind === 'index' && e.base.kind === 'symbol');
