import { one } from '../../math/number/exact.ts';
import { forPerson, type ItemJudge, missing } from './item-judge.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * `keywords: […]`: words an answer in prose has to mention. All of them are an answer; some of them, or words that
 * only look like them, are for a person: what a sentence says cannot be told from its words.
 */
export const keywordsJudge: ItemJudge = {
  kind: 'keywords',
  judge: (item, context) => {
    if (item.ask.kind !== 'keywords') throw new TypeError('an item of another kind');
    const located = context.located(item);
    const prose = located.kind === 'sections' ? plain(context.proseIn(located.sections)) : '';
    if (prose.trim() === '') return missing(item);
    const absent = item.ask.words.filter((word) => !prose.includes(plain(word)));
    const rest = { reference: item.ask.words.join(', ') };
    if (absent.length > 0) return forPerson(item, `Not mentioned: ${absent.join(', ')}.`, rest);
    return { ...rest, item, verdict: 'correct', share: one, decided: 'shown', findings: [] };
  },
};
