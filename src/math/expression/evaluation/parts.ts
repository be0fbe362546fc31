/** Code put together from the code of parts. */
import { undefinedValue } from '../../number/undefined.ts';
import type { Expression } from '../tree.ts';
import type { Value } from '../value.ts';
import { folded } from './constants.ts';
import type { Code, Run } from './run.ts';
import { tamed } from './value-arithmetic.ts';

/** The code of a part of the node at hand. */
export type Parts = (part: Expression) => Code;

/** One part after the other; what has no value ends it. */
export const reduceParts = (parts: readonly Code[], next: (total: Value, part: Value, bits: number) => Value): Code => {
  const [first, ...rest] = parts;
  if (!first) return () => undefinedValue('unsupported', 'an operation on nothing');
  return folded((run, frame) => {
    let total = first(run, frame);
    for (const part of rest) {
      if (total.kind === 'undefined') return total;
      total = tamed(next(total, part(run, frame), run.bits), run.bits);
    }
    return total;
  }, parts);
};

/** Two parts together. */
export const two = (a: Code, b: Code, combine: (left: Value, right: Value, run: Run) => Value): Code =>
  folded((run, frame) => combine(a(run, frame), b(run, frame), run), [a, b]);
