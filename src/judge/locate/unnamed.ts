/** Answers without a name: a boxed number, `= 2` after a determinant in bars. They belong by their section and order. */
import type { ChainClaim } from '../../model/claim.ts';
import { answerAt } from './answers.ts';
import type { Answer } from './located.ts';
import { isClosed } from './value-member.ts';

const lastValue = (claim: ChainClaim): number =>
  claim.members.findLastIndex(({ expression, broken }) => broken !== undefined || isClosed(expression));

/** The member that could be the answer: for a choice any word or letter, else a value. */
const answerMember = (claim: ChainClaim, isChoice: boolean): number =>
  isChoice && claim.members.length === 1 ? 0 : lastValue(claim);

const answers = (claims: readonly ChainClaim[], isChoice: boolean): readonly Answer[] =>
  claims.flatMap((claim) => {
    const at = answerMember(claim, isChoice);
    return at < 0 ? [] : (answerAt(claim, at, at, undefined, { by: 'order' }) ?? []);
  });

/** What names a quantity; a sum or a product of letters may be a step on the way. */
const naming: ReadonlySet<string> = new Set(['symbol', 'index', 'prime', 'derivative', 'gradient', 'apply', 'at']);

/** `tr A = 5` says what it is, which is not what is asked. */
const saysWhat = ({ members, relations }: ChainClaim): boolean => {
  const first = members[0]?.expression;
  return first !== undefined && relations.length > 0 && naming.has(first.kind) && !isClosed(first);
};

/**
 * The answers to `wanted` items of one section that nothing named: as many finals as items, in order; without finals a
 * chain only where the section asks one thing and shows one value. Undefined where the counts do not agree.
 */
export const unnamedAnswers = (
  claims: readonly ChainClaim[],
  wanted: number,
  isChoice: boolean,
): readonly Answer[] | undefined => {
  const finals = answers(
    claims.filter(({ final }) => final),
    isChoice,
  );
  if (finals.length === wanted) return finals;
  if (finals.length > 0 || wanted !== 1 || isChoice) return undefined;
  const shown = answers(
    claims.filter((claim) => !saysWhat(claim)),
    false,
  );
  return shown.length === 1 ? shown : undefined;
};
