import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import type { Item } from '../../model/rubric.ts';
import type { World } from '../../model/world.ts';
import type { Stated } from '../carry/stated.ts';
import { valueText } from '../reference-text.ts';
import { agrees, figuresOff, figuresShown } from './agreement.ts';
import { type Hypothesis, hypotheses, valueIn } from './hypothesis.ts';
import { mayMatter, type Sources } from './relevance.ts';

/** One decided answer of a section: what the search has to explain, or must not contradict. */
export interface Answered {
  readonly item: Item;
  readonly target: Expression;
  readonly claimed: Expression;
  readonly reference: Value | undefined;
  readonly right: boolean;
  /** The section's world with the student's own earlier answers in the place of the definitions. */
  readonly own: () => World;
  /** What the answer is computed from. */
  readonly sources: () => Sources;
  /** What the student had written down of it. */
  readonly stated: () => readonly Stated[];
}

/** Digits that an explanation must get right beyond those that chance explains: one accident in a hundred sections. */
const safety = 2;

interface Fit {
  readonly hypothesis: Hypothesis;
  readonly explained: readonly Answered[];
  /** Figures of the wrong answers it explains, less those of the answers that it would make others. */
  readonly evidence: number;
}

type Explains = (hypothesis: Hypothesis, answer: Answered) => boolean;

/** The student wrote down something on the way to the answer that the hypothesis would have made another. */
const isContradicted = (hypothesis: Hypothesis, { stated }: Answered): boolean =>
  stated().some(({ kind, quantity, value }) => {
    const there = kind === 'value' ? hypothesis.value(quantity) : undefined;
    return there !== undefined && agrees(value, there) === false;
  });

/** The hypothesis was followed from the start: its own iterates are what the student wrote, on the way as well. */
const fromTheStart: Explains = (hypothesis, answer) =>
  agreesIn(hypothesis.value(answer.target), answer.claimed) && !isContradicted(hypothesis, answer);

/** Worlds with own values that are tried for one section; the simplest hypotheses come first. */
const largestStepSearch = 96;

/** … or it was followed in this one step, from the numbers the student had before. Tries are counted. */
const fromOwnValues = (): Explains => {
  let tries = 0;
  return (hypothesis, answer) => {
    if (fromTheStart(hypothesis, answer)) return true;
    if (!mayMatter(hypothesis.changed, answer.sources()) || tries >= largestStepSearch) return false;
    tries += 1;
    return agreesIn(valueIn(hypothesis.applied(answer.own()), answer.target), answer.claimed);
  };
};

const agreesIn = (value: Value | undefined, claimed: Expression): boolean =>
  value !== undefined && agrees(claimed, value) === true;

/** Whether the hypothesis makes another number of a wrong answer than the right one, let alone the student's. */
const changes = (hypothesis: Hypothesis, { target, reference }: Answered): boolean => {
  const there = hypothesis.value(target);
  return there !== undefined && reference !== undefined && valueText(there) !== valueText(reference);
};

const assess = (hypothesis: Hypothesis, answers: readonly Answered[], explains: Explains): Fit => {
  const explained = answers.filter((answer) => !answer.right && explains(hypothesis, answer));
  if (explained.length === 0) return { hypothesis, explained, evidence: 0 };
  const contradicted = answers.filter((answer) =>
    answer.right ? !explains(hypothesis, answer) : !explained.includes(answer) && changes(hypothesis, answer),
  );
  const gained = explained.reduce((sum, { claimed, reference }) => sum + figuresOff(claimed, reference), 0);
  const lost = contradicted.reduce((sum, { claimed }) => sum + figuresShown(claimed), 0);
  return { hypothesis, explained, evidence: gained - lost };
};

const search = (
  tried: readonly Hypothesis[],
  answers: readonly Answered[],
  explains: Explains,
): ReadonlyMap<Item, Hypothesis> => {
  const found = new Map<Item, Hypothesis>();
  const needed = Math.log10(Math.max(1, tried.length)) + safety;
  const fits = tried.map((one) => assess(one, answers, explains)).filter(({ evidence }) => evidence >= needed);
  for (const { hypothesis, explained } of [...fits].sort((a, b) => b.evidence - a.evidence))
    for (const { item } of explained) if (!found.has(item)) found.set(item, hypothesis);
  return found;
};

/**
 * Explains the wrong numbers of a section together. Of n hypotheses, one that explains d digits by accident has a
 * chance of about n·10^−d; an explanation is told only where that is below one in a hundred, the one with most
 * evidence first, the simpler one where two have as much. A slip that was made throughout is looked for first, then
 * slips in single steps. What fits nothing gets no finding.
 */
export const explainSection = (world: World, answers: readonly Answered[]): ReadonlyMap<Item, Hypothesis> => {
  if (answers.every(({ right }) => right)) return new Map();
  const tried = hypotheses(world);
  const throughout = search(tried, answers, fromTheStart);
  const open = answers.filter(({ item, right }) => right || !throughout.has(item));
  if (open.every(({ right }) => right)) return throughout;
  return new Map([...search(tried, open, fromOwnValues()), ...throughout]);
};
