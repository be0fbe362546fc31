/** From the candidates for an item to one answer, or to the reason why there is none. */
import { list } from '../../math/expression/build.ts';
import type { Answer, Knowledge, Located } from './located.ts';

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

/** Finals win over what is not final, readable over broken; what then still differs is for a person. */
export const pick = (answers: readonly Answer[], same: Knowledge['same']): Located => {
  const finals = answers.filter(({ final }) => final);
  const pool = finals.length > 0 ? finals : answers;
  const readable = pool.filter(({ broken }) => broken === undefined);
  const [broken] = pool.filter((answer) => answer.broken !== undefined);
  if (readable.length === 0) {
    return broken ? { kind: 'unreadable', claim: broken.claim, reason: broken.broken ?? '' } : { kind: 'none' };
  }
  const different = distinct(readable, same);
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
