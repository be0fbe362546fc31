/** Conditions that sentences state, each with the clause it stands in: its words, its modality, what is denied. */
import type { Expression } from '../../math/expression/tree.ts';
import type { StatementClaim } from '../../model/claim.ts';
import type { FormulaPart } from '../../model/document.ts';
import type { Found } from '../found.ts';
import { matches } from '../matches.ts';
import type { Reading } from '../reading.ts';
import { complement } from './comparisons.ts';
import { type Condition, orders, SentenceReader } from './conditions.ts';
import { deniedWords, isException, isNegated, modalityOf } from './modality.ts';
import { namedSubjects } from './named-subjects.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

const breaks: readonly RegExp[] = [
  /;/gu,
  /\b(?:while|whereas|but|conversely|otherwise|während|aber|umgekehrt)\b/gi,
  /,?\s+\b(?:and|und)\b/gi,
  /,/gu,
];

/** Where the clause of one condition ends and that of the next begins. */
const breakBetween = (text: string, start: number, end: number): number => {
  const gap = text.slice(start, end);
  for (const pattern of breaks) {
    const last = matches(pattern, gap).at(-1);
    if (last) return start + last.index;
  }
  return start;
};

const clauseOf = (text: string, conditions: readonly Condition[], i: number): readonly [number, number] => {
  const [before, own, after] = [conditions[i - 1], conditions[i], conditions[i + 1]];
  if (!own) return [0, text.length];
  const start = before && before.end <= own.start ? breakBetween(text, before.end, own.start) : 0;
  return [start, after && own.end <= after.start ? breakBetween(text, own.end, after.start) : text.length];
};

const claimsOf = (
  reading: Reading,
  sentence: Sentence,
  conditions: readonly Condition[],
): readonly Found<StatementClaim>[] =>
  conditions.map((condition, i) => {
    const [start, end] = clauseOf(sentence.text, conditions, i);
    const clause = sentence.text.slice(start, end);
    const around = sentence.text.slice(start, condition.start) + sentence.text.slice(condition.end, end);
    const range = sentence.range(condition.start, condition.end);
    const denied = deniedWords(around);
    const relation = isException(around) ? complement(condition.relation) : condition.relation;
    const claim: StatementClaim = {
      kind: 'statement',
      section: sentence.section,
      place: reading.place(range.file, range),
      order: 0,
      subject: condition.subject,
      relation,
      value: condition.value,
      modality: modalityOf(clause),
      text: sentence.written(start, end),
      negated: isNegated(around, denied),
      ...(denied.length > 0 && { denied }),
    };
    return { claim, range };
  });

/** The conditions that the document's sentences state. */
export const statementClaims = (reading: Reading): readonly Found<StatementClaim>[] => {
  let before: Condition | undefined;
  let section: Sentence['section'] | undefined;
  const found: Found<StatementClaim>[] = [];
  const letters = new Map<string, Expression>();
  const states = (part: FormulaPart): boolean =>
    reading.formula(part).strands.some(({ relations }) => relations.some((relation) => orders.has(relation)));
  for (const sentence of sentencesOf(reading, states)) {
    if (sentence.section !== section) before = undefined;
    section = sentence.section;
    const { known } = reading.symbols;
    for (const [key, subject] of namedSubjects(reading, sentence, known)) letters.set(key, subject);
    const conditions = new SentenceReader(reading, sentence, before, known, letters).conditions();
    const last = conditions.at(-1);
    // Offsets are those of its own sentence; for the next one it lies before everything.
    before = last ? { ...last, start: -1, end: -1 } : before;
    found.push(...claimsOf(reading, sentence, conditions));
  }
  return found;
};
