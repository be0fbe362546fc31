import { type Block, integer } from './block.ts';
import type { Instance } from './instance.ts';
import type { Reading } from './reading.ts';
import type { Steps } from './steps.ts';

/** Why an expression has no value on an instance. */
export interface Trouble {
  /** `outside`: a step before 0 or after T; `shape`: matrices that do not fit; `unknown`: a thing it does not know. */
  readonly trouble: 'outside' | 'shape' | 'unknown';
  readonly about: string;
}

export type Outcome = Block | Trouble;

export const isTrouble = (outcome: Outcome): outcome is Trouble => 'trouble' in outcome;

export const unknown = (about: string): Trouble => ({ trouble: 'unknown', about });
export const outside = (about: string): Trouble => ({ trouble: 'outside', about });

/** Where a formula is evaluated: the network, the conventions, the steps of its names. */
export interface Place {
  instance: Instance;
  reading: Reading;
  readonly steps: Steps;
  /** What `⋯` adds to every index of the factor it repeats. */
  shift: number;
  /** The terms and factors that may still be worked out. */
  left: number;
}

/** An expression made ready to be evaluated on one instance after the other, for one choice of steps after the other. */
export type Code = (place: Place) => Outcome;

/** More terms and factors than a derivation on a network of a few steps can mean: sums nested in sums nested in sums. */
export const mostTerms = 4096;

const tooMany = unknown(`a formula of more than ${mostTerms} terms`);
const badShape: Trouble = { trouble: 'shape', about: 'shapes that do not fit' };

/** Code that has no value anywhere. */
export const troubled =
  (trouble: Trouble): Code =>
  () =>
    trouble;

/** The value that a Σ or ∏ comes to so far, one more taken up; `undefined` before the first. */
export const gathered = (
  so: Block | undefined,
  value: Outcome,
  join: (a: Block, b: Block) => Block | undefined,
): Outcome => (so === undefined || isTrouble(value) ? value : (join(so, value) ?? badShape));

/** Counts a term; trouble where there are too many of them. */
export const spend = (place: Place): Trouble | undefined => {
  place.left -= 1;
  return place.left < 0 ? tooMany : undefined;
};

/** Values of parts joined from the left; the first trouble wins. */
export const joinedCode = (parts: readonly Code[], join: (a: Block, b: Block) => Block | undefined): Code => {
  return (place) => {
    let so: Block | undefined;
    for (const part of parts) {
      const value = gathered(so, part(place), join);
      if (isTrouble(value)) return value;
      so = value;
    }
    return so ?? integer(1);
  };
};
