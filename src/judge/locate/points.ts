/** Points and vectors under other names than the assignment's. */

import { answerOf, withoutMark } from './answers.ts';
import { components } from './components.ts';
import type { Answer } from './located.ts';
import type { NamingIndex } from './naming.ts';
import type { Target } from './targets.ts';

/** The keys of the point that a target is or belongs to: `x_1` and `y_1`. */
const pointOf = (target: Target): readonly string[] => target.pair?.keys ?? target.parts ?? [];

/** How many components the member has that an answer was taken from. */
const width = ({ claim, member }: Answer): number | undefined => {
  const expression = claim.kind === 'chain' ? claim.members[member]?.expression : undefined;
  return expression && components(withoutMark(expression))?.length;
};

const wholePoints = (target: Target, name: string, index: NamingIndex, doubtful: boolean): readonly Answer[] =>
  index.of(name).flatMap((naming) => {
    if (naming.part !== undefined) return [];
    const answer = answerOf({ ...target, wanted: 'value' }, naming, index, { by: 'symbol', doubtful });
    return answer && width(answer) === pointOf(target).length ? [answer] : [];
  });

/** Points named by the first letter of the pair: `x_1 = (3.55, 0.2)` for `(x_1, y_1)` or for `y_1`. */
export const byFirstLetter = (target: Target, index: NamingIndex): readonly Answer[] => {
  const [first] = pointOf(target);
  return first === undefined || first === target.key ? [] : wholePoints(target, first, index, false);
};

/** Letters that textbooks give to iterates, the likeliest first: `g_1 = (9, 16)` beside `p_1` is a gradient. */
const iterateLetters = ['p', 'w', 'θ', 'x', 'z', 'q', 'P', 'W', 'Θ', 'X', 'Z'];

/** The gradients of a quadratic follow each other as its points do: nothing about them tells that they are none. */
const isGradient = (letter: string): boolean => /^g$/i.test(letter);

/**
 * Points under a letter the assignment does not use: `p_1 = (3.55, 0.2)` for `(x_1, y_1)`. Letters that are no iterate's
 * by custom count where no other is there, with doubt; so do all where something could not be read.
 */
export const byOtherLetter = (target: Target, index: NamingIndex, free: () => readonly string[]): readonly Answer[] => {
  const keys = pointOf(target);
  const step = keys.length > 1 ? /_(\d+)$/.exec(keys[0] ?? '')?.[1] : undefined;
  if (step === undefined) return [];
  const letters = free();
  const points = (letter: string, doubtful: boolean) =>
    wholePoints(target, `${letter}_${step}`, index, doubtful || !index.isRead());
  for (const letter of iterateLetters) {
    const named = letters.includes(letter) ? points(letter, false) : [];
    if (named.length > 0) return named;
  }
  return letters.filter((letter) => !isGradient(letter)).flatMap((letter) => points(letter, true));
};

/** The ways to write the component `x` of `v_1`: `v_{1,x}`, `v_{x,1}`, `v_1^x`, `v_x^1`, `v_x1`, `vx_1`, `vx1`. */
export const componentKeys = (key: string, component: string): readonly string[] => {
  const [, letter, step] = /^(\p{L}[\p{L}\p{M}]*)_(\d+)$/u.exec(key) ?? [];
  if (!letter || !step) return [];
  return [
    `${key},${component}`,
    `${letter}_${component},${step}`,
    `${key}^${component}`,
    `(${key})^(${component})`,
    `${letter}_${component}^${step}`,
    `${letter}_${component}${step}`,
    `${letter}${component}_${step}`,
    `${letter}${component}${step}`,
  ];
};
