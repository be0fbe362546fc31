import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import type { Item } from '../../model/rubric.ts';
import type { World } from '../../model/world.ts';
import type { Stated } from '../carry/stated.ts';
import { valueText } from '../reference-text.ts';
import { agrees, figuresOff, figuresShown } from './agreement.ts';
import { type Hypothesis, hypotheses, valueIn } from './hypothesis.ts';
import { mayMatter, type Sources } from './relevance.ts';
import { type StepSlip, stepSlips } from './step-slips.ts';

/** One decided answer of a section: what the search has to explain, or must not contradict. */
export interface Answered {
  readonly item: Item;
  readonly target: Expression;
  readonly claimed: Expression;
  readonly reference: Value | undefined;
  /** Right, or right given what the student had before. */
  readonly right: boolean;
  readonly carried: boolean;
  /** The section's world with the student's own earlier answers in the place of the definitions. */
  readonly own: () => World;
  /** The same without those that are the right values rounded. */
  readonly unrounded: () => World;
  /** What the answer is computed from. */
  readonly sources: () => Sources;
  /** What the student had written down of it. */
  readonly stated: () => readonly Stated[];
  /** The names among these that have the right value. */
  readonly settled: () => ReadonlySet<string>;
}

/** Digits that an explanation must get right beyond those that chance explains: one accident in a hundred sections. */
const safety = 2;

/** An explanation of one answer. */
export interface Explanation {
  readonly id: string;
  readonly message: string;
  readonly hint: string;
  /** Another convention for the same iterates, no slip. */
  readonly convention?: boolean;
}

interface Fit {
  readonly explanation: Explanation;
  readonly explained: readonly Answered[];
  /** Figures of the wrong answers it explains, less those of the answers that it would make others. */
  readonly evidence: number;
}

const agreesIn = (value: Value | undefined, claimed: Expression): boolean =>
  value !== undefined && agrees(claimed, value) === true;

const fitOf = (explanation: Explanation, explained: readonly Answered[], contradicted: readonly Answered[]): Fit => {
  const gained = explained.reduce((sum, { claimed, reference }) => sum + figuresOff(claimed, reference), 0);
  const lost = contradicted.reduce((sum, { claimed }) => sum + figuresShown(claimed), 0);
  return { explanation, explained, evidence: gained - lost };
};

/** Of n explanations tried, those that chance does not explain; the one with most evidence first, then the simpler one. */
const chosen = (fits: readonly Fit[], tried: number): ReadonlyMap<Item, Explanation> => {
  const needed = Math.log10(Math.max(1, tried)) + safety;
  const found = new Map<Item, Explanation>();
  const enough = fits.filter(({ evidence }) => evidence >= needed);
  for (const { explanation, explained } of [...enough].sort((a, b) => b.evidence - a.evidence))
    for (const { item } of explained) if (!found.has(item)) found.set(item, explanation);
  return found;
};

/** The student wrote down something on the way to the answer that the hypothesis would have made another. */
const isContradicted = (hypothesis: Hypothesis, { stated }: Answered): boolean =>
  stated().some(({ kind, quantity, value }) => {
    const there = kind === 'value' ? hypothesis.value(quantity) : undefined;
    return there !== undefined && agrees(value, there) === false;
  });

/** Whether the hypothesis makes another number of a wrong answer than the right one, let alone the student's. */
const changes = (hypothesis: Hypothesis, { target, reference }: Answered): boolean => {
  const there = hypothesis.value(target);
  return there !== undefined && reference !== undefined && valueText(there) !== valueText(reference);
};

type Explains = (hypothesis: Hypothesis, answer: Answered) => boolean;

const assess = (hypothesis: Hypothesis, answers: readonly Answered[], explains: Explains): Fit => {
  const explained = answers.filter((answer) => !answer.right && explains(hypothesis, answer));
  if (explained.length === 0) return { explanation: hypothesis, explained, evidence: 0 };
  const contradicted = answers.filter((answer) =>
    answer.right ? !explains(hypothesis, answer) : !explained.includes(answer) && changes(hypothesis, answer),
  );
  return fitOf(hypothesis, explained, contradicted);
};

