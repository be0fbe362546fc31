import { printPlain } from '../../math/expression/print-plain.ts';
import type { Relation } from '../../math/expression/tree.ts';
import type { ChainClaim, Claim } from '../../model/claim.ts';
import type { Item } from '../../model/rubric.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Written } from '../context.ts';
import { abbreviationsIn, withoutAbbreviations } from '../derivation/abbreviations.ts';
import { judgeChain, spectralRadius } from '../derivation/derive.ts';
import type { Derived } from '../derivation/derived.ts';
import { kinship } from '../derivation/family.ts';
import { type Goal, judgedOnNetwork } from '../derivation/goal.ts';
import { joined } from '../derivation/joined.ts';
import { lastStep } from '../derivation/trial.ts';
import { evidenceOr, forPerson, type ItemJudge, isVerdict, missing, nothingRead } from './item-judge.ts';
import { approaches } from './limit.ts';

const rank = { correct: 0, review: 1, wrong: 2 };

interface Judged {
  readonly derived: Derived;
  readonly chain: ChainClaim;
}

const best = (judged: readonly Judged[]): Judged | undefined =>
  [...judged].sort((a, b) => rank[a.derived.verdict] - rank[b.derived.verdict] || b.chain.order - a.chain.order)[0];

const goalTexts = new WeakMap<Item, string>();

/** What an item asks to derive, written out once for all submissions. */
const goalText = (item: Item, { from, relation, to }: Goal): string => {
  const text = goalTexts.get(item) ?? `${printPlain(from)} ${relation} ${printPlain(to)}`;
  goalTexts.set(item, text);
  return text;
};

const verdictOf = (item: Item, { derived, chain }: Judged, goal: Goal): Verdict => ({
  item,
  verdict: derived.verdict,
  found: `${chain.members[0]?.text ?? ''} ${chain.relations[0] ?? ''} … ${derived.member.text}`,
  reference: goalText(item, goal),
  read: derived.member.expression,
  place: derived.verdict === 'wrong' && derived.broken ? derived.broken.place : derived.member.place,
  findings: derived.findings,
  ...(derived.verdict !== 'review' && { decided: 'exact' as const }),
  ...(derived.broken && { broken: derived.broken }),
  ...(derived.reason !== undefined && { reason: derived.reason }),
});

const implications: ReadonlySet<Relation> = new Set(['⇒', '⇔', '⇐']);

/** `J = W D ⇒ ‖J‖ ≤ ‖W‖ γ` are two derivations. */
const partsOf = (chain: ChainClaim): readonly ChainClaim[] => {
  const cuts = chain.relations.flatMap((relation, i) => (implications.has(relation) ? [i + 1] : []));
  return [0, ...cuts].map((start, i) => {
    const end = cuts[i] ?? chain.members.length;
    return { ...chain, members: chain.members.slice(start, end), relations: chain.relations.slice(start, end - 1) };
  });
};

/**
 * Whether a chain has a relation that can lead to the goal: an arrow to a limit derives no equation, nor does a bound
 * that begins at once, ‖J‖ ≤ ‖W‖ γ.
 */
const leadsTo = ({ relations }: ChainClaim, { relation }: Goal): boolean =>
  relation === '≤'
    ? relations.some((one) => bounds.has(one))
    : relations[0] !== undefined && relations[0] !== '→' && !bounds.has(relations[0]);

const bounds: ReadonlySet<Relation> = new Set(['≤', '<', '≪', '≥', '>']);

const kindOf = ({ relation }: Goal): string => (relation === '≤' ? 'bound (≤)' : 'equation');

const kinOf = ({ members: [head] }: ChainClaim, { from }: Goal): ReturnType<typeof kinship> =>
  head ? kinship(head.expression, from, lastStep) : 'none';

/** Words for weights of which the spectral radius is the norm, or for another meaning of ρ. */
const normality =
  /symmetri|\bnormal|orthogonal|orthonormal|unitary|hermit|adjoint|diagonal\s+matri|diagonali[sz]|singular|spectral\s+norm/iu;

/** A bound by ρ(W) is right for normal W: where such are spoken of a person decides. */
const heldAgainst = (derived: Derived, prose: () => string): Derived => {
  if (!derived.findings.some(({ id }) => id === spectralRadius) || !normality.test(prose())) return derived;
  const reason = 'The spectral radius bounds the norm for some matrices only; whether those are meant is for a person.';
  return { verdict: 'review', member: derived.member, findings: [], reason };
};

