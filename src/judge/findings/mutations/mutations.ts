import { droppedFactor } from './dropped-factor.ts';
import { droppedTerm } from './dropped-term.ts';
import { flippedSign } from './flipped-sign.ts';
import type { Mutation } from './mutation.ts';
import { freshIndex, staleIndex } from './other-index.ts';
import { scaledConstant } from './scaled-constant.ts';

/** The slips that can happen to any definition, the commonest first. */
export const mutations: readonly Mutation[] = [
  flippedSign,
  droppedTerm,
  droppedFactor,
  staleIndex,
  freshIndex,
  scaledConstant,
];
