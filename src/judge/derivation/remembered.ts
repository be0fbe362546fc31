import { treeKey } from '../../math/expression/walk.ts';
import type { ChainClaim } from '../../model/claim.ts';
import { judgeChain } from './derive.ts';
import type { Derived } from './derived.ts';
import type { Goal } from './goal.ts';

/** What a derivation came to, its members told by their position: other students' places are other places. */
interface Remembered {
  readonly derived: Derived;
  readonly member: number;
  readonly broken: number;
}

/** Derivations that are remembered for a goal; a class writes the same few again and again. */
const mostRemembered = 256;

const known = new WeakMap<Goal['from'], Map<string, Remembered | undefined>>();

const keyOf = ({ members, relations }: ChainClaim, goal: Goal): string =>
  [goal.relation, treeKey(goal.to), ...relations, ...members.map(({ expression }) => treeKey(expression))].join('\n');

const judged = (chain: ChainClaim, goal: Goal): Remembered | undefined => {
  const derived = judgeChain(chain, goal);
  if (!derived) return undefined;
  const broken = chain.members.findIndex(({ place }) => place === derived.broken?.place);
  return { derived, member: chain.members.indexOf(derived.member), broken };
};

/** The same outcome at the places of another chain that reads the same. */
const placedIn = (chain: ChainClaim, { derived, member, broken }: Remembered): Derived => {
  const place = chain.members[broken]?.place;
  return {
    ...derived,
    member: chain.members[member] ?? derived.member,
    ...(derived.broken && place && { broken: { ...derived.broken, place } }),
  };
};

/** `judgeChain`, each derivation of a class judged once however many students write it. */
export const judgeDerivation = (chain: ChainClaim, goal: Goal): Derived | undefined => {
  const before = known.get(goal.from) ?? new Map<string, Remembered | undefined>();
  known.set(goal.from, before);
  const key = keyOf(chain, goal);
  if (!before.has(key)) {
    if (before.size >= mostRemembered) before.clear();
    before.set(key, judged(chain, goal));
  }
  const found = before.get(key);
  return found && placedIn(chain, found);
};
