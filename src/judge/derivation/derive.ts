import { num } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { ChainClaim, Member } from '../../model/claim.ts';
import { sameBound } from './bound.ts';
import { telling } from './conventions.ts';
import type { Derived } from './derived.ts';
import { brokenLink, failureOf, firstFailing } from './failure.ts';
import { formulaOf, lastingFormula } from './formula.ts';
import type { Goal } from './goal.ts';
import { inOneLayout } from './layout.ts';
import { decideLink } from './link.ts';
import { readings, scalarReadings } from './reading.ts';
import { inSpectralNorm, withNormForRadius, withNormOfWeights } from './singular-value.ts';
import { matrixInstances, scalarInstances, type Trial, trial } from './trial.ts';

/** The finding that does not hold where W is symmetric, or normal in another way. */
export const spectralRadius = 'spectral-radius';

const allowed = { '=': new Set(['=', '≡', '≔']), '≤': new Set(['=', '≡', '≔', '≤', '<']) };

/** What may stand for a derivative that a goal names: one Jacobian ∂x_i/∂x_{i−1} written out, W_rec diag(σ′(x_{i−1})). */
const writtenOut: Readonly<Record<string, readonly string[]>> = { '∂state/∂state': ['recurrent', 'slope'] };

/**
 * Whether an expression says what is asked and not just something equal to it: ∂ε_t/∂x_k equals itself, but only
 * what has the derivatives, sums and products of the goal has been derived, or goes on beyond them.
 */
const reaches = (expression: Expression, goal: Expression): boolean => {
  const written = formulaOf(expression).traits.features;
  const says = (feature: string): boolean =>
    written.has(feature) || (writtenOut[feature]?.every((part) => written.has(part)) ?? false);
  for (const feature of lastingFormula(goal).traits.features) if (!says(feature)) return false;
  return true;
};

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

const right = (chain: ChainClaim, at: number, test: Trial): Derived | undefined => {
  const member = chain.members[at];
  if (!member) return undefined;
  const failing = firstFailing(chain, test, at);
  const broken = failing >= 0 ? brokenLink(chain, failing, test) : undefined;
  return { verdict: 'correct', member, findings: [], ...(broken && { broken }) };
};

/**
 * Right under some reading; the bound is the one asked for, not just any. A reading under which every step holds too
 * is preferred to one under which only the result does.
 */
const established = (chain: ChainClaim, goal: Goal, tests: readonly Trial[]): Derived | undefined => {
  let withBrokenStep: Derived | undefined;
  for (const test of tests)
    for (const i of candidates(chain, goal)) {
      if (test.fromHead(i, goal.relation).holds !== true || !isAsked(chain, i, goal, test)) continue;
      const derived = right(chain, i, test);
      if (derived && !derived.broken) return derived;
      withBrokenStep ??= derived;
    }
  return withBrokenStep;
};

/** A bound must be the one asked for: the same size at the same steps. An equality is what it is equal to. */
const isAsked = (chain: ChainClaim, i: number, goal: Goal, test: Trial): boolean => {
  const [head, member] = [chain.members[0]?.expression, chain.members[i]?.expression];
  if (!head || !member) return false;
  return goal.relation === '=' || sameBound(head, member, goal, test);
};

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

/** A chain whose result does not follow even for one hidden unit: open, wrong, or short of its goal. */
const unestablished = (chain: ChainClaim, goal: Goal, last: Member, tests: readonly Trial[]): Derived => {
  const condition = goal.relation === '≤' ? boundOnCondition(chain, goal, tests) : undefined;
  if (condition) return needsPerson(last, condition);
  const byRadius = boundByRadius(chain, goal, last, tests);
  if (byRadius) return byRadius;
  const open = openReason(chain, tests);
  if (open) return needsPerson(last, `A step of the derivation could not be decided: ${open}.`);
  const failure = tests.every((test) => firstFailing(chain, test) >= 0) && tests[0] && failureOf(chain, tests[0]);
  return failure || needsPerson(last, shortOf(chain, goal, tests));
};

const shortOf = (chain: ChainClaim, goal: Goal, tests: readonly Trial[]): string => {
  const isBounded = candidates(chain, goal).some((i) => tests.some((test) => test.fromHead(i, goal.relation).holds));
  return goal.relation === '≤' && isBounded
    ? 'This bound holds, but it is another one than the one that is asked for.'
    : 'Its steps hold, but the result that is asked for is not reached.';
};

