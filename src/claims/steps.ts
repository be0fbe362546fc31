/**
 * Names without a step, under a line or heading that counts steps:
 *
 *     Step 1: x = 3.55, y = 0.2        x_1 = 3.55 and y_1 = 0.2
 *
 * Whether "Step 1" is the start or the first update nobody says, so these claims are doubtful.
 */
import type { Expression } from '../math/expression/tree.ts';
import type { ChainClaim, Claim } from '../model/claim.ts';
import type { Range } from '../model/place.ts';
import { nameAt } from './iterates.ts';
import type { Reading } from './reading.ts';
import type { Symbols } from './symbols.ts';

const cue =
  /(?<![\p{L}])(?:iteration|iterate|iter\.?|step|epoch|update|schritt|étape|paso|passo)\s*(?:no\.?|nr\.?|#)?\s*\$?(\d{1,4})\b|(?<![\p{L}\\])[ktn]\s*=\s*(\d{1,4})\b/giu;

const ordinals = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const ordinal = new RegExp(String.raw`\b(${ordinals.join('|')})\s+(?:step|iteration|iterate|update|epoch)\b`, 'giu');

/** The step that a text speaks of last. */
const stepIn = (text: string): number | undefined => {
  const digits = [...text.matchAll(cue)].at(-1);
  const word = [...text.matchAll(ordinal)].at(-1);
  if (word && word.index > (digits?.index ?? -1)) return ordinals.indexOf((word[1] ?? '').toLowerCase());
  const [, named, letter] = digits ?? [];
  return digits && Number(named ?? letter);
};

/** A quantity of the assignment that counts steps, written without one; or a list of them. */
const isBare = (e: Expression, symbols: Symbols): boolean => {
  if (e.kind === 'list') return e.items.length > 1 && e.items.every((item) => isBare(item, symbols));
  return e.kind === 'symbol' && symbols.counted.has(e.name);
};

const longestLine = 200;

const lineBefore = (reading: Reading, { file, start }: Range): string => {
  const before = reading.source({ file, start: Math.max(0, start - longestLine), end: start });
  return before.slice(before.lastIndexOf('\n') + 1);
};

/** Puts the step into the name of a claim that stands where steps are counted. */
export const withStep = (reading: Reading, claim: Claim, range: Range): Claim => {
  if (claim.kind !== 'chain' || claim.relations.length === 0 || claim.origin === 'table') return claim;
  const [name, ...values] = claim.members;
  if (!name || !isBare(name.expression, reading.symbols)) return claim;
  const step = stepIn(lineBefore(reading, range)) ?? stepIn(claim.lead?.text ?? '') ?? stepIn(claim.section.title);
  const counted = step === undefined ? undefined : nameAt(name.expression, step);
  if (!counted) return claim;
  const members: ChainClaim['members'] = [{ ...name, expression: counted }, ...values];
  return { ...claim, members, doubtful: true };
};
