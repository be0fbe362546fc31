import type { Item } from '../../model/rubric.ts';
import type { Answer, Located } from '../locate/located.ts';
import type { Key } from '../locate/naming.ts';
import { isMeasured, isOfNumbers, type Stated, valuesFrom } from './stated.ts';

const statedBy = (item: Item, answer: Answer, key: Key): readonly Stated[] => {
  const { claim, value } = answer;
  const member = claim.kind === 'chain' ? claim.members[answer.member] : undefined;
  if (item.ask.kind !== 'value' || claim.kind !== 'chain' || !member) return [];
  if (!(item.ask.units ? isMeasured : isOfNumbers)(value)) return [];
  return valuesFrom({ claim, member, item }, item.ask.target, value, key);
};

/**
 * The answers that were found under other names than the rubric's, as values of what the rubric asks:
 * `w_1 = (3.55, 0.2)` states x_1 and y_1, `v_{x,1} = −0.45` and `v_{y,1} = −0.8` state v_1.
 */
export const answeredValues = (located: ReadonlyMap<Item, Located>, key: Key): readonly Stated[] =>
  [...located].flatMap(([item, found]) => (found.kind === 'one' ? statedBy(item, found.answer, key) : []));
