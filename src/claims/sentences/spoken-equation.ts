/** The chain that a sentence states: a name at its word, a relation, a value. */
import type { Expression, Relation } from '../../math/expression/tree.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { Found } from '../found.ts';
import { memberOf, type Reading } from '../reading.ts';
import type { Sentence } from './sentences.ts';
import type { WordedValue } from './worded-values.ts';

/** A name and where its word stands in the sentence. */
export interface Spoken {
  readonly start: number;
  readonly end: number;
  readonly name: Expression;
}

/** What is said of it. */
interface Told {
  readonly relation: Relation;
  readonly value: WordedValue;
  readonly isDoubtful?: boolean;
}

/** The claim that a name has a value. */
export const spokenEquation = (
  reading: Reading,
  sentence: Sentence,
  { start, end, name }: Spoken,
  { relation, value, isDoubtful }: Told,
): Found<ChainClaim> => {
  const { range, members, problems, text } = value;
  const word = sentence.range(start, end);
  const named: Expression = { ...name, at: { start: word.start, end: word.end } };
  const claim: ChainClaim = {
    kind: 'chain',
    section: sentence.section,
    place: reading.place(range.file, members[0]?.at ?? range),
    order: 0,
    members: [
      memberOf(reading, named, word),
      ...members.map((member) => ({
        ...memberOf(reading, member, range, problems),
        ...(text !== undefined && { text }),
      })),
    ],
    relations: [relation, ...value.relations],
    origin: 'prose',
    final: false,
    ...(isDoubtful && { doubtful: true }),
  };
  return { claim, range };
};
