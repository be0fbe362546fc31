/** Answers in words or letters: "Answer: (b)", "Antwort: ja". Where a formula follows the colon, that is the answer. */
import type { ChainClaim } from '../../model/claim.ts';
import type { Found } from '../found.ts';
import type { Reading } from '../reading.ts';
import { type FlatText, flatTexts, formulaLetter } from './flat-text.ts';

const cue =
  /(?:^|\n)[^\S\n]*(?:(?:my|the|final)\s+)*(?:answers?|ans\.?|choice|antwort|r[ée]ponse|respuesta|risposta)\s*[:=：]\s*(?<words>[^\n]{1,80}?)[^\S\n]*(?=\n|$)/gi;

const hasCue = (text: string): boolean => text.search(cue) >= 0;

const claimOf = (reading: Reading, flat: FlatText, match: RegExpExecArray): Found<ChainClaim> | undefined => {
  const words = match.groups?.['words'] ?? '';
  if (words === '' || formulaLetter.test(words)) return undefined;
  const start = match.index + match[0].lastIndexOf(words);
  const range = flat.range(start, start + words.length);
  const place = reading.place(range.file, range);
  const text = words.replace(/^\(([^()]*)\)$/, '$1').replace(/[.;]$/, '');
  const claim: ChainClaim = {
    kind: 'chain',
    section: flat.section,
    place,
    order: 0,
    members: [{ expression: { kind: 'text', text, at: { start: range.start, end: range.end } }, text, place }],
    relations: [],
    origin: 'prose',
    final: true,
  };
  return { claim, range };
};

/** The answers that are announced and hold no formula, each a chain of one member. */
export const wordedAnswerClaims = (reading: Reading): readonly Found<ChainClaim>[] =>
  flatTexts(reading, hasCue, () => false).flatMap((flat) =>
    [...flat.text.matchAll(cue)].flatMap((match) => claimOf(reading, flat, match) ?? []),
  );
