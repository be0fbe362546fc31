import type { Expression } from '../../math/expression/tree.ts';
import { sameTree } from '../../math/expression/walk.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { Item } from '../../model/rubric.ts';
import type { Verdict } from '../../model/verdict.ts';
import { forPerson, missing } from './item-judge.ts';

const arrivesAt = (chain: ChainClaim, limit: Expression): boolean =>
  chain.relations.some((relation, i) => {
    const member = chain.members[i + 1];
    return relation === '→' && member !== undefined && sameTree(member.expression, limit);
  });

/**
 * A limit, `… → 0`. That it is claimed can be read; whether the argument carries it (which eigenvalue, which norm,
 * which condition) is a person's to judge.
 */
export const approaches = (item: Item, chains: readonly ChainClaim[], limit: Expression): Verdict => {
  const chain = chains.find((one) => arrivesAt(one, limit));
  if (!chain) return chains.length > 0 ? forPerson(item, 'No limit is stated in this section.') : missing(item);
  return forPerson(item, 'The limit is stated; whether the argument before it carries it is for a person to judge.', {
    place: chain.place,
    found: chain.members.map((member) => member.text).join(' … '),
  });
};
