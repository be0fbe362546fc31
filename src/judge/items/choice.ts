import { one, zero } from '../../math/number/exact.ts';
import type { Verdict } from '../../model/verdict.ts';
import { forPerson, type ItemJudge, missing } from './item-judge.ts';

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `choice: {options: […], right: […]}`: one of the stated options, by its own words. */
export const choiceJudge: ItemJudge = {
  kind: 'choice',
  judge: (item, context) => {
    if (item.ask.kind !== 'choice') throw new TypeError('an item of another kind');
    const { options, right } = item.ask;
    const located = context.located(item);
    if (located.kind === 'none') return missing(item);
    if (located.kind !== 'one') return forPerson(item, 'Which option was chosen could not be told.');
    const { text, place } = located.answer;
    const chosen = options.filter((option) => plain(option) === plain(text));
    const rest: Partial<Verdict> = { found: text, reference: right.join(' or '), place };
    if (chosen.length !== 1) return forPerson(item, 'This is none of the options.', rest);
    const holds = chosen.some((option) => right.includes(option));
    return {
      ...rest,
      item,
      verdict: holds ? 'correct' : 'wrong',
      share: holds ? one : zero,
      decided: 'exact',
      findings: [],
    };
  },
};
