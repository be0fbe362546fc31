/** The answers to a target that name it, or the point it belongs to. */
import { answerOf } from './answers.ts';
import type { Answer } from './located.ts';
import type { NamingIndex } from './naming.ts';
import { byFirstLetter, byOtherLetter } from './points.ts';
import { byPath, bySeries, type Series } from './series.ts';
import { spectrumAnswers } from './spectrum.ts';
import type { Target } from './targets.ts';
import { isClosed } from './value-member.ts';

/** What may stand for the assignment's own names here. */
export interface Aliases {
  /** Letters that name points in the document and nothing in the assignment. */
  readonly letters: () => readonly string[];
  readonly series?: Series;
}

const inOrder = (answers: readonly Answer[]): readonly Answer[] =>
  [...answers].sort((a, b) => a.claim.order - b.claim.order);

/** `det(A - λI) = λ^2 - 4λ + 3` for `χ(λ)`; it may be a step on the way, so what is not right is doubtful. */
const byFormula = (target: Target, index: NamingIndex): readonly Answer[] => {
  if (target.formula === undefined) return [];
  const answers = index
    .of(target.formula)
    .flatMap((naming) => answerOf(target, naming, index, { by: 'symbol', doubtful: true }) ?? []);
  return target.wanted === 'expression' ? answers.filter(({ value }) => !isClosed(value)) : answers;
};

const assigns: ReadonlySet<string | undefined> = new Set(['≔', '←']);

/** `U ← U - η ∇L = …` for `U_new`: a name that is given a new value. */
const byUpdate = (target: Target, index: NamingIndex): readonly Answer[] => {
  const before = /^(.+)_(?:new|next|neu)$/u.exec(target.key)?.[1];
  return (before === undefined ? [] : index.of(before))
    .filter(({ claim, named }) => named === 0 && assigns.has(claim.relations[0]))
    .flatMap((naming) => answerOf(target, naming, index, { by: 'symbol', doubtful: true }) ?? []);
};

/** `determinant = 22` for `det(A)`, `H = …` for `∇²g(1, 2)`; eigenvalues that are given all at once. */
export const byCustom = (target: Target, index: NamingIndex): readonly Answer[] => {
  const answers = target.aliases
    .flatMap((alias) => index.of(alias))
    .flatMap((naming) => answerOf(target, naming, index, { by: 'symbol', doubtful: true }) ?? []);
  if (answers.length === 0) answers.push(...byUpdate(target, index));
  if (target.path && answers.length === 0) return inOrder(byPath(target.path, index));
  const single = target.spectrum?.take === 'all' ? [] : answers;
  return inOrder(single.length > 0 || !target.spectrum ? single : spectrumAnswers(target.spectrum, target, index));
};

/** Every answer that chains give to a target by naming it, in document order; other names count where its own is absent. */
export const namedAnswers = (target: Target, index: NamingIndex, { letters, series }: Aliases): readonly Answer[] => {
  const direct = index.of(target.key).flatMap((naming) => answerOf(target, naming, index, { by: 'symbol' }) ?? []);
  const named = [...direct, ...byFirstLetter(target, index)];
  if (named.length > 0) return inOrder(named);
  const restated = byFormula(target, index);
  if (restated.length > 0) return inOrder(restated);
  const points = byOtherLetter(target, index, letters);
  if (points.length > 0 || !series) return inOrder(points);
  return inOrder(bySeries(target, index, series));
};
