import { printPlain } from '../../math/expression/print-plain.ts';
import type { Claim, StatementClaim } from '../../model/claim.ts';
import type { Ask, Item } from '../../model/rubric.ts';
import type { FindingNote, Verdict } from '../../model/verdict.ts';
import type { Context, Written } from '../context.ts';
import { whatIsSpokenOf } from '../locate/speaks-of.ts';
import { aligned, type Comparison, comparisonOf } from './comparison.ts';
import { evidenceOr, forPerson, type ItemJudge, isVerdict, nothingRead } from './item-judge.ts';

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

/** The words by which the other statements of the section are told. */
const rivals = new WeakMap<Item, readonly string[]>();

const rivalsOf = (item: Item): readonly string[] => {
  const known =
    rivals.get(item) ??
    item.section.items.flatMap(({ ask }) =>
      ask.kind === 'statement' && ask !== item.ask && ask.near !== undefined ? [ask.near] : [],
    );
  rivals.set(item, known);
  return known;
};

const otherwise = /[^\p{L}]*\b(?:otherwise|or\s+else|in\s+the\s+other\s+case|sonst|andernfalls)\b.*$/isu;
const compares = /[<>≤≥≪≫]|\\(?:le|ge|lt|gt|ll|gg)|\b(?:than|als|below|above|exceed|reach|at\s+(?:least|most))/u;

/** "explodes only if λ > 1/γ (otherwise it vanishes)": what is the case otherwise is not said of the condition. */
const withoutOtherwise = (text: string): string => {
  const rest = text.replace(otherwise, '');
  return compares.test(rest) ? rest : text;
};

/** The claim as a verdict on the item; nothing where it speaks of something else. */
const heard = (item: Item, ask: StatementAsk, claim: StatementClaim, wanted: Comparison): readonly Verdict[] => {
  if (ask.near === undefined) return [decide(item, ask, claim, wanted)];
  const spoken = whatIsSpokenOf(ask.near, rivalsOf(item), withoutOtherwise(claim.text));
  if (spoken === 'other') return [];
  if (spoken === 'this' || claim.denied) return [decide(item, ask, claim, wanted)];
  const rest = { found: claim.text, place: claim.place };
  const both = [ask.near, ...rivalsOf(item)].map((word) => `"${word}"`).join(' and ');
  return [forPerson(item, `This speaks of ${both}; which of them the condition belongs to is for a person.`, rest)];
};

/** Fewer words than these lead to a statement and are none. */
const fewestWords = 4;

const states = /[<>≤≥≪≫]|\\(?:le|ge|lt|gt|ll|gg)/u;
const isFormula = /\$|\\\(/u;

/** Whether something may be stated that was not read. */
const mayState = ({ kind, text }: Written): boolean => {
  if (kind === 'formula') return states.test(text);
  return isFormula.test(text) || (text.match(/\p{L}{3,}/gu) ?? []).length >= fewestWords;
};

/** What stands in the sections besides the statements that were read from it. */
const unread = (written: readonly Written[], claims: readonly Claim[]): readonly Written[] => {
  const read = claims.flatMap((claim) => (claim.kind === 'statement' ? [claim.text] : []));
  return written
    .map((part) => ({ ...part, text: part.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ kind, text }) => kind !== 'formula' || !read.some((one) => one.includes(text)))
    .filter((part) => mayState({ ...part, text: read.reduce((text, one) => text.replace(one, ' '), part.text) }));
};

const judgeStatement = (item: Item, context: Context): Verdict => {
  const { ask } = item;
  if (ask.kind !== 'statement') throw new TypeError('an item of another kind');
  const wanted = comparisonOf(ask.statement);
  if (!wanted) return forPerson(item, 'A statement of this kind is for a person to judge.');
  const located = context.located(item);
  if (located.kind === 'none') {
    const sections = located.sections ?? [];
    return nothingRead(item, 'statement', unread(context.written(sections), context.claimsIn(sections)));
  }
  const evidence = evidenceOr(item, located);
  if (isVerdict(evidence)) return evidence;
  const verdicts = evidence.flatMap((claim) => (claim.kind === 'statement' ? heard(item, ask, claim, wanted) : []));
  const settled = verdicts.filter(({ verdict }) => verdict !== 'review');
  const names = new Set(settled.map(({ verdict }) => verdict));
  if (names.size > 1) return forPerson(item, 'Two statements of this section contradict each other.', settled[0]);
  const [first] = evidence;
  const rest = first?.kind === 'statement' ? { found: first.text, place: first.place } : {};
  return settled.at(-1) ?? verdicts[0] ?? forPerson(item, 'No statement of this kind could be read.', rest);
};

/** `state: λ_max < 1/γ, near: vanish`: a sentence or formula that relates the same two quantities. */
export const statementJudge: ItemJudge = { kind: 'statement', judge: judgeStatement };