/** Pairs of chains put together, at most: a derivation in two displays. */
const mostPairs = 24;

/** What chains come to only when two of them are taken together; only ever what is right. */
const together = (goal: Goal, chains: readonly ChainClaim[], elsewhere: readonly ChainClaim[]): Judged | undefined => {
  if (goal.relation !== '=') return undefined;
  const starts = [...new Set([...chains, ...elsewhere])].filter(
    (chain) => leadsTo(chain, goal) && kinOf(chain, goal) === 'same',
  );
  const pairs = starts.flatMap((first) => chains.flatMap((second) => joined(first, second) ?? [])).slice(0, mostPairs);
  for (const chain of pairs) {
    const derived = judgeChain(chain, goal);
    if (derived?.verdict === 'correct' && !derived.broken) return { derived, chain };
  }
  return undefined;
};

const judgeGoal = (
  item: Item,
  goal: Goal,
  chains: readonly ChainClaim[],
  elsewhere: () => readonly ChainClaim[],
  prose: () => string,
  definition: ChainClaim | undefined,
): Verdict => {
  const related = chains.map((chain) => ({
    chain,
    kin: kinOf(chain, goal),
  }));
  const judged = related
    .filter(({ kin, chain }) => kin === 'same' && leadsTo(chain, goal))
    .flatMap(({ chain }) => {
      const derived = judgeChain(chain, goal);
      return derived ? [{ derived: heldAgainst(derived, prose), chain }] : [];
    });
  const chosen = best(judged);
  const open = !chosen || chosen.derived.verdict === 'review';
  const whole = open ? together(goal, chains, elsewhere()) : undefined;
  if (whole) return verdictOf(item, whole, goal);
  if (chosen) return verdictOf(item, chosen, goal);
  const short = related.find(({ kin }) => kin === 'same')?.chain;
  if (short)
    return forPerson(item, `No ${kindOf(goal)} of ${printPlain(goal.from)} is stated here.`, { place: short.place });
  const near = related.find(({ kin }) => kin === 'partial')?.chain ?? chains[0] ?? definition;
  if (!near) return missing(item);
  return forPerson(item, `No derivation here starts from ${printPlain(goal.from)} itself.`, { place: near.place });
};

const derives = /(?:∂|\\partial|\bd)\s*\{?[\p{L}\\][\p{L}\d_{}]*\s*\/\s*(?:∂|\bd)/u;

/** A derivation typed between fences is no program. */
const asWritten = (part: Written): Written =>
  part.kind === 'code' && derives.test(part.text) ? { ...part, kind: 'formula' } : part;

/** `derive: … to: …`: the chains of the section that start from what is asked, set against small random networks. */
export const derivationJudge: ItemJudge = {
  kind: 'derivation',
  judge: (item, context) => {
    if (item.ask.kind !== 'derivation') throw new TypeError('an item of another kind');
    const { from, relation, to } = item.ask;
    const located = context.located(item);
    if (located.kind === 'none')
      return nothingRead(item, 'derivation', context.written(located.sections ?? []).map(asWritten));
    const evidence = evidenceOr(item, located);
    if (isVerdict(evidence)) return evidence;
    const own = abbreviationsIn(context.claims);
    const derivationsIn = (claims: readonly Claim[]): readonly ChainClaim[] =>
      claims
        .filter((claim) => claim.kind === 'chain')
        .flatMap(partsOf)
        .map((chain) => withoutAbbreviations(chain, own))
        .filter((chain) => chain.relations.length > 0);
    const derivations = derivationsIn(evidence);
    if (relation === '→') {
      const conditions = evidence.filter((claim) => claim.kind === 'statement');
      const sections = [...new Set(evidence.map(({ section }) => section))];
      return approaches(item, from, to, { chains: derivations, conditions, written: context.written(sections) });
    }
    const goal: Goal = { from, relation, to };
    const elsewhere = () => derivationsIn(context.claims);
    // What says only how something is called is written, if no derivation.
    const definition = evidence.filter((claim) => claim.kind === 'chain').find(({ relations }) => relations.length > 0);
    const prose = () => context.proseIn([...new Set(context.claims.map(({ section }) => section))]);
    if (!judgedOnNetwork(goal)) return forPerson(item, 'A derivation of this kind is for a person to judge.');
    return judgeGoal(item, goal, derivations, elsewhere, prose, definition);
  },
};
