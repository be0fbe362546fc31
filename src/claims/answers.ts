/** Answer sheets: the student names the item. */
import type { AnswerClaim } from '../model/claim.ts';
import type { Found } from './found.ts';
import { memberOf, type Reading } from './reading.ts';

export const answerClaims = (reading: Reading): readonly Found<AnswerClaim>[] =>
  reading.parts('answer').map((part) => {
    const { section, item, range } = part;
    const { tree, problems } = reading.parse(part);
    const member = memberOf(reading, tree, range, problems);
    return { claim: { kind: 'answer', section, item, member, order: 0, place: member.place }, range };
  });