/** The hypothesis was followed from the start: its own iterates are what the student wrote, on the way as well. */
const fromTheStart: Explains = (hypothesis, answer) =>
  !hypothesis.names.some((name) => answer.settled().has(name)) &&
  agreesIn(hypothesis.value(answer.target), answer.claimed) &&
  !isContradicted(hypothesis, answer);

const throughout = (answers: readonly Answered[], world: World): ReadonlyMap<Item, Explanation> => {
  const tried = hypotheses(world);
  return chosen(
    tried.map((one) => assess(one, answers, fromTheStart)),
    tried.length,
  );
};

/** The slip was made in this one step, from the numbers the student had before, rounded as shown or not. */
const isStep = (slip: StepSlip, { claimed, own, unrounded }: Answered): boolean =>
  agreesIn(slip.value(own()), claimed) || (own() !== unrounded() && agreesIn(slip.value(unrounded()), claimed));

/** Without any slip it is what follows from the numbers before, and is not carried for another reason. */
const follows = ({ target, claimed, own }: Answered): boolean => agreesIn(valueIn(own(), target), claimed);

const sameSlip = (slip: StepSlip, answer: Answered, world: World): StepSlip | undefined =>
  stepSlips(answer.target, world).find(({ key }) => key === slip.key);

/** Slips in the one formula that an answer comes from: the same slip at several steps is one explanation. */
const inOneStep = (answers: readonly Answered[], world: World): ReadonlyMap<Item, Explanation> => {
  const found = new Map<string, { readonly slip: StepSlip; readonly explained: Answered[] }>();
  let tried = 0;
  for (const answer of answers.filter((one) => !one.right && !follows(one))) {
    const slips = stepSlips(answer.target, world);
    tried = Math.max(tried, slips.length);
    for (const slip of slips) {
      if (!isStep(slip, answer)) continue;
      const known = found.get(slip.key) ?? { slip, explained: [] };
      found.set(slip.key, known);
      known.explained.push(answer);
    }
  }
  const fits = [...found.values()].map(({ slip, explained }) => {
    const contradicted = answers.filter((answer) => {
      const same = answer.right && !answer.carried ? sameSlip(slip, answer, world) : undefined;
      return same !== undefined && !isStep(same, answer);
    });
    return fitOf(slip, explained, contradicted);
  });
  return chosen(fits, tried);
};

/** Worlds with own values that are tried for one section; the simplest hypotheses come first. */
const mostOwnWorlds = 40;

/** … or in a quantity on the way that the student did not write down. Tries are counted. */
const onTheWay = (answers: readonly Answered[], world: World): ReadonlyMap<Item, Explanation> => {
  let tries = 0;
  const explains: Explains = (hypothesis, answer) => {
    if (!mayMatter(hypothesis.changed, answer.sources()) || tries >= mostOwnWorlds) return false;
    tries += 1;
    const there = valueIn(hypothesis.applied(answer.own()), answer.target);
    return agreesIn(there, answer.claimed) && !(hypothesis.holdsEverywhere && isContradicted(hypothesis, answer));
  };
  const tried = hypotheses(world);
  return chosen(
    tried.map((one) => assess(one, answers, explains)),
    tried.length,
  );
};

type Search = (answers: readonly Answered[], world: World) => ReadonlyMap<Item, Explanation>;

const searches: readonly Search[] = [throughout, inOneStep, onTheWay];

/**
 * Explains the wrong numbers of a section together. Of n hypotheses, one that explains d digits by accident has a
 * chance of about n·10^−d; an explanation is told only where that is below one in a hundred, the one with most
 * evidence first, the simpler one where two have as much. A slip that was made throughout is looked for first, then
 * slips in single steps. What fits nothing gets no finding.
 */
export const explainSection = (world: World, answers: readonly Answered[]): ReadonlyMap<Item, Explanation> => {
  const found = new Map<Item, Explanation>();
  for (const search of searches) {
    const open = answers.filter(({ item, right }) => right || !found.has(item));
    if (open.every(({ right }) => right)) break;
    for (const [item, explanation] of search(open, world)) found.set(item, explanation);
  }
  return found;
};
