import type { Item } from '../../model/rubric.ts';
import type { Verdict } from '../../model/verdict.ts';
import { compareInWorld, type ValueAsk } from '../compare-reference.ts';
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

/** Candidates compared with the reference; what stands further down goes unseen. */
const mostCompared = 12;

/**
 * An item that nothing names, in whose section something stands under another name: a person sees what is right, or what
 * is likely meant; numbers that are neither leave the item missing. Never right or wrong by itself.
 */
export const judgeUnmatched = (
  item: Item,
  ask: ValueAsk,
  { candidates, likely }: Extract<Located, { kind: 'unmatched' }>,
  context: Context,
): Verdict => {
  const world = context.world(item.section);
  const right = candidates
    .slice(0, mostCompared)
    .find(({ value }) => compareInWorld(value, ask, world, item.tolerance).verdict === 'correct');
  const shown = right ?? likely;
  if (!shown) return missing(item);
  const reason = `${whereIs(shown)}: \`${writtenIn(shown)}\` may be the answer; its name is not the one asked for`;
  return forPerson(item, reason, { found: shown.text, place: shown.place });
};
