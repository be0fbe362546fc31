/** From the candidates for an item to one answer, or to the reason why there is none. */
import { list } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { absolute, compare, divide, type Exact, exact, multiply, subtract } from '../../math/number/exact.ts';
import { components } from './components.ts';
import type { Answer, Knowledge, Located } from './located.ts';

/** More candidates than these are not all compared: they differ, or the last of them speaks for all. */
const mostCandidates = 40;

/** Candidates with one value each: of equal ones the last stays. */
const distinct = (answers: readonly Answer[], same: Knowledge['same']): readonly Answer[] => {
  const kept: Answer[] = [];
  for (const answer of answers) {
    const equal = kept.findIndex((other) => same(other.value, answer.value) === true);
    if (equal >= 0) kept.splice(equal, 1);
    kept.push(answer);
  }
  return kept;
};

/** The relation that leads to the claimed value: `≈` of `x_2 ≈ 3.19`. */
const isApproximate = ({ claim, member }: Answer): boolean =>
  claim.kind === 'chain' && claim.relations[member - 1] === '≈';

const halfUnit = (decimals: number): Exact => divide(exact(1), multiply(exact(2), exact(`1e${decimals}`)));

/** Whether one written number is the other one, rounded. */
const isRounded = (rounded: Expression, full: Expression): boolean => {
  const [vector, other] = [components(rounded), components(full)];
  if (vector && other) {
    return vector.length === other.length && vector.every((item, i) => isRounded(item, other[i] ?? item));
  }
  const [short, long] = [writtenNumber(rounded), writtenNumber(full)];
  if (!short?.isDecimal || !long || long.decimals < short.decimals) return false;
  return compare(absolute(subtract(short.value, long.value)), halfUnit(short.decimals)) <= 0;
};

/** Without `x_2 ≈ 3.19` where `x_2 = 3.185` stands too: it says nothing else. */
const withoutRoundings = (answers: readonly Answer[]): readonly Answer[] =>
  answers.filter(
    (answer) =>
      !isApproximate(answer) || !answers.some((other) => !isApproximate(other) && isRounded(answer.value, other.value)),
  );

/** Finals win over what is not final, readable over broken; what then still differs is for a person. */
export const pick = (answers: readonly Answer[], same: Knowledge['same']): Located => {
  const [only] = answers;
  if (only && answers.length === 1 && only.broken === undefined) return { kind: 'one', answer: only };
  const finals = answers.filter(({ final }) => final);
  const pool = finals.length > 0 ? finals : answers;
  const readable = pool.filter(({ broken }) => broken === undefined).slice(-mostCandidates);
  const [broken] = pool.filter((answer) => answer.broken !== undefined);
  if (readable.length === 0) {
    return broken ? { kind: 'unreadable', claim: broken.claim, reason: broken.broken ?? '' } : { kind: 'none' };
  }
  const different = distinct(withoutRoundings(readable), same);
  const [answer] = different;
  if (answer && different.length === 1) return { kind: 'one', answer };
  return { kind: 'several', candidates: different, reason: 'different values are given' };
};

/** A pair out of its components, each of which was found by itself. */
export const compose = (parts: readonly Located[]): Located => {
  const open = parts.find(({ kind }) => kind === 'several') ?? parts.find(({ kind }) => kind === 'unreadable');
  if (parts.some(({ kind }) => kind === 'none')) return { kind: 'none' };
  if (open) return open;
  const answers = parts.flatMap((part) => (part.kind === 'one' ? [part.answer] : []));
  const last = answers.reduce<Answer | undefined>((a, b) => (a && a.claim.order > b.claim.order ? a : b), undefined);
  if (!last || answers.length !== parts.length) return { kind: 'none' };
  return {
    kind: 'one',
    answer: {
      ...last,
      value: list(answers.map(({ value }) => value)),
      text: `(${answers.map(({ text }) => text).join(', ')})`,
      place: answers[0]?.place ?? last.place,
      doubtful: answers.some(({ doubtful }) => doubtful),
      final: answers.every(({ final }) => final),
      parts: answers,
    },
  };
};
