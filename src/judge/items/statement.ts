import { printPlain } from '../../math/expression/print-plain.ts';
import type { StatementClaim } from '../../model/claim.ts';
import type { Ask, Item } from '../../model/rubric.ts';
import type { FindingNote, Verdict } from '../../model/verdict.ts';
import type { Context } from '../context.ts';
import { speaksOf } from '../locate/speaks-of.ts';
import { aligned, type Comparison, comparisonOf } from './comparison.ts';
import { evidenceOr, forPerson, type ItemJudge, isVerdict } from './item-judge.ts';

type StatementAsk = Extract<Ask, { kind: 'statement' }>;

/** What suffices is not always needed: a note, never a verdict. */
const modalityNote = (claim: StatementClaim, right: 'necessary' | 'sufficient' | undefined): readonly FindingNote[] => {
  if (right === undefined || claim.modality === 'unknown' || claim.modality === right) return [];
  const message = `The condition is ${right}, but it is stated as ${claim.modality}.`;
  return [{ id: 'necessary-and-sufficient', message }];
};

const decide = (item: Item, ask: StatementAsk, claim: StatementClaim, wanted: Comparison): Verdict => {
  const rest = { found: claim.text, reference: printPlain(ask.statement), place: claim.place };
  const notes = modalityNote(claim, ask.modality);
  const stated = aligned(claim, wanted);
  if (!stated) return forPerson(item, 'The statement is about other quantities than the one asked for.', rest);
  if (stated.direction !== wanted.direction) {
    if (claim.doubtful) return forPerson(item, 'This was read with doubt, and it is not the reference.', rest);
    const finding = { id: 'direction-reversed', message: 'The inequality points the other way.' };
    return { item, verdict: 'wrong', decided: 'exact', findings: [finding], ...rest };
  }
  if (stated.strict !== wanted.strict) {
    const boundary = {
      id: 'boundary',
      message: 'The statement differs from the reference where both sides are equal.',
    };
    return { item, verdict: 'correct', decided: 'exact', findings: [boundary, ...notes], ...rest };
  }
  return { item, verdict: 'correct', decided: 'exact', findings: notes, ...rest };
};

const judgeStatement = (item: Item, context: Context): Verdict => {
  const { ask } = item;
  if (ask.kind !== 'statement') throw new TypeError('an item of another kind');
  const wanted = comparisonOf(ask.statement);
  if (!wanted) return forPerson(item, 'A statement of this kind is for a person to judge.');
  const evidence = evidenceOr(item, context.located(item));
  if (isVerdict(evidence)) return evidence;
  const statements = evidence
    .filter((claim) => claim.kind === 'statement')
    .filter((claim) => speaksOf(ask.near, claim.text));
  const verdicts = statements.map((claim) => decide(item, ask, claim, wanted));
  const settled = verdicts.filter(({ verdict }) => verdict !== 'review');
  const names = new Set(settled.map(({ verdict }) => verdict));
  if (names.size > 1) return forPerson(item, 'Two statements of this section contradict each other.', settled[0]);
  const [first] = evidence;
  const rest = first?.kind === 'statement' ? { found: first.text, place: first.place } : {};
  return settled.at(-1) ?? verdicts[0] ?? forPerson(item, 'No statement of this kind could be read.', rest);
};

/** `state: λ_max < 1/γ, near: vanish`: a sentence or formula that relates the same two quantities. */
export const statementJudge: ItemJudge = { kind: 'statement', judge: judgeStatement };
