/** Claims that bear on items which ask for more than one value: derivations, statements, figures. */
import type { Expression } from '../../math/expression/tree.ts';
import { freeSymbols } from '../../math/expression/walk.ts';
import type { ChainClaim, Claim, StatementClaim } from '../../model/claim.ts';
import type { Section } from '../../model/document.ts';
import type { Ask, Item } from '../../model/rubric.ts';
import { areaOf, areas, type ByHome } from './areas.ts';
import type { Homes } from './headings.ts';
import type { Located } from './located.ts';
import type { Key, Namings } from './naming.ts';
import { isMeantBy, speaksOf } from './speaks-of.ts';

export interface Surroundings {
  readonly items: readonly Item[];
  readonly chains: ByHome<ChainClaim>;
  readonly statements: readonly StatementClaim[];
  readonly figures: readonly Claim[];
  readonly namings: Namings;
  readonly homes: Homes;
  readonly key: Key;
  readonly sections: readonly Section[];
}

const evidence = (claims: readonly Claim[]): Located =>
  claims.length > 0 ? { kind: 'evidence', claims } : { kind: 'none' };

/** The claims, or the sections in which something may stand that is none. */
const evidenceIn = (claims: readonly Claim[], item: Item, around: Surroundings): Located =>
  claims.length > 0 ? { kind: 'evidence', claims } : { kind: 'none', sections: ownSections(item, around) };

const ownSections = (item: Item, { sections, homes }: Surroundings): readonly Section[] =>
  sections.filter((one) => homes.ofSection(one) === item.section);

/** Whether the section of the assignment that a claim stands in asks for something of the same kind itself. */
const isAskedAtHome = (claim: Claim, item: Item, { items, homes, key }: Surroundings): boolean => {
  const home = homes.of(claim);
  const from = item.ask.kind === 'derivation' ? key(item.ask.from) : undefined;
  return items.some(
    ({ ask, section }) =>
      section === home && ask.kind === item.ask.kind && (ask.kind !== 'derivation' || key(ask.from) === from),
  );
};

/** The claims of the nearest area that has any; those of another section only where it does not ask for them itself. */
const nearest = <C extends Claim>(claims: readonly C[], item: Item, around: Surroundings): readonly C[] => {
  if (claims.length === 0) return claims;
  for (const area of areas) {
    const inArea = claims.filter((claim) => areaOf(around.homes, claim, item.section) === area);
    const found = area === 'foreign' ? inArea.filter((claim) => !isAskedAtHome(claim, item, around)) : inArea;
    if (found.length > 0) return found;
  }
  return [];
};

/** The chains in which something is named as a whole. */
const naming = (from: string | undefined, { namings }: Surroundings): readonly ChainClaim[] => {
  const found = from === undefined ? [] : namings.of(from).filter(({ part }) => part === undefined);
  return [...new Set(found.map(({ claim }) => claim))];
};

/** `lim x_t = 0` says what `x_t → 0` does. */
const isLimit = ({ members: [head] }: ChainClaim): boolean =>
  head?.expression.kind === 'big' && head.expression.operator === 'limit';

const derivation = (item: Item, ask: Extract<Ask, { kind: 'derivation' }>, around: Surroundings): Located => {
  const named = nearest(naming(around.key(ask.from), around), item, around);
  const asked = (chain: ChainClaim): boolean =>
    chain.relations.includes(ask.relation) || (ask.relation === '→' && isLimit(chain));
  const own = around.chains.of(item.section).filter((claim) => claim.relations.length > 0 && !named.includes(claim));
  const others = own.filter(asked);
  const found = [...named.filter(asked), ...named.filter((claim) => !asked(claim)), ...others];
  const claims = found.length > 0 ? found : own;
  if (ask.relation !== '→') return evidenceIn(claims, item, around);
  // A limit hangs on a condition: what is stated there is heard as well.
  const stated = around.statements.filter((claim) => areaOf(around.homes, claim, item.section) === 'own');
  return evidenceIn([...claims, ...stated], item, around);
};

/** The claim as it speaks about the word: of "vanishes and does not explode" only the exploding is denied. */
const aboutWord = (claim: StatementClaim, near: string | undefined): StatementClaim => {
  if (near === undefined || !claim.denied) return claim;
  const words = near.split(/\s+/);
  return { ...claim, negated: claim.denied.some((word) => words.some((one) => isMeantBy(one, word))) };
};

/** Whether a name stands in an expression: λ_max in λ_max γ. */
const hasName = (e: Expression, name: string, key: Key): boolean =>
  key(e) === name || freeSymbols(e).some((one) => key(one) === name);

const statement = (item: Item, ask: Extract<Ask, { kind: 'statement' }>, around: Surroundings): Located => {
  const { statement: wanted } = ask;
  const { statements } = around;
  if (statements.length === 0) return evidenceIn([], item, around);
  const subject = wanted.kind === 'relation' && wanted.members[0] ? around.key(wanted.members[0]) : undefined;
  const about = (claim: StatementClaim): boolean =>
    subject === undefined || hasName(claim.subject, subject, around.key) || hasName(claim.value, subject, around.key);
  const said = nearest(
    statements.filter((claim) => speaksOf(ask.near, claim.text) && about(claim)),
    item,
    around,
  );
  if (said.length > 0 || ask.near === undefined)
    return evidenceIn(
      said.map((claim) => aboutWord(claim, ask.near)),
      item,
      around,
    );
  const others = around.items.flatMap(({ ask: other }) =>
    other.kind === 'statement' && other !== ask ? (other.near ?? []) : [],
  );
  const ofOthers = (claim: StatementClaim): boolean => others.some((word) => speaksOf(word, claim.text));
  const headed = (claim: StatementClaim): boolean =>
    about(claim) && speaksOf(ask.near, claim.section.title) && !ofOthers(claim);
  const own = statements.filter((claim) => areaOf(around.homes, claim, item.section) === 'own');
  const found = own.filter(headed);
  // Of other quantities, or in other words: a person sees what stands there.
  const near = (claim: StatementClaim): boolean => speaksOf(ask.near, claim.text) || (about(claim) && !ofOthers(claim));
  return evidenceIn(found.length > 0 ? found : own.filter(near), item, around);
};

/** The evidence for an item that does not ask for a value. */
export const locateEvidence = (item: Item, around: Surroundings): Located => {
  switch (item.ask.kind) {
    case 'derivation':
      return derivation(item, item.ask, around);
    case 'statement':
      return statement(item, item.ask, around);
    case 'figure':
      return evidence(nearest(around.figures, item, around));
    default:
      return { kind: 'sections', sections: ownSections(item, around) };
  }
};
