import type { Expression } from '../../math/expression/tree.ts';
import { exact, one, zero } from '../../math/number/exact.ts';
import type { Item, ToleranceRule } from '../../model/rubric.ts';
import type { BrokenLink, Verdict } from '../../model/verdict.ts';
import type { Reference, World } from '../../model/world.ts';
import { carry, reached } from '../carry/carry.ts';
import { ownScope } from '../carry/own-scope.ts';
import { assuming, isBefore, ownValues } from '../carry/own-values.ts';
import { askedWith } from '../carry/parts.ts';
import type { Stated } from '../carry/stated.ts';
import { followsUnrounded } from '../carry/unrounded.ts';
import { askedText, compareInWorld, partialShare, type ValueAsk } from '../compare-reference.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { brokenLink } from '../links.ts';
import type { Answer, Located } from '../locate/located.ts';
import { withUnitBehind } from '../units/unit-behind.ts';
import { beforeRounding } from './before-rounding.ts';
import { forPerson, type ItemJudge, missing, unreadable } from './item-judge.ts';
import { judgeUnmatched } from './unmatched.ts';

/** Digits of a reference answer; comparisons ask for more where they need them. */
const digits = 30;

type Several = Extract<Located, { kind: 'several' }>;

/** An item, its answer, and what both are measured by. */
interface Task {
  readonly item: Item;
  readonly ask: ValueAsk;
  readonly answer: Answer;
  readonly world: World;
  readonly reference: Reference;
  readonly context: Context;
}

type Evidence = Pick<Verdict, 'found' | 'read' | 'reference' | 'place' | 'broken'>;

/** What stands between the name and the value is checked step by step; a chain without steps says nothing more. */
const falseStep = ({ answer, item, ask, context }: Task): BrokenLink | undefined => {
  const { claim } = answer;
  const named = answer.parts ? 0 : answer.named;
  if (claim.kind !== 'chain' || claim.members.length < named + 3) return undefined;
  const asked = { item, claim };
  const latest = (name: string): Expression | undefined =>
    context.statedAs(name).findLast((one) => one.kind === 'value' && isBefore(one, asked, context))?.value;
  const { stated } = context;
  const before = (): readonly Stated[] => stated.filter((one) => isBefore(one, asked, context));
  const world = context.ownWorld(item.section);
  const own = ownScope(world, latest, context.key);
  const latestOf = (name: Expression): Expression | undefined => latest(context.key(name) ?? '');
  const assumed = (): World => assuming(world, ownValues(ask.target, asked, world, context));
  // Of `m̂_1 = m_1 = 0.5` only what follows m_1 is about it.
  const { members, relations } = claim;
  const chain = { ...claim, members: members.slice(named), relations: relations.slice(named) };
  return brokenLink(chain, { own, stated, latest: latestOf, before, world, assumed });
};

/** What an answer of ours says of the student's. New properties stand before it where it is spread: behind it each is slow to add. */
const evidence = (task: Task): Evidence => {
  const broken = falseStep(task);
  return {
    found: task.answer.text,
    read: task.answer.value,
    reference: askedText(task.ask, task.reference, task.world, task.item.tolerance),
    place: task.answer.place,
    ...(broken && { broken }),
  };
};

const carriedOr = (task: Task, wrong: Verdict): Verdict => {
  const { item, ask, answer, world, context } = task;
  const own = ownValues(ask.target, { item, claim: answer.claim }, world, context);
  const accepts = (values: readonly Stated[]): boolean => {
    const asked = { ...ask, target: askedWith(ask.target, values) };
    return (
      compareInWorld(answer.value, asked, assuming(world, values), item.tolerance).verdict === 'correct' ||
      followsUnrounded(
        answer.value,
        asked.target,
        world,
        reached(ask.target, values, world, context.key),
        item.tolerance,
      )
    );
  };
  const carried = carry(ask.target, world, own, accepts, context.key, (right) =>
    askedText(ask, right, world, item.tolerance),
  );
  if (!carried) return wrong;
  if (!('from' in carried)) return { ...wrong, findings: [carried.note, ...wrong.findings] };
  return { ...wrong, verdict: 'carried', share: item.carry, findings: [carried.note] };
};

/** Arrays are printed to eight decimals without the zeros behind: `[1.9 -0.9]` of a program is 1.90000000. */
const printedTo: ToleranceRule = { kind: 'abs', limit: exact('5e-9') };

