import { binding } from './binding.ts';
import type { Expression, SumNode } from './tree.ts';

/** Prints a part, in brackets where it binds less tightly than its place needs. */
export type Held = (part: Expression, needed: number) => string;

/** `a + b - c`: a negative term brings its own sign. The same in every notation. */
export const sumText = (e: SumNode, held: Held): string => {
  const term = (part: Expression, i: number): string => {
    const written = held(part, binding.negative);
    if (i === 0) return written;
    return part.kind === 'negative' ? ` - ${written.slice(1)}` : ` + ${written}`;
  };
  return e.terms.map(term).join('');
};

/** `a ≤ b < c`; a chain that goes on from a row before begins with its relation. */
export const relationText = (members: readonly string[], relations: readonly string[]): string =>
  members
    .map((member, i) => (i === 0 ? member : `${relations[i - 1]} ${member}`))
    .join(' ')
    .trim();
