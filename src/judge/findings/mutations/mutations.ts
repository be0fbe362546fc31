import { brackets } from './brackets.ts';
import { droppedFactor } from './dropped-factor.ts';
import { droppedFunction } from './dropped-function.ts';
import { droppedPower } from './dropped-power.ts';
import { droppedTerm } from './dropped-term.ts';
import { extraFactor } from './extra-factor.ts';
import { flippedSign } from './flipped-sign.ts';
import type { Mutation } from './mutation.ts';
import { miscopiedVector, otherConstant, scaledConstant } from './other-constant.ts';
import { otherFunction } from './other-function.ts';
import { freshIndex, frozenIndex, staleIndex } from './other-index.ts';
import { otherName } from './other-name.ts';
import { otherRange } from './other-range.ts';
import { otherSlope } from './other-slope.ts';
import { transposed } from './transposed.ts';

/** The slips that can happen to any definition and are looked for in whole worlds, the commonest first. */
export const commonMutations: readonly Mutation[] = [
  flippedSign,
  droppedTerm,
  droppedFactor,
  transposed,
  staleIndex,
  freshIndex,
  frozenIndex,
  scaledConstant,
  otherConstant,
  miscopiedVector,
  droppedPower,
  droppedFunction,
  otherFunction,
  otherRange,
];

/** All slips, those too of which there are too many for worlds: they are looked for in the one formula of an answer. */
export const mutations: readonly Mutation[] = [...commonMutations, otherSlope, brackets, otherName, extraFactor];
