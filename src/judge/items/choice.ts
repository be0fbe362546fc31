import { one, zero } from '../../math/number/exact.ts';
import type { Item } from '../../model/rubric.ts';
import type { Verdict } from '../../model/verdict.ts';
import { optionsIn, optionsInProse } from './chosen-options.ts';
import { forPerson, type ItemJudge, missing } from './item-judge.ts';

type Rest = Partial<Verdict>;

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((option) => b.includes(option));

const settled = (item: Item, holds: boolean, rest: Rest): Verdict => ({
  ...rest,
  item,
  verdict: holds ? 'correct' : 'wrong',
  share: holds ? one : zero,
  decided: 'exact',
  findings: [],
});

/** An answer of its own: the options it names are the ones that were chosen. */
const ofAnswer = (
  item: Item,
  text: string,
  options: readonly string[],
  right: readonly string[],
  rest: Rest,
): Verdict => {
  const chosen = optionsIn(text, options);
  if (chosen.length === 0) return forPerson(item, 'This is none of the options.', rest);
  return settled(item, isSame(chosen, right), rest);
};

/** Running text that names the right options and no other chooses them; what else a sentence means a person tells. */
const ofProse = (
  item: Item,
  text: string,
  options: readonly string[],
  right: readonly string[],
  rest: Rest,
): Verdict => {
  const { options: named, denied } = optionsInProse(text, options);
  if (named.length === 0) return missing(item);
  const found = { ...rest, found: named.join(', ') };
  if (!denied && isSame(named, right)) return settled(item, true, found);
  return forPerson(item, 'Which option the text chooses could not be told with certainty.', found);
};

/** `choice: {options: […], right: […]}`: the stated options by their own words, exactly the right ones. */
export const choiceJudge: ItemJudge = {
  kind: 'choice',
  judge: (item, context) => {
    if (item.ask.kind !== 'choice') throw new TypeError('an item of another kind');
    const { options, right } = item.ask;
    const located = context.located(item);
    const reference = { reference: right.join(', ') };
    switch (located.kind) {
      case 'one':
        return ofAnswer(item, located.answer.text, options, right, {
          ...reference,
          found: located.answer.text,
          place: located.answer.place,
        });
      case 'sections':
        return ofProse(item, context.proseIn(located.sections), options, right, reference);
      case 'none':
        return missing(item);
      default:
        return forPerson(item, 'Which option was chosen could not be told.');
    }
  },
};
