import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression, Relation } from '../../math/expression/tree.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { BrokenLink, FindingNote } from '../../model/verdict.ts';
import { telling } from './conventions.ts';
import type { Derived } from './derived.ts';
import { sideText, stepsText } from './display.ts';
import type { FailedLink } from './finding.ts';
import { derivationFindings } from './findings.ts';
import { formulaOf } from './formula.ts';
import { type Counterexample, decidable, decideLink, type LinkQuestion } from './link.ts';
import { type Reading, readings, scalarReadings } from './reading.ts';
import { matrixInstances, scalarInstances, type Trial } from './trial.ts';

/** A link that fails, with what both sides come to. */
export const brokenLink = (chain: ChainClaim, i: number, test: Trial): BrokenLink | undefined => {
  const outcome = test.link(i);
  const [left, right] = [chain.members[i], chain.members[i + 1]];
  if (outcome.holds !== false || !outcome.counterexample || !left || !right) return undefined;
  return {
    left: printPlain(left.expression),
    relation: chain.relations[i] ?? '=',
    right: printPlain(right.expression),
    leftValue: sideText(outcome.counterexample.left),
    rightValue: sideText(outcome.counterexample.right),
    place: right.place,
  };
};

/** The first link that fails, of all or of those to a member; −1 for none. */
export const firstFailing = (chain: ChainClaim, test: Trial, to = chain.relations.length): number =>
  chain.relations.findIndex((relation, i) => i < to && decidable.has(relation) && test.link(i).holds === false);

/** Most candidates fail for one hidden unit already, where little has to be computed. */
const holdsUnderSomeReading = (question: LinkQuestion): boolean => {
  const { subject, left, right, relation } = question;
  const those = (all: readonly Reading[]) => telling(all, [subject, left, right].map(formulaOf), [relation]);
  const possible = those(scalarReadings).filter(
    (reading) => decideLink(question, scalarInstances, reading).holds === true,
  );
  return those(readings)
    .filter(({ parameters }) => possible.some((reading) => reading.parameters === parameters))
    .some((reading) => decideLink(question, matrixInstances, reading).holds === true);
};

const counterexampleNote = ({ steps }: Counterexample, { leftValue, rightValue }: BrokenLink): FindingNote => {
  const where = steps.size > 0 ? `For ${stepsText(steps)} the` : 'The';
  return {
    id: 'counterexample',
    message: `${where} left side is ${leftValue}, the right ${rightValue} on a small random network.`,
  };
};

/** Why there are no two numbers to show. */
const noShape: FindingNote = {
  id: 'shapes',
  message: 'Its vectors and matrices do not fit each other: what is added or multiplied here has no common shape.',
};

/** The most telling cause; the others are not looked for. */
const firstFinding = (failed: FailedLink): FindingNote | undefined => {
  for (const spot of derivationFindings) {
    const note = spot(failed);
    if (note) return note;
  }
  return undefined;
};

/** A chain with a failing link as wrong, with what explains the failure; `undefined` where no link fails. */
export const failureOf = (chain: ChainClaim, test: Trial): Derived | undefined => {
  const failing = firstFailing(chain, test);
  const [head, left, member] = [chain.members[0], chain.members[failing], chain.members[failing + 1]];
  const outcome = failing >= 0 ? test.link(failing) : undefined;
  if (!head || !left || !member || outcome?.holds !== false) return undefined;
  const [subject, relation] = [head.expression, chain.relations[failing] ?? '='];
  const holdsWith = (other: Expression) =>
    holdsUnderSomeReading({ subject, left: left.expression, relation, right: other });
  const holdsAs = (other: Relation) =>
    holdsUnderSomeReading({ subject, left: left.expression, relation: other, right: member.expression });
  const failed = { subject, left: left.expression, relation, right: member.expression, holdsWith, holdsAs };
  const cause = firstFinding(failed);
  const broken = brokenLink(chain, failing, test);
  const shown = broken && outcome.counterexample ? [counterexampleNote(outcome.counterexample, broken)] : [noShape];
  return { verdict: 'wrong', member, findings: [...(cause ? [cause] : []), ...shown], ...(broken && { broken }) };
};
