import { num } from '../../math/expression/build.ts';
import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { sameTree } from '../../math/expression/walk.ts';
import type { ChainClaim, StatementClaim } from '../../model/claim.ts';
import type { Item } from '../../model/rubric.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Written } from '../context.ts';
import { kinship } from '../derivation/family.ts';
import { provenBase } from '../derivation/geometric.ts';
import { lastStep } from '../derivation/trial.ts';
import { aligned, type Comparison, type Stated } from './comparison.ts';
import { forPerson, missing } from './item-judge.ts';

/** What a section says of a limit. */
export interface Said {
  readonly chains: readonly ChainClaim[];
  readonly conditions: readonly StatementClaim[];
  readonly written: readonly Written[];
}

/** How many members of a chain stand before the limit, `… → 0` or `lim … = 0`; 0 for a chain that states none. */
const membersBefore = (chain: ChainClaim, limit: Expression): number => {
  const head = chain.members[0]?.expression;
  const isLimit = head?.kind === 'big' && head.operator === 'limit';
  return (
    chain.relations.findIndex((relation, i) => {
      const member = chain.members[i + 1];
      return (relation === '→' || (isLimit && relation === '=')) && member && sameTree(member.expression, limit);
    }) + 1
  );
};

/** `‖∂ε_t/∂x_k‖ ≤ ‖∂ε_t/∂x_t‖ (‖W‖ γ)^(t - k) → 0` */
const asText = ({ members, relations }: ChainClaim): string =>
  members.map(({ expression }, i) => `${printPlain(expression)}${relations[i] ? ` ${relations[i]} ` : ''}`).join('');

/** Every comparison that is stated, in words or between two neighbours of a chain. */
const comparisonsIn = ({ chains, conditions }: Said): readonly Stated[] => [
  ...conditions,
  ...chains.flatMap(({ members, relations }) =>
    relations.flatMap((relation, i) => {
      const [left, right] = [members[i]?.expression, members[i + 1]?.expression];
      return left && right ? [{ subject: left, relation, value: right, negated: false }] : [];
    }),
  ),
];

/** Whether the base is stated to be below 1, and nowhere to be above: of two cases the limit may be meant in either. */
const isBelowOne = (base: Expression, said: Said): boolean => {
  const wanted: Comparison = { subject: base, value: num(1), direction: 'below', strict: true };
  const stated = comparisonsIn(said).flatMap((one) => aligned(one, wanted) ?? []);
  return stated.some(({ strict }) => strict) && stated.every(({ direction }) => direction === 'below');
};

const words =
  /\b(?:limit|zero|0|vanish\w*|converg\w*|shr[iau]nk\w*|decay\w*|exponential\w*|diminish\w*|negligible|trivial|infinity|tends?|small)\b|→|∞|\\(?:to|infty|lim|rightarrow|xrightarrow)\b/iu;

/** A limit that no formula states: for a person where words speak of one, missing where none do. */
const unstated = (item: Item, { written }: Said): Verdict => {
  const spoken = written.find(({ kind, text }) => kind !== 'code' && words.test(text));
  if (!spoken) return missing(item);
  const found = spoken.text.replace(/\s+/g, ' ').trim();
  return forPerson(item, 'No formula states the limit; what is said of it here is for a person to judge.', {
    place: spoken.place,
    found: found.length > 120 ? `${found.slice(0, 120)}…` : found,
  });
};

const openReason = (base: Expression | undefined): string =>
  base
    ? `The bound before the limit holds; that ${printPlain(base)} < 1 was not found stated in this section, so a person judges.`
    : 'The limit is stated; whether the argument before it carries it is for a person to judge.';

/**
 * A limit, `… → 0`. Right where a bound of what is asked shrinks by a constant factor a step, holds on every network, and
 * the factor is stated to be below 1. Any other argument (which eigenvalue, which norm, which condition) is for a person.
 */
export const approaches = (item: Item, from: Expression, limit: Expression, said: Said): Verdict => {
  const stating = said.chains.filter((chain) => membersBefore(chain, limit) > 0);
  const proven = stating.map((chain) => {
    const count = membersBefore(chain, limit);
    const argument = {
      ...chain,
      members: chain.members.slice(0, count),
      relations: chain.relations.slice(0, count - 1),
    };
    const head = chain.members[0]?.expression;
    const base = head && kinship(head, from, lastStep) === 'same' ? provenBase(argument) : undefined;
    return { chain, base };
  });
  const best =
    proven.find(({ base }) => base && isBelowOne(base, said)) ?? proven.find(({ base }) => base) ?? proven[0];
  if (!best) return unstated(item, said);
  const { chain, base } = best;
  const rest = { place: chain.place, found: asText(chain), reference: `${printPlain(from)} → ${printPlain(limit)}` };
  if (base && isBelowOne(base, said)) return { item, verdict: 'correct', decided: 'exact', findings: [], ...rest };
  return forPerson(item, openReason(base), rest);
};
