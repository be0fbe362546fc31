import type { Candidate } from './paragraph.ts';

/**
 * Whether a sign is found between `from` and `to` outside the formulas there. Offsets are the source's; `text` begins at
 * `base`.
 */
export const anyGap = (
  text: string,
  from: number,
  to: number,
  base: number,
  formulas: readonly Candidate[],
  sign: RegExp,
): boolean => {
  let at = from;
  for (const { outer } of formulas) {
    if (outer.start > at && sign.test(text.slice(at - base, outer.start - base))) return true;
    at = Math.max(at, outer.end);
  }
  return at < to && sign.test(text.slice(at - base, to - base));
};
