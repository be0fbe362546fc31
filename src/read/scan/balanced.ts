import type { MathToken } from './math-tokens.ts';

/**
 * The longest stretch of tokens, from the first bracket that is closed on, without an unmatched bracket: what a
 * sentence leaves of its own brackets is cut off.
 *
 *   x_1 = 3.55)      →  x_1 = 3.55
 *   (see x_1 = 3.55  →  x_1 = 3.55
 */
export const balanced = (tokens: readonly MathToken[]): readonly MathToken[] => {
  const open: number[] = [];
  let [from, to] = [0, tokens.length];
  for (let index = 0; index < tokens.length; index += 1) {
    const kind = tokens[index]?.kind;
    if (kind === 'open') open.push(index);
    else if (kind === 'close' && open.pop() === undefined) {
      to = index;
      break;
    }
  }
  const unmatched = open.filter((index) => index < to);
  const last = unmatched.at(-1);
  if (last !== undefined) {
    const first = unmatched[0] ?? 0;
    if (first > (to - from) / 2) to = first;
    else from = last + 1;
  }
  return tokens.slice(from, to);
};
