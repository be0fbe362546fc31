/** Conditions of formulas that bring their own words: `λ_{max} < 1/γ \Rightarrow \text{gradients vanish}`. */
import type { StatementClaim } from '../../model/claim.ts';
import type { FormulaPart } from '../../model/document.ts';
import type { Found } from '../found.ts';
import type { Reading } from '../reading.ts';
import { aboutSubject, type Condition, orderedIn } from './conditions.ts';
import { deniedWords, isNegated, modalityOf } from './modality.ts';

const worded = /\\(?:text\w*|mbox|mathrm)\s*\{[^{}]*\p{L}{3}/u;

const conditionsOf = (reading: Reading, part: FormulaPart): readonly Condition[] =>
  reading.formula(part).strands.flatMap((strand) => {
    const ordered = orderedIn(strand);
    const [start, end] = [ordered?.subject.at?.start, ordered?.value.at?.end];
    if (!ordered || start === undefined || end === undefined) return [];
    return [aboutSubject({ ...ordered, start, end })];
  });

/** Each condition with the words behind it; with those before it where the formula begins with words. */
const clauseAround = (
  { range }: FormulaPart,
  all: readonly Condition[],
  i: number,
  first: string,
): readonly [number, number] => {
  const wordsFirst = worded.test(first);
  const start = wordsFirst ? all[i - 1]?.end : all[i]?.start;
  const end = wordsFirst ? all[i]?.end : all[i + 1]?.start;
  return [start ?? range.start, end ?? range.end];
};

const both = /\\(?:iff|Longleftrightarrow|Leftrightarrow)\b|⇔/u;
const forth = /\\(?:Rightarrow|Longrightarrow|implies)\b|⇒/u;
const back = /\\(?:Leftarrow|Longleftarrow|impliedby)\b|⇐/u;

/** `λ < 1/γ ⇒ …` suffices, `… ⇒ λ > 1/γ` is needed. */
const modality = (before: string, behind: string): StatementClaim['modality'] => {
  if (both.test(before + behind)) return 'equivalent';
  if (forth.test(behind) || back.test(before)) return 'sufficient';
  return back.test(behind) || forth.test(before) ? 'necessary' : modalityOf(`${before} ${behind}`);
};

const claimsOf = (reading: Reading, part: FormulaPart): readonly Found<StatementClaim>[] => {
  const { file } = part.range;
  const all = conditionsOf(reading, part);
  const before = reading.source({ ...part.range, end: all[0]?.start ?? part.range.start });
  return all.map((condition, i) => {
    const [start, end] = clauseAround(part, all, i, before);
    const clause = reading.source({ file, start, end });
    const denied = deniedWords(clause);
    const range = { file, start: condition.start, end: condition.end };
    const claim: StatementClaim = {
      kind: 'statement',
      section: part.section,
      place: reading.place(file, range),
      order: 0,
      subject: condition.subject,
      relation: condition.relation,
      value: condition.value,
      modality: modality(
        reading.source({ file, start, end: condition.start }),
        reading.source({ file, start: condition.end, end }),
      ),
      text: clause.replace(/\s+/g, ' ').trim(),
      negated: isNegated(clause, denied),
      ...(denied.length > 0 && { denied }),
    };
    return { claim, range };
  });
};

/** The conditions that displays state with words of their own. */
export const formulaStatementClaims = (reading: Reading): readonly Found<StatementClaim>[] =>
  reading
    .parts('formula')
    .filter(({ display, text }) => display && text.includes('{') && worded.test(text))
    .flatMap((part) => claimsOf(reading, part));
