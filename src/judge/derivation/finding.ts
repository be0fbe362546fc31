import type { Expression, Relation } from '../../math/expression/tree.ts';
import type { FindingNote } from '../../model/verdict.ts';

/** A link of a derivation that fails, and a way to try another in its place. */
export interface FailedLink {
  readonly subject: Expression;
  readonly left: Expression;
  readonly relation: Relation;
  readonly right: Expression;
  /** Whether the link would hold with another relation, under any reading. */
  readonly holdsAs: (relation: Relation) => boolean;
  /** Whether the link would hold with another right side, under any reading. */
  readonly holdsWith: (right: Expression) => boolean;
}

/** A known way a derivation goes wrong. */
export interface DerivationFinding<Evidence> {
  readonly id: string;
  readonly title: string;
  readonly spot: (failed: FailedLink) => Evidence | undefined;
  readonly say: (evidence: Evidence) => string;
}

export type DerivationSpotter = (failed: FailedLink) => FindingNote | undefined;

/** Closes over the evidence's type, so that findings of all kinds stand in one list. */
export const spotter =
  <Evidence>(finding: DerivationFinding<Evidence>): DerivationSpotter =>
  (failed) => {
    const evidence = finding.spot(failed);
    return evidence === undefined ? undefined : { id: finding.id, message: finding.say(evidence) };
  };