/** The comparison by the item's tolerance; digits that a program leaves out because they are zeros are shown. */
const decisionOn = ({ item, ask, answer, world }: Task): Decision => {
  const decision = compareInWorld(answer.value, ask, world, item.tolerance);
  const isPrinted = answer.claim.kind === 'chain' && answer.claim.origin === 'output';
  if (!isPrinted || decision.finding?.id !== 'too-few-digits') return decision;
  const full = compareInWorld(answer.value, ask, world, printedTo);
  return full.verdict === 'correct' ? full : decision;
};

const judgeAnswer = (task: Task): Verdict => {
  const { item, ask, answer, world } = task;
  const decision = decisionOn(task);
  const rest = evidence(task);
  const notes = decision.finding ? [decision.finding] : [];
  if (decision.verdict === 'undecided')
    return forPerson(item, decision.message ?? 'This could not be compared with the reference.', rest);
  const decided = decision.decided ?? 'exact';
  if (decision.verdict === 'correct')
    return { item, verdict: 'correct', share: one, decided, findings: notes, ...rest };
  const share = (decision.isValueRight ? ask.valueShare : partialShare(item, ask, answer.value, world)) ?? zero;
  const verdict = carriedOr(task, { item, verdict: 'wrong', share, decided, findings: notes, ...rest });
  // 0.92 is exact with the student's x_1 = 1.9000, and right as far as it goes: no zeros are missing behind it.
  const isExact = decision.finding?.id === 'too-few-digits' && verdict.findings[0]?.id === 'rounded-early';
  if (isExact) return { item, verdict: 'correct', share: one, decided, findings: [], ...rest };
  const unsure = answer.doubtful || answer.by === 'order';
  if (verdict.verdict === 'wrong' && unsure)
    return forPerson(item, 'This was read or attributed with doubt, and it is not the reference.', verdict);
  return verdict;
};

/** The exact value before its decimals, where it can be compared; products of matrices are left to what they come to. */
const unrounded = (answer: Answer, item: Item, ask: ValueAsk, world: World): Expression => {
  const before = beforeRounding(answer, item.tolerance, world);
  const isReadable =
    before === answer.value || compareInWorld(before, ask, world, item.tolerance).verdict !== 'undecided';
  return isReadable ? before : answer.value;
};

const judgeLocated = (item: Item, ask: ValueAsk, answer: Answer, context: Context): Verdict => {
  const world = context.world(item.section);
  const reference = world.answer(ask.target, digits);
  const rest = { found: answer.text, place: answer.place };
  if (answer.broken !== undefined) return unreadable(item, answer.broken, rest);
  if (reference.kind === 'value' && reference.value.kind === 'undefined')
    return forPerson(item, `The reference has no value: ${reference.value.reason}.`, rest);
  const value = ask.units ? withUnitBehind(answer.value, context.behind(answer)) : unrounded(answer, item, ask, world);
  return judgeAnswer({ item, ask, answer: { ...answer, value }, world, reference, context });
};

/** x_3 = 2.871375, and 2.87 in a table of results: whichever is meant, it is right. What differs more is for a person. */
const judgeSeveral = (item: Item, ask: ValueAsk, located: Several, context: Context): Verdict => {
  const { candidates, reason, contested } = located;
  const verdicts = contested ? [] : candidates.map((answer) => judgeLocated(item, ask, answer, context));
  const [first] = verdicts;
  if (first && verdicts.every(({ verdict }) => verdict === 'correct')) return first;
  const last = candidates.at(-1);
  return forPerson(item, reason, last ? { found: last.text, place: last.place } : {});
};

/** `ask: x_{2}`, `ask: ∂f/∂x`: a value or an expression, compared with what the definitions give. */
export const valueJudge: ItemJudge = {
  kind: 'value',
  judge: (item, context) => {
    const { ask } = item;
    if (ask.kind !== 'value') throw new TypeError('an item of another kind');
    const located = context.located(item);
    switch (located.kind) {
      case 'one':
        return judgeLocated(item, ask, located.answer, context);
      case 'several':
        return judgeSeveral(item, ask, located, context);
      case 'unmatched':
        return judgeUnmatched(item, ask, located, context);
      case 'unreadable':
        return unreadable(item, located.reason, { place: located.claim.place });
      default:
        return missing(item);
    }
  },
};
