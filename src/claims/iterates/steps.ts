/**
 * Names without a step, under a line or heading that counts steps:
 *
 *     Step 1: x = 3.55, y = 0.2        x_1 = 3.55 and y_1 = 0.2
 *
 * Whether "Step 1" is the start or the first update nobody says, so these claims are doubtful.
 */
import type { Expression, IndexNode } from '../../math/expression/tree.ts';
import type { ChainClaim, Claim, Member } from '../../model/claim.ts';
import type { Range } from '../../model/place.ts';
import { matches } from '../matches.ts';
import type { Reading } from '../reading.ts';
import { smallLetters } from '../sentences/small-letters.ts';
import type { Symbols } from '../symbols.ts';
import { cardinalWords, countedWords, countOf, ordinalWords } from './count-words.ts';
import { roleNamed } from './role-words.ts';
import { stepLineAbove } from './step-lines.ts';
import { nameAt } from './step-names.ts';
import { stepWords } from './step-words.ts';

/** In small letters, as the patterns below. */
const cue = new RegExp(
  String.raw`(?<![\p{L}])(?:${stepWords})\s*(?:no\.?|nr\.?|#|n°|nº)?\s*\$?(\d{1,4})\b|(?<![\p{L}\\])[ktn]\s*=\s*(\d{1,4})\b`,
  'gu',
);
/** "1. Schritt" */
const numbered = new RegExp(String.raw`(?<![\d.,])()(\d{1,3})\.\s?(?:${stepWords})(?![\p{L}])`, 'gu');

/** "the second step", "the 2nd iteration", "im zweiten Schritt" */
const ordinal = new RegExp(
  String.raw`(?<![\p{L}\d])(${ordinalWords}|\d{1,4}(?:st|nd|rd|th))\s+${countedWords}(?![\p{L}])`,
  'gu',
);
/** "after two steps", "after 2 iterations", "nach zwei Schritten" */
const after = new RegExp(
  String.raw`(?<![\p{L}])(?:after|nach)\s+(${cardinalWords}|\d{1,4})\s+${countedWords}(?![\p{L}])`,
  'gu',
);

interface Mention {
  readonly at: number;
  readonly step: number;
}

const mentionsOf = (text: string, pattern: RegExp): readonly Mention[] =>
  matches(pattern, text).flatMap(({ index: at, 1: word, 2: digits }) => {
    const step = countOf(digits ?? word ?? '');
    return step === undefined ? [] : [{ at, step }];
  });

/** The step that a text speaks of last. */
const stepIn = (written: string): number | undefined => {
  const text = smallLetters(written);
  return [
    ...mentionsOf(text, cue),
    ...mentionsOf(text, numbered),
    ...mentionsOf(text, ordinal),
    ...mentionsOf(text, after),
  ].reduce<Mention | undefined>((last, one) => (last && last.at > one.at ? last : one), undefined)?.step;
};

/** "… after one step": right behind a value, or behind another one that goes with it; no comma before it. */
const behind =
  /^(?<between>[\s$\\)]*|(?:[^.;\n]|\.(?=\d)){0,80}?[\d)\]}$]\s*)(?:after|in|at|following|nach|im)\s+(?<words>(?:the\s+|dem\s+|der\s+)?[\p{L}\d]+(?:\s+[\p{L}\d]+){0,2})/u;

/** The step that is said behind a claim; where one is said before it too, only right behind it. */
const stepBehind = (reading: Reading, { file }: Range, end: number, isSaidBefore: boolean): number | undefined => {
  const text = smallLetters(reading.source({ file, start: end, end: end + longestLine }));
  const { between = '', words = '' } = behind.exec(text)?.groups ?? {};
  if (isSaidBefore && between.trim().replace(/^[$\\)]+$/, '') !== '') return undefined;
  if (stepIn(between) !== undefined) return undefined;
  return stepIn(`after ${words}`);
};

const next = /^(.+)_(?:new|next|neu)$/u;

