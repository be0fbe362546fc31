import type { Expression } from '../../math/expression/tree.ts';
import type { Item } from '../../model/rubric.ts';
import type { FindingNote } from '../../model/verdict.ts';
import type { World } from '../../model/world.ts';
import { agrees, figuresShown } from './agreement.ts';
import { type Hypothesis, hypotheses } from './hypothesis.ts';

/** One decided answer of a section: what the search has to explain, or must not contradict. */
export interface Answered {
  readonly item: Item;
  readonly target: Expression;
  readonly claimed: Expression;
  readonly right: boolean;
  /** Puts the student's own earlier answers in the place of the definitions. */
  readonly withOwnValues: (world: World) => World;
}

/** Digits that an explanation must get right beyond those that chance explains: one accident in a hundred sections. */
const safety = 2;

/** Digits asked of a world; students show fewer. */
const digits = 30;

const valueIn = (world: World, target: Expression) => {
  const answer = world.answer(target, digits);
  return answer.kind === 'value' ? answer.value : undefined;
};

/** Whether the hypothesis says what the student wrote, from the start or from the student's own last values. */
const explains = ({ world }: Hypothesis, answer: Answered): boolean => {
  const whole = valueIn(world, answer.target);
  if (whole && agrees(answer.claimed, whole) === true) return true;
  const step = valueIn(answer.withOwnValues(world), answer.target);
  return step !== undefined && agrees(answer.claimed, step) === true;
};

interface Fit {
  readonly hypothesis: Hypothesis;
  readonly explained: readonly Answered[];
  /** Figures of the wrong answers it explains, less those of the right answers it would make wrong. */
  readonly evidence: number;
}

const assess = (hypothesis: Hypothesis, answers: readonly Answered[]): Fit => {
  const holds = answers.map((answer) => explains(hypothesis, answer));
  const explained = answers.filter((answer, i) => !answer.right && holds[i]);
  const contradicted = answers.filter((answer, i) => answer.right && !holds[i]);
  const weight = (some: readonly Answered[]) => some.reduce((sum, { claimed }) => sum + figuresShown(claimed), 0);
  return { hypothesis, explained, evidence: weight(explained) - weight(contradicted) };
};

/**
 * Explains the wrong numbers of a section together. Of n hypotheses, one that explains d digits by accident has a
 * chance of about n·10^−d; an explanation is told only where that is below one in a hundred, the one with most
 * evidence first, the simpler one where two have as much. What fits nothing gets no finding.
 */
export const explainSection = (world: World, answers: readonly Answered[]): ReadonlyMap<Item, FindingNote> => {
  const found = new Map<Item, FindingNote>();
  let open = answers.filter(({ right }) => !right);
  if (open.length === 0) return found;
  const tried = hypotheses(world);
  const needed = Math.log10(Math.max(1, tried.length)) + safety;
  const fits = tried.map((hypothesis) => assess(hypothesis, answers)).filter(({ evidence }) => evidence >= needed);
  for (const { hypothesis, explained } of [...fits].sort((a, b) => b.evidence - a.evidence)) {
    for (const { item } of explained.filter((answer) => open.includes(answer)))
      found.set(item, { id: hypothesis.id, message: hypothesis.message });
    open = open.filter((answer) => !explained.includes(answer));
  }
  return found;
};