/**
 * W = (0, 1; 0, 0) has ρ(W) = 0 while no norm of W diag(σ′) is 0: where ‖W‖ would make the bound right, ρ(W) makes it
 * false, but for weights of which more is known.
 */
const boundByRadius = (chain: ChainClaim, goal: Goal, last: Member, tests: readonly Trial[]): Derived | undefined => {
  const mended = goal.relation === '≤' ? withNormForRadius(chain, goal) : undefined;
  const holds = mended && established(mended, goal, alike(mended, tests));
  if (!holds || holds.broken) return undefined;
  const message =
    'The spectral radius is no bound of the norm: for W = (0, 1; 0, 0) it is 0, the left side is not. It holds with the norm of W in its place.';
  return { verdict: 'wrong', member: last, findings: [{ id: spectralRadius, message }] };
};

/** Why a bound hangs on what a name stands for or on a condition on the weights, which no network can tell. */
const boundOnCondition = (chain: ChainClaim, goal: Goal, tests: readonly Trial[]): string | undefined => {
  const renamed = withNormOfWeights(chain, goal);
  const holds = renamed && established(renamed.chain, goal, alike(renamed.chain, tests));
  if (holds && !holds.broken)
    return `This is the bound asked for where ${renamed.name} is the largest singular value of the weights, their norm; whether it is meant so is for a person.`;
  const one = chain.members.findIndex((_, i) => i > 0 && tests.some((test) => isOne(chain, i, test)));
  const holdsBefore = chain.relations.slice(0, one - 1).every((_, i) => tests.some((test) => test.link(i).holds));
  if (one < 1 || !holdsBefore) return undefined;
  return 'It is bounded by 1 in place of the norm of the weights: that hangs on a condition on them, and whether that is given is for a person.';
};

/** `(1/γ) γ`, `1`: what ‖W‖γ is replaced by where ‖W‖ < 1/γ. */
const isOne = (chain: ChainClaim, i: number, { instances, reading }: Trial): boolean => {
  const [head, member] = [chain.members[0], chain.members[i]];
  if (!head || !member) return false;
  const question = { subject: head.expression, left: member.expression, relation: '=', right: num(1) } as const;
  return decideLink(question, instances, reading).holds === true;
};

/** Why what holds for one hidden unit does not for several, and what would. */
const layoutReason = (chain: ChainClaim, goal: Goal, tests: readonly Trial[]): string => {
  const reason =
    'This holds for one hidden unit, but for several the order or transposition of the factors does not fit';
  const [head, ...results] = chain.members.map(({ expression }) => expression);
  const result = candidates(chain, goal).map((i) => results[i - 1])[0];
  if (!head || !result || goal.relation !== '=') return `${reason}.`;
  const mended = inOneLayout(result, (right) =>
    tests.some(
      ({ instances, reading }) =>
        decideLink({ subject: head, left: head, relation: '=', right }, instances, reading).holds === true,
    ),
  );
  return mended.length === 0
    ? `${reason}.`
    : `${reason}: it would hold as ${mended.join(' or as ')}, by the layout of Jacobians that is meant. A person decides whether that is a slip.`;
};

const alike = (chain: ChainClaim, tests: readonly Trial[]): readonly Trial[] =>
  tests.map(({ instances, reading }) => trial(chain, instances, reading));

/**
 * Judges one chain against a goal on small random networks, exactly.
 *
 * Right: some convention makes a member that says what is asked equal to (or bounded by) the head, for every choice
 * of its free indices. Wrong: no convention does even for a single hidden unit, and a link fails with a
 * counterexample. Everything between goes to a person.
 */
export const judgeChain = (written: ChainClaim, asked: Goal): Derived | undefined => {
  const { chain, goal } = inSpectralNorm(written, asked);
  const last = chain.members[chain.members.length - 1];
  if (!last || chain.relations.length === 0) return undefined;
  const members = chain.members.map(({ expression }) => formulaOf(expression));
  const formulas = [lastingFormula(goal.from), lastingFormula(goal.to), ...members];
  const relations = [goal.relation, ...chain.relations];
  // For one hidden unit layout and order are the same thing; only the meaning of ∂x_k/∂θ is left to vary.
  const scalar = telling(scalarReadings, formulas, relations).map((one) => trial(chain, scalarInstances, one));
  if (!established(chain, goal, scalar)) return unestablished(chain, goal, last, scalar);
  const matrices = telling(readings, formulas, relations).map((one) => trial(chain, matrixInstances, one));
  return established(chain, goal, matrices) ?? needsPerson(last, layoutReason(chain, goal, matrices));
};
