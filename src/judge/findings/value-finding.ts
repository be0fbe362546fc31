import type { Expression } from '../../math/expression/tree.ts';
import type { FindingNote } from '../../model/verdict.ts';
import type { Reference, World } from '../../model/world.ts';

/** A single wrong answer with everything a finding may look at. */
export interface WrongAnswer {
  readonly target: Expression;
  readonly claimed: Expression;
  readonly reference: Reference;
  readonly world: World;
  /** The variables the claim may be about, for expressions: the parameters of the reference. */
  readonly variables: readonly string[];
}

/** A way one answer goes wrong by itself, whatever it was computed from. */
export interface ValueFinding<Evidence> {
  readonly id: string;
  /** What went wrong in a few words without any value: the hint for students who may see no more. */
  readonly title: string;
  readonly spot: (answer: WrongAnswer) => Evidence | undefined;
  readonly say: (evidence: Evidence) => string;
}

export type ValueSpotter = (answer: WrongAnswer) => FindingNote | undefined;

/** Closes over the evidence's type, so that findings of all kinds stand in one list. */
export const spotter =
  <Evidence>(finding: ValueFinding<Evidence>): ValueSpotter =>
  (answer) => {
    const evidence = finding.spot(answer);
    if (evidence === undefined) return undefined;
    return { id: finding.id, message: finding.say(evidence), hint: `${finding.title}.` };
  };
