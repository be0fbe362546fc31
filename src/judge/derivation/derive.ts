import type { Expression } from '../../math/expression/tree.ts';
import type { ChainClaim, Member } from '../../model/claim.ts';
import type { BrokenLink, FindingNote } from '../../model/verdict.ts';
import { sameBound } from './bound.ts';
import { counterexampleText, sideText } from './display.ts';
import { reaches } from './features.ts';
import { derivationFindings } from './findings.ts';
import type { Goal } from './goal.ts';
import { decidable, decideLink } from './link.ts';
import { type Reading, readings } from './reading.ts';
import { matrixInstances, scalarInstances, type Trial, trial } from './trial.ts';

/** What a derivation comes to, and on which member of the chain that rests. */
export interface Derived {
  readonly verdict: 'correct' | 'wrong' | 'review';
  readonly member: Member;
  readonly reason?: string;
  readonly findings: readonly FindingNote[];
  readonly broken?: BrokenLink;
}

const allowed = { '=': new Set(['=', '≡', '≔']), '≤': new Set(['=', '≡', '≔', '≤', '<']) };

/** The members that follow from the head by relations the goal allows; for a bound, only those behind a ≤. */
const candidates = (chain: ChainClaim, goal: Goal): readonly number[] => {
  const found: number[] = [];
  let bounded = goal.relation === '=';
  for (const [i, relation] of chain.relations.entries()) {
    if (!allowed[goal.relation].has(relation)) break;
    bounded ||= relation === '≤' || relation === '<';
    const member = chain.members[i + 1];
    if (bounded && member && reaches(member.expression, goal.to)) found.push(i + 1);
  }
  return found.reverse();
};

const brokenLink = (chain: ChainClaim, i: number, test: Trial): BrokenLink | undefined => {
  const outcome = test.link(i);
  const [left, right] = [chain.members[i], chain.members[i + 1]];
  if (outcome.holds !== false || !outcome.counterexample || !left || !right) return undefined;
  return {
    left: left.text,
    relation: chain.relations[i] ?? '=',
    right: right.text,
    leftValue: sideText(outcome.counterexample.left),
    rightValue: sideText(outcome.counterexample.right),
    place: right.place,
  };
};

const firstFailing = (chain: ChainClaim, test: Trial): number =>
  chain.relations.findIndex((relation, i) => decidable.has(relation) && test.link(i).holds === false);

const right = (chain: ChainClaim, at: number, test: Trial): Derived | undefined => {
  const member = chain.members[at];
  if (!member) return undefined;
  const failing = firstFailing(chain, test);
  const broken = failing >= 0 && failing < at ? brokenLink(chain, failing, test) : undefined;
  return { verdict: 'correct', member, findings: [], ...(broken && { broken }) };
};

/** Right under some reading for several hidden units; the bound is the one asked for, not just any. */
const established = (chain: ChainClaim, goal: Goal, tests: readonly Trial[]): Derived | undefined => {
  for (const test of tests)
    for (const i of candidates(chain, goal))
      if (test.fromHead(i, goal.relation).holds === true && isAsked(chain, i, goal, test)) return right(chain, i, test);
  return undefined;
};

/** A bound must be the one asked for: the same size at the same steps. An equality is what it is equal to. */
const isAsked = (chain: ChainClaim, i: number, goal: Goal, test: Trial): boolean => {
  const [head, member] = [chain.members[0]?.expression, chain.members[i]?.expression];
  if (!head || !member) return false;
  return goal.relation === '=' || sameBound(head, member, goal, test);
};

const sidesFail = (chain: ChainClaim, test: Trial): Derived | undefined => {
  const failing = firstFailing(chain, test);
  const [head, left, member] = [chain.members[0], chain.members[failing], chain.members[failing + 1]];
  const outcome = failing >= 0 ? test.link(failing) : undefined;
  if (!head || !left || !member || outcome?.holds !== false) return undefined;
  const relation = chain.relations[failing] ?? '=';
  const holdsWith = (other: Expression) =>
    anyReading(
      (reading) =>
        decideLink(
          { subject: head.expression, left: left.expression, relation, right: other },
          matrixInstances,
          reading,
        ).holds === true,
    );
  const failed = { subject: head.expression, left: left.expression, right: member.expression, holdsWith, outcome };
  const findings = derivationFindings.flatMap((spot) => spot(failed) ?? []).slice(0, 1);
  const shown = outcome.counterexample
    ? [
        {
          id: 'counterexample',
          message: `${sentence(counterexampleText(outcome.counterexample))} on a small random network.`,
        },
      ]
    : [];
  const broken = brokenLink(chain, failing, test);
  return { verdict: 'wrong', member, findings: [...findings, ...shown], ...(broken && { broken }) };
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const anyReading = (holds: (reading: Reading) => boolean): boolean => readings.some(holds);

const needsPerson = (member: Member, reason: string): Derived => ({ verdict: 'review', member, reason, findings: [] });

/** The reason a chain stays open, where some link could not be decided under any reading. */
const openReason = (chain: ChainClaim, tests: readonly Trial[]): string | undefined => {
  for (const i of chain.relations.keys()) {
    const outcomes = tests.map((test) => test.link(i));
    const open = outcomes.find((outcome) => outcome.holds === undefined);
    if (open?.holds === undefined && open && outcomes.every((outcome) => outcome.holds !== true)) return open.reason;
  }
  return undefined;
};

/**
 * Judges one chain against a goal on small random networks, exactly.
 *
 * Right: some convention makes a member that says what is asked equal to (or bounded by) the head, for every choice
 * of its free indices. Wrong: no convention does even for a single hidden unit, and a link fails with a
 * counterexample. Everything between goes to a person.
 */
export const judgeChain = (chain: ChainClaim, goal: Goal): Derived | undefined => {
  const last = chain.members[chain.members.length - 1];
  if (!last || chain.relations.length === 0) return undefined;
  const tests = readings.map((reading) => trial(chain, matrixInstances, reading));
  const holds = established(chain, goal, tests);
  if (holds) return holds;
  const open = openReason(chain, tests);
  if (open) return needsPerson(last, `A step of the derivation could not be decided: ${open}.`);
  const scalar = readings.map((reading) => trial(chain, scalarInstances, reading));
  if (established(chain, goal, scalar))
    return needsPerson(
      last,
      'This holds for one hidden unit, but for several the order or transposition of the factors does not fit.',
    );
  const failures = scalar.map((test) => sidesFail(chain, test));
  if (failures.every((failure) => failure !== undefined)) return failures[0];
  return needsPerson(last, 'Its steps hold, but the result that is asked for is not reached.');
};
