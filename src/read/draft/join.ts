import { mathHint, mathLike } from '../scan/math-like.ts';
import { inside, shifted } from '../source/blank.ts';
import { anyGap } from './gaps.ts';
import type { Candidate } from './paragraph.ts';

/**
 * Formulas with those found between the delimiters: math-like prose, and pieces such as `$x_1$ = 3.55` joined into one.
 * `text` is the paragraph's, from `start` on.
 */
export const withMathLike = (formulas: readonly Candidate[], text: string, start: number): readonly Candidate[] => {
  if (!anyGap(text, start, start + text.length, start, formulas, mathHint)) return formulas;
  const found = mathLike(
    text,
    formulas.map(({ outer, display }) => ({ ...shifted(outer, -start), opaque: display })),
  );
  if (found.length === 0) return formulas;
  const extra = found.map(({ notation, display, doubtful, ...stretch }): Candidate => {
    const whole = shifted(stretch, start);
    return { ...whole, outer: whole, notation, display, ...(doubtful ? { doubtful } : {}) };
  });
  return inOrder(formulas, extra);
};

/** Both lists as one in order of place; what lies inside a longer formula is part of that. */
const inOrder = (formulas: readonly Candidate[], extra: readonly Candidate[]): readonly Candidate[] => {
  const merged: Candidate[] = [];
  let index = 0;
  for (const formula of formulas) {
    for (let next = extra[index]; next && next.start <= formula.outer.start; next = extra[index]) {
      merged.push(next);
      index += 1;
    }
    const last = merged.at(-1);
    if (!last || !inside(formula.outer, last)) merged.push(formula);
  }
  return merged.concat(extra.slice(index));
};
