import { one, zero } from '../../math/number/exact.ts';
import type { Ask, Item } from '../../model/rubric.ts';
import type { Verdict } from '../../model/verdict.ts';
import { optionsIn, optionsInProse } from './chosen-options.ts';
import { forPerson, type ItemJudge, missing } from './item-judge.ts';

type Rest = Partial<Verdict>;
type ChoiceAsk = Extract<Ask, { kind: 'choice' }>;

const isRight = (chosen: readonly string[], { right, any }: ChoiceAsk): boolean =>
  (any || chosen.length === right.length) && chosen.every((option) => right.includes(option));

const settled = (item: Item, holds: boolean, rest: Rest): Verdict => ({
  ...rest,
  item,
  verdict: holds ? 'correct' : 'wrong',
  share: holds ? one : zero,
  decided: 'exact',
  findings: [],
});

/** An answer of its own: the options it names are the ones that were chosen. */
const ofAnswer = (item: Item, ask: ChoiceAsk, text: string, rest: Rest): Verdict => {
  const chosen = optionsIn(text, ask.options);
  if (chosen.length === 0) return forPerson(item, 'This is none of the options.', rest);
  return settled(item, isRight(chosen, ask), rest);
};

/** Running text that names the right options and no other chooses them; what else a sentence means a person tells. */
const ofProse = (item: Item, ask: ChoiceAsk, text: string, rest: Rest): Verdict => {
  const { options: named, denied } = optionsInProse(text, ask.options);
  if (named.length === 0) return missing(item);
  const found = { ...rest, found: named.join(', ') };
  if (!denied && isRight(named, ask)) return settled(item, true, found);
  return forPerson(item, 'Which option the text chooses could not be told with certainty.', found);
};

/** `choice: {options: […], right: […]}`: the stated options by their own words, exactly the right ones. */
export const choiceJudge: ItemJudge = {
  kind: 'choice',
  judge: (item, context) => {
    const { ask } = item;
    if (ask.kind !== 'choice') throw new TypeError('an item of another kind');
    const located = context.located(item);
    const reference = { reference: ask.right.join(ask.any ? ' or ' : ', ') };
    switch (located.kind) {
      case 'one':
        return ofAnswer(item, ask, located.answer.text, {
          ...reference,
          found: located.answer.text,
          place: located.answer.place,
        });
      case 'sections':
        return ofProse(item, ask, context.proseIn(located.sections), reference);
      case 'none':
        return missing(item);
      default:
        return forPerson(item, 'Which option was chosen could not be told.');
    }
  },
};
