import type { Expression } from '../math/expression/tree.ts';
import type { Ask } from '../model/rubric.ts';

/** What an item wants, told without giving the answer away. */
export interface Asked {
  readonly words: string;
  readonly expression?: Expression;
}

/** `ask: x_{2}` → `x_2`; of a derivation only its left side, of a statement only what it is about. */
export const asked = (ask: Ask): Asked => {
  switch (ask.kind) {
    case 'value':
      return { words: '', expression: ask.target };
    case 'derivation':
      return { words: 'derivation of', expression: ask.from };
    case 'statement':
      return { words: ask.near === undefined ? 'a statement' : `a statement on “${ask.near}”` };
    case 'figure':
      return { words: `figure: ${ask.caption}` };
    case 'choice':
      return { words: `choice of ${ask.options.join(', ')}` };
    case 'keywords':
      return { words: 'an explanation in words' };
  }
};
