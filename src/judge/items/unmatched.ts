import { one } from '../../math/number/exact.ts';
import type { Item } from '../../model/rubric.ts';
import type { Verdict } from '../../model/verdict.ts';
import { askedText, compareInWorld, type ValueAsk } from '../compare-reference.ts';
import type { Context } from '../context.ts';
import type { Answer, Located } from '../locate/located.ts';
import { forPerson, missing } from './item-judge.ts';

/** More characters of a claim than these are not told. */
const longest = 60;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};

/** `M = 3.55` as it was written. */
const writtenIn = ({ claim, member, text, parts }: Answer): string => {
  if (parts) return shortened(parts.map(writtenIn).join(', '));
  const name = claim.kind === 'chain' && member > 0 ? claim.members[0]?.text : undefined;
  const relation = claim.kind === 'chain' ? claim.relations[member - 1] : undefined;
  return shortened(name && relation ? `${name} ${relation} ${text}` : text);
};

const whereIs = ({ place }: Answer): string =>
  [
    place.page === undefined ? [] : [`page ${place.page}`],
    place.cell === undefined ? [] : [`cell ${place.cell}`],
    [`line ${place.line}`],
  ]
    .flat()
    .join(', ');

/** Digits of a reference answer. */
const digits = 30;

/** Candidates compared with the reference; what stands further down goes unseen. */
const mostCompared = 12;

/**
 * An item that nothing names, in whose section something stands under another name: a person sees what is right, or what
 * is likely meant; numbers that are neither leave the item missing. Never wrong by itself, and right only in its order among
 * others of its name.
 */
export const judgeUnmatched = (
  item: Item,
  ask: ValueAsk,
  { candidates, likely, inOrder }: Extract<Located, { kind: 'unmatched' }>,
  context: Context,
): Verdict => {
  const world = context.world(item.section);
  const placed = inOrder && compareInWorld(inOrder.value, ask, world, item.tolerance);
  if (inOrder && placed?.verdict === 'correct') {
    const reference = askedText(ask, world.answer(ask.target, digits), world, item.tolerance);
    const told = { found: inOrder.text, read: inOrder.value, place: inOrder.place, reference };
    return { item, verdict: 'correct', share: one, decided: placed.decided ?? 'exact', findings: [], ...told };
  }
  const right = candidates
    .slice(0, mostCompared)
    .find(({ value }) => compareInWorld(value, ask, world, item.tolerance).verdict === 'correct');
  const shown = right ?? likely;
  if (!shown) return missing(item);
  const reason = `${whereIs(shown)}: \`${writtenIn(shown)}\` may be the answer; its name is not the one asked for`;
  return forPerson(item, reason, { found: shown.text, place: shown.place });
};
