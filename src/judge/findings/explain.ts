import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import type { FindingNote, Verdict } from '../../model/verdict.ts';
import type { World } from '../../model/world.ts';
import { isRounding } from '../carry/carry.ts';
import { assuming, ownValues } from '../carry/own-values.ts';
import type { Stated } from '../carry/stated.ts';
import type { Context } from '../context.ts';
import { forPerson } from '../items/item-judge.ts';
import type { Key } from '../locate/naming.ts';
import { isAboutWriting } from './about-writing.ts';
import { agrees } from './agreement.ts';
import { exchangedWith } from './exchanged.ts';
import { isNormalizedStep } from './normalized.ts';
import { wrongComponent } from './one-component.ts';
import { quantitiesOf, type Sources } from './relevance.ts';
import { type Answered, explainSection } from './section-search.ts';
import type { WrongAnswer } from './value-finding.ts';
import { valueFindings } from './value-findings.ts';

const digits = 30;

const otherConvention = 'This is the quantity asked for under another convention.';

const inOtherOrder = (other: string): string =>
  `This is the value of ${other}, and the other way round: only the order of the names may differ.`;

const ofLengthOne =
  'This is the direction asked for, at another length, as steps are often normalized: whether that matters is for a person.';

interface Judged {
  readonly verdict: Verdict;
  readonly target: Expression;
  readonly claimed: Expression;
}

/** The right number all the same, wrong in its form or unit or by too few digits; or one whose cause is told already. */
const isSettled = ({ item, findings }: Verdict, target: Expression, claimed: Expression, world: World): boolean => {
  if (findings.some(({ id }) => isAboutWriting(id) || id === 'carry-refused')) return true;
  const reference = item.ask.kind === 'value' && !item.ask.units ? referenceOf(target, world) : undefined;
  return reference !== undefined && agrees(claimed, reference) === true;
};

/** A carried answer is explained already; it only speaks against slips that would have made it another. */
const judgedValues = (verdicts: readonly Verdict[], context: Context): readonly Judged[] =>
  verdicts.flatMap((verdict) => {
    const { item, read: claimed } = verdict;
    if (item.ask.kind !== 'value' || !claimed) return [];
    const { target } = item.ask;
    const isWrong = verdict.verdict === 'wrong' && !isSettled(verdict, target, claimed, context.world(item.section));
    const isRight = verdict.verdict === 'correct' || verdict.verdict === 'carried';
    return isWrong || isRight ? [{ verdict, target, claimed }] : [];
  });

/** What an answer is computed from, before and after the student's own values stand in the definitions. */
const sourcesOf = (target: Expression, world: World, own: World, stated: readonly Stated[], key: Key): Sources => {
  const put = new Set(stated.map((one) => one.key));
  const open = own.dependencies(target).filter((quantity) => !put.has(key(quantity) ?? ''));
  return {
    all: new Set(world.dependencies(target).flatMap(quantitiesOf)),
    left: new Set([target, ...open].flatMap(quantitiesOf)),
  };
};

const referenceOf = (target: Expression, world: World): Value | undefined => {
  const reference = world.answer(target, digits);
  return reference.kind === 'value' ? reference.value : undefined;
};

const once = <T>(compute: () => T): (() => T) => {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
};

const answered = ({ verdict, target, claimed }: Judged, context: Context): Answered => {
  const { item } = verdict;
  const located = context.located(item);
  const world = context.world(item.section);
  const stated = once(() =>
    located.kind === 'one' ? ownValues(target, { item, claim: located.answer.claim }, world, context) : [],
  );
  const own = once(() => assuming(world, stated()));
  const settled = once(
    () =>
      new Set(
        stated()
          .filter((one) => one.kind === 'value' && isRounding(one, world))
          .map(({ quantity }) => printPlain(quantity)),
      ),
  );
  const unrounded = once(() =>
    assuming(
      world,
      stated().filter((one) => !isRounding(one, world)),
    ),
  );
  const sources = once(() => sourcesOf(target, world, own(), stated(), context.key));
  const reference = referenceOf(target, world);
  return {
    item,
    target,
    claimed,
    reference,
    right: verdict.verdict !== 'wrong',
    carried: verdict.verdict === 'carried',
    own,
    unrounded,
    sources,
    stated,
    settled,
  };
};

const spotted = (answer: WrongAnswer): FindingNote | undefined => {
  for (const spot of valueFindings) {
    const note = spot(answer);
    if (note) return note;
  }
  return undefined;
};

const noteOnComponent = (answer: WrongAnswer): FindingNote | undefined => {
  const wrong = wrongComponent(answer);
  const note = wrong && spotted(wrong.answer);
  if (!wrong || !note) return undefined;
  const hint = note.hint === undefined ? {} : { hint: `In ${wrong.name}: ${note.hint}` };
  return { ...note, message: `In ${wrong.name}: ${note.message}`, ...hint };
};

/** A note about the answer by itself; asked only where the whole section gave none. */
const ownNote = ({ verdict, target, claimed }: Judged, context: Context): FindingNote | undefined => {
  const world = context.world(verdict.item.section);
  const reference = world.answer(target, digits);
  const variables = reference.kind === 'function' ? reference.parameters : [];
  const answer = { target, claimed, reference, world, variables };
  return spotted(answer) ?? noteOnComponent(answer);
};

const isNormalized = ({ verdict, target, claimed }: Judged, context: Context): boolean => {
  const world = context.world(verdict.item.section);
  const reference = referenceOf(target, world);
  return reference !== undefined && isNormalizedStep(target, claimed, reference, world);
};

const withNote = (verdict: Verdict, note: FindingNote | undefined): Verdict =>
  note ? { ...verdict, findings: [note, ...verdict.findings.filter(({ id }) => id !== note.id)] } : verdict;

/** The wrong answers of one rubric section with what explains them: first all together, then each alone. */
export const explain = (verdicts: readonly Verdict[], context: Context): readonly Verdict[] => {
  const values = judgedValues(verdicts, context);
  const section = values[0]?.verdict.item.section;
  if (!section || values.every(({ verdict }) => verdict.verdict !== 'wrong')) return verdicts;
  const wrong = values.filter(({ verdict }) => verdict.verdict === 'wrong');
  const together = explainSection(
    context.world(section),
    values.map((one) => answered(one, context)),
  );
  return verdicts.map((verdict) => {
    const value = values.find((one) => one.verdict === verdict);
    if (!value || verdict.verdict !== 'wrong') return verdict;
    if (isNormalized(value, context)) return forPerson(verdict.item, ofLengthOne, verdict);
    const exchanged = exchangedWith(value, wrong, context.world(section), context.key);
    if (exchanged !== undefined) return forPerson(verdict.item, inOtherOrder(exchanged), verdict);
    const hypothesis = together.get(verdict.item);
    if (!hypothesis) return withNote(verdict, ownNote(value, context));
    const explained = withNote(verdict, {
      id: hypothesis.id,
      message: hypothesis.message,
      hint: hypothesis.hint,
    });
    return hypothesis.convention ? forPerson(verdict.item, otherConvention, explained) : explained;
  });
};
