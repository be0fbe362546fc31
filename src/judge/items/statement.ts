import { equalExpressions } from '../../math/expression/equality.ts';
import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression, Relation } from '../../math/expression/tree.ts';
import type { StatementClaim } from '../../model/claim.ts';
import type { Ask, Item } from '../../model/rubric.ts';
import type { FindingNote, Verdict } from '../../model/verdict.ts';
import type { Context } from '../context.ts';
import { evidenceOr, forPerson, type ItemJudge, isVerdict } from './item-judge.ts';

/** A relation with its larger and smaller side told apart, and whether they may be equal. */
interface Comparison {
  readonly subject: Expression;
  readonly value: Expression;
  readonly direction: 'below' | 'above' | 'equal';
  readonly strict: boolean;
}

const directions: Partial<Record<Relation, { direction: Comparison['direction']; strict: boolean }>> = {
  '<': { direction: 'below', strict: true },
  '≪': { direction: 'below', strict: true },
  '≤': { direction: 'below', strict: false },
  '>': { direction: 'above', strict: true },
  '≫': { direction: 'above', strict: true },
  '≥': { direction: 'above', strict: false },
  '=': { direction: 'equal', strict: false },
};

type StatementAsk = Extract<Ask, { kind: 'statement' }>;

const flipped = { below: 'above', above: 'below', equal: 'equal' } as const;

const comparison = (subject: Expression, relation: Relation, value: Expression): Comparison | undefined => {
  const told = directions[relation];
  return told && { subject, value, ...told };
};

/** λ < 1/γ read from the other side: 1/γ > λ. */
const turned = ({ subject, value, direction, strict }: Comparison): Comparison => ({
  subject: value,
  value: subject,
  direction: flipped[direction],
  strict,
});

/** "not smaller than" is "at least". */
const negated = (c: Comparison): Comparison =>
  c.direction === 'equal' ? c : { ...c, direction: flipped[c.direction], strict: !c.strict };

const asked = (statement: Expression): Comparison | undefined => {
  const [subject, value] = statement.kind === 'relation' ? statement.members : [];
  const relation = statement.kind === 'relation' ? statement.relations[0] : undefined;
  return subject && value && relation && comparison(subject, relation, value);
};

const same = (a: Expression, b: Expression): boolean => equalExpressions(a, b).equal === true;
const about = (a: Comparison, b: Comparison): boolean => same(a.subject, b.subject) && same(a.value, b.value);

/** The part of a word that its forms share: `explode` and `exploding` share `explod`. */
const stem = (word: string): string => word.toLowerCase().replace(/(?:ing|ed|es|e|s)$/u, '');

/** "does not explode if λ < 1/γ" says that it explodes only where λ ≥ 1/γ. */
const isDenied = (claim: StatementClaim, near: string | undefined): boolean =>
  near !== undefined && (claim.denied ?? []).some((word) => stem(word).startsWith(stem(near)));

/** The claim as a comparison of the same two things as the wanted one, `undefined` where it is about others. */
const aligned = (claim: StatementClaim, wanted: Comparison, near: string | undefined): Comparison | undefined => {
  const stated = comparison(claim.subject, claim.relation, claim.value);
  const meant = stated && (claim.negated !== isDenied(claim, near) ? negated(stated) : stated);
  return meant && [meant, turned(meant)].find((one) => about(one, wanted));
};

/** Whether the sentence speaks of the word, in any of its forms. */
const isNear = (claim: StatementClaim, near: string | undefined): boolean =>
  near === undefined || claim.text.toLowerCase().includes(stem(near));

/** What suffices is not always needed: a note, never a verdict. */
const modalityNote = (claim: StatementClaim, right: 'necessary' | 'sufficient' | undefined): readonly FindingNote[] => {
  if (right === undefined || claim.modality === 'unknown' || claim.modality === right) return [];
  const message = `The condition is ${right}, but it is stated as ${claim.modality}.`;
  return [{ id: 'necessary-and-sufficient', message }];
};

const decide = (item: Item, ask: StatementAsk, claim: StatementClaim, wanted: Comparison): Verdict => {
  const rest = { found: claim.text, reference: printPlain(ask.statement), place: claim.place };
  const notes = modalityNote(claim, ask.modality);
  const stated = aligned(claim, wanted, ask.near);
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
  const wanted = asked(ask.statement);
  if (!wanted) return forPerson(item, 'A statement of this kind is for a person to judge.');
  const evidence = evidenceOr(item, context.located(item));
  if (isVerdict(evidence)) return evidence;
  const statements = evidence.filter((claim) => claim.kind === 'statement').filter((claim) => isNear(claim, ask.near));
  const verdicts = statements.map((claim) => decide(item, ask, claim, wanted));
  const settled = verdicts.filter(({ verdict }) => verdict !== 'review');
  const names = new Set(settled.map(({ verdict }) => verdict));
  if (names.size > 1) return forPerson(item, 'Two statements of this section contradict each other.', settled[0]);
  return settled.at(-1) ?? verdicts[0] ?? forPerson(item, 'No statement of this kind could be read.');
};

/** `state: λ_max < 1/γ, near: vanish`: a sentence or formula that relates the same two quantities. */
export const statementJudge: ItemJudge = { kind: 'statement', judge: judgeStatement };