/** The `v_x` of a v that is counted, where x is a component of the start. */
const isComponentOf = ({ base, indices: [component] }: IndexNode, { counted, starts }: Symbols): boolean =>
  base.kind === 'symbol' &&
  counted.has(base.name) &&
  component?.kind === 'symbol' &&
  starts.some((start) => start.some(({ name }) => name === component.name));

/** `x`, `x'` and `x_{new}` where the assignment counts the steps of x; or a list of such. What they are called without. */
const bareName = (e: Expression, symbols: Symbols): Expression | undefined => {
  if (e.kind === 'list') {
    const items = e.items.flatMap((item) => bareName(item, symbols) ?? []);
    return items.length > 1 && items.length === e.items.length ? { ...e, items } : undefined;
  }
  if (e.kind === 'index') return isComponentOf(e, symbols) ? e : undefined;
  if (e.kind === 'prime' && e.order === 1) return bareName(e.of, symbols);
  if (e.kind !== 'symbol') return undefined;
  const name = next.exec(e.name)?.[1] ?? e.name;
  return symbols.counted.has(name) ? { ...e, name } : undefined;
};

const longestLine = 200;

const lineBefore = (reading: Reading, { file, start }: Range): string => {
  const before = reading.source({ file, start: Math.max(0, start - longestLine), end: start });
  return before.slice(before.lastIndexOf('\n') + 1);
};

/** A sentence that a claim stands in says after it what comes next. */
const stepAbove = ({ lead }: Claim, before: string): number | undefined => {
  if (!lead || (lead.kind === 'sentence' && before.trim() !== '' && lead.text.includes(before.trim().slice(0, 20))))
    return undefined;
  return stepIn(lead.text);
};

/** "The point", "the velocity": the letter that goes with the word. */
const roleOf = ({ text, expression }: Member): Expression | undefined =>
  expression.kind === 'symbol' && text.length > 3 ? roleNamed(text) : undefined;

/** `w = (3.55, 0.2)`: a letter that the assignment does not use, for a point of an iteration. */
const pointOf = ({ expression }: Member, claim: ChainClaim, { known }: Symbols): Expression | undefined => {
  const value = claim.members.at(-1)?.expression;
  const isPoint = value?.kind === 'list' && value.open !== '{' && value.items.length > 1;
  const isLetter = expression.kind === 'symbol' && /^\p{L}$/u.test(expression.name) && !known.has(expression.name);
  return isPoint && isLetter ? expression : undefined;
};

/** "starting at x = 4" */
const startsAt =
  /\b(?:start(?:s|ed|ing)?|begin(?:s|ning)?|initial(?:ly)?)\s+(?:(?:at|from|with|point|value)\s+)*(?:\$|\\\()?$/i;

/** Puts the step into the name of a claim that stands where steps are counted. */
export const withStep = (reading: Reading, claim: Claim, range: Range): Claim => {
  if (claim.kind !== 'chain' || claim.relations.length === 0 || claim.origin === 'table') return claim;
  const [name] = claim.members;
  const bare =
    name && (bareName(name.expression, reading.symbols) ?? roleOf(name) ?? pointOf(name, claim, reading.symbols));
  if (!name || !bare) return claim;
  const start = Math.max(range.start, name.expression.at?.start ?? 0);
  const before = lineBefore(reading, { ...range, start });
  if (startsAt.test(before)) return claim;
  const own = stepIn(before.slice(before.search(/[^.]*$/)));
  const end = claim.members.at(-1)?.expression.at?.end ?? range.end;
  const step =
    stepBehind(reading, range, end, own !== undefined) ??
    stepIn(before) ??
    stepAbove(claim, before) ??
    stepLineAbove(reading, claim.section.range, range) ??
    stepIn(claim.section.title);
  const counted = step === undefined ? undefined : nameAt(bare, step);
  if (!counted) return claim;
  const members: ChainClaim['members'] = [{ ...name, expression: counted }, ...claim.members.slice(1)];
  return { ...claim, members, doubtful: true };
};
